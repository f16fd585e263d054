import type { Analysis, IsoDate, Minor } from '../../../../skill/analysis/contract.ts';

type Row = Analysis['ledger'][number];

/** What the ledger says of one app: one decision, however many levers it pulls. */
export interface InboxDecision {
  readonly appId: number;
  readonly name: string;
  /** Sum of the app's ledger rows; the decisions add up to the hard saving. */
  readonly saving: Minor;
  /** Seats to give up; null where no row counts them. */
  readonly seats: number | null;
  readonly timing: Row['timing'];
  readonly decideBy: IsoDate | null;
  readonly effectiveFrom: IsoDate | null;
}

/** Soonest deadline first, then what has none, largest first; what is locked or unsure comes last. */
export function decisionsOf({ ledger, apps }: Analysis): InboxDecision[] {
  const names = new Map(apps.map(({ id, name }) => [id, name]));
  const byApp = new Map<number, InboxDecision>();
  for (const row of ledger) {
    const name = names.get(row.appId) ?? `App ${row.appId}`;
    byApp.set(row.appId, joined(byApp.get(row.appId) ?? started(row, name), row));
  }
  return [...byApp.values()].filter(({ saving }) => saving !== 0).toSorted(byUrgency);
}

function started({ appId, timing, decideBy, effectiveFrom }: Row, name: string): InboxDecision {
  return { appId, name, saving: 0, seats: null, timing, decideBy, effectiveFrom };
}

function joined(decision: InboxDecision, { hardAnnual, seats, decideBy }: Row): InboxDecision {
  return {
    ...decision,
    saving: decision.saving + hardAnnual,
    seats: seats === null ? decision.seats : (decision.seats ?? 0) + seats,
    decideBy: earlier(decision.decideBy, decideBy),
  };
}

function earlier(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

const order: Readonly<Record<Row['timing'], number>> = { decidable: 0, 'exit-unknown': 1, locked: 2 };
/** Sorts after every date. */
const NEVER = '9999-12-31';

function byUrgency(a: InboxDecision, b: InboxDecision): number {
  const byDate = (a.decideBy ?? NEVER).localeCompare(b.decideBy ?? NEVER);
  return order[a.timing] - order[b.timing] || byDate || b.saving - a.saving || a.appId - b.appId;
}
