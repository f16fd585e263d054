/** Records that say too little, too late, or something that cannot be read. */
import type { Assessed, AssessedApp, AssessedContract } from '../base/assessed.ts';
import { knownValue } from '../base/known-value.ts';
import type { Unreadable } from '../base/contract.ts';
import { fieldWords } from '../base/field-words.ts';
import { slugOf } from './finding.ts';
import type { Gathering } from './gathering.ts';
import { countWords } from './wording.ts';

export function findStaleUsage(app: AssessedApp, { add, assessed: { asOf, config } }: Gathering): void {
  const { lastUsedAt } = app;
  if (lastUsedAt === null || asOf - lastUsedAt <= config.thresholds.staleUsageDays) return;
  if (app.cost.annual === null && app.seats === null) return;
  const { id } = app.app;
  add({
    type: 'stale-usage',
    subject: `app-${id}`,
    rule: 'last-use',
    appId: id,
    amount: app.cost.annual,
    score: 1,
    evidence: [`app/${id}/lastUsedAt`],
    action: 'Check the connection of this app: no usage has been recorded lately.',
  });
}

/** One finding a state, not one an app: the remedy is a line in the mapping. */
export function findUnmappedStates({ apps }: Assessed, { add }: Gathering): void {
  const byState = new Map<string, { state: string; ids: number[] }>();
  for (const { app } of apps) {
    const state = app.stateClass === 'unmapped' ? knownValue(app.state) : null;
    if (state === null) continue;
    const slug = slugOf(state);
    const entry = byState.get(slug) ?? { state, ids: [] };
    entry.ids.push(app.id);
    byState.set(slug, entry);
  }
  for (const slug of [...byState.keys()].toSorted()) {
    const { state = '', ids = [] } = byState.get(slug) ?? {};
    const fact = `finding/unmapped-state:state-${slug}:mapping/apps`;
    add({
      type: 'unmapped-state',
      subject: `state-${slug}`,
      rule: 'mapping',
      score: 1,
      apps: ids.length,
      evidence: [...ids.slice(0, shown).map((id) => `app/${id}/state`), fact],
      action: [
        `Say in the mapping what the state “${state}” means; `,
        ...countWords(ids.length, fact, 'app is', 'apps are'),
        ' in it.',
      ],
    });
  }
}

/** Facts cited for one state; the rest would say the same. */
const shown = 20;

export function findInvalidApp({ app, unreadable: recorded }: AssessedApp, { add }: Gathering): void {
  if (recorded.length === 0) return;
  const unreadable = writtenIn(recorded);
  add({
    type: 'invalid-value',
    subject: `app-${app.id}`,
    rule: 'fields',
    appId: app.id,
    score: 1,
    evidence: [`app/${app.id}/name`],
    blockers: unreadable,
    action: `Correct in Torii, or in the mapping: ${unreadable.join(', ')}.`,
  });
}

/** Each field with what is written there. */
function writtenIn(unreadable: readonly Unreadable[]): string[] {
  return [...new Set(unreadable.map(({ field, raw }) => `${fieldWords(field)} “${raw}”`))];
}

export function findInvalidContract(
  { contract, unreadable: recorded }: AssessedContract,
  { add }: Gathering,
): void {
  if (recorded.length === 0) return;
  const unreadable = writtenIn(recorded);
  add({
    type: 'invalid-value',
    subject: `contract-${contract.id}`,
    rule: 'fields',
    appId: contract.appId,
    contractId: contract.id,
    score: 1,
    evidence: [`renewal/${contract.id}/name`],
    blockers: unreadable,
    action: `Correct in Torii, or in the mapping: ${unreadable.join(', ')}.`,
  });
}

/** A contract that no app holds costs money all the same, and no total has it. */
export function findLostContract({ contract, annual }: AssessedContract, { add }: Gathering): void {
  const { id, appId } = contract;
  add({
    type: 'invalid-value',
    subject: `contract-${id}`,
    rule: 'app',
    appId,
    contractId: id,
    amount: annual?.minor ?? null,
    score: 1,
    evidence: [`renewal/${id}/name`, `renewal/${id}/annualValue`],
    blockers: ['It belongs to no app that was read.'],
    action: 'Find the app of this contract: it belongs to none that was read, so no total has its money.',
  });
}

/** One finding a date field: dates that were kept as the midnight of another place, and are read as its day. */
export function findShiftedDates({ contracts }: Assessed, { add }: Gathering): void {
  const dates = contracts.flatMap(({ contract: { id, shifted } }) =>
    shifted === undefined ? [] : shifted.map((date) => ({ ...date, id })),
  );
  for (const field of ['termStart', 'termEnd', 'cancelBy'] as const) {
    const shifted = dates.filter((date) => date.field === field);
    const [first] = shifted;
    if (first === undefined) continue;
    add({
      type: 'zone-shifted-dates',
      subject: `contract-${field}`,
      rule: 'midnights',
      score: 1,
      evidence: shifted
        .slice(0, shown)
        .map(({ id }) => `renewal/${id}/${field === 'cancelBy' ? 'deadline' : field}`),
      action: `Check ${fieldWords(field)} of one contract: dates such as “${first.raw}” are read as the midnight that begins the next day where they were recorded.`,
    });
  }
}
