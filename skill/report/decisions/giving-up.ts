/** What the plan does about an app, in words that follow "consider": "giving up 15 of 22 inactive seats". */
import type { Analysis, LedgerRow, Lever, Minor } from '../../analysis/contract.ts';
import { counted, type Part, type Sentence } from '../base/sentence.ts';

export function givingUp(appId: number, analysis: Analysis): Part[] {
  const rows = analysis.ledger.filter((row) => row.appId === appId && row.hardAnnual !== 0);
  const seats = rows.flatMap((row) => seatWords(row, analysis));
  const acts = [
    ...(seats.length === 0 ? [] : [['giving up ', ...joined(seats, ' and ')]]),
    ...rows.flatMap((row) => otherWords(row, analysis)),
  ];
  return acts.length === 0 ? ['its plan'] : joined(acts, ', ');
}

function joined(parts: readonly Sentence[], last: string): Part[] {
  return parts.flatMap((part, index) => {
    const between = index === parts.length - 1 ? last : ', ';
    return index === 0 ? part : [between, ...part];
  });
}

const seatKinds: Partial<Record<Lever, readonly [one: string, many: string]>> = {
  departed: ['seat of somebody who has left', 'seats of people who have left'],
  unassigned: ['unassigned seat', 'unassigned seats'],
  inactive: ['inactive seat', 'inactive seats'],
};

/** Where some of those found are kept, as a buffer, it says of how many: "15 of 22 inactive seats". */
function seatWords({ id, lever, seats, findingIds }: LedgerRow<Minor>, { findings }: Analysis): Sentence[] {
  const kind = seatKinds[lever];
  if (kind === undefined || seats === null) return [];
  const found = findings.find((one) => findingIds.includes(one.id) && one.type === lever);
  const fact = `ledger/${id}/seats`;
  return found?.seats !== undefined && found.seats > seats
    ? [[{ count: seats, fact }, ' of ', ...counted(found.seats, `finding/${found.id}/seats`, ...kind)]]
    : [counted(seats, fact, ...kind)];
}

/** What else is done about an app; nothing for a row that only follows from another. */
function otherWords({ appId, lever }: LedgerRow<Minor>, { apps, plan }: Analysis): Sentence[] {
  if (seatKinds[lever] !== undefined || lever === 'added-seats') return [];
  if (lever === 'tier') return [['moving seats to the cheaper tier']];
  if (lever === 'price') return [['asking for the lower price']];
  if (lever === 'bundle') return [['leaving it to the suite that covers it']];
  const survivorId = plan.find((entry) => entry.appId === appId)?.survivorId;
  const survivor = apps.find((app) => app.id === survivorId);
  return [survivor === undefined ? ['retiring it'] : ['replacing it by ', { name: survivor.name }]];
}
