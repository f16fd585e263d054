/** Seats that nobody holds, that people who left hold, or that stand unused; and seats that are owed. */
import type { AssessedApp, LineSeats } from '../base/assessed.ts';
import type { FindingType, Minor } from '../base/contract.ts';
import { freshnessFactor, priceFactors, scoreOf, usageFactor } from '../base/confidence.ts';
import { isPriced, priceOfMoreSeats, priceOfNext, priceOfSeats } from '../base/seat-price.ts';
import type { Gathering } from './gathering.ts';
import { seatsText } from './seats-text.ts';
import { usageGate } from './usage-gate.ts';

type Part = 'unassigned' | 'departed' | 'inactive' | 'lowerTier' | 'overAssigned';

/** One part of the partition over all lines of an app, in seats and in money. */
interface Idle {
  readonly seats: number;
  /** Null when no line with such seats has a price. */
  readonly amount: Minor | null;
  /** The amount if every seat of unknown usage belonged here too; null when a price is missing. */
  readonly high: Minor | null;
  /** Share of the seats whose price is known. */
  readonly pricedShare: number;
  readonly priceFactor: number;
}

function idleOf(lines: readonly LineSeats[], part: Part): Idle {
  let seats = 0;
  let priced = 0;
  let amount = 0;
  let upside = 0;
  let priceFactor = 1;
  for (const line of lines) {
    const own = line[part];
    seats += own;
    if (!isPriced(line)) continue;
    upside += priceOfNext(line, own, line.unknown);
    if (own === 0) continue;
    priced += own;
    amount += part === 'overAssigned' ? priceOfMoreSeats(line, own) : priceOfSeats(line, own);
    priceFactor = Math.min(priceFactor, priceFactors[line.priceSource ?? 'none']);
  }
  return {
    seats,
    amount: priced === 0 ? null : amount,
    high: priced < seats ? null : amount + upside,
    pricedShare: seats === 0 ? 0 : priced / seats,
    priceFactor: priced === 0 ? 0 : priceFactor,
  };
}

function evidenceFor(app: AssessedApp, part: Part): string[] {
  return [`app/${app.app.id}/seats/${part}`, `app/${app.app.id}/seats/purchased`];
}

export function findIdleSeats(app: AssessedApp, gathering: Gathering): void {
  const { seats } = app;
  if (seats === null) return;
  const { total, lines } = seats;
  if (total.departed > 0) findHeld(app, lines, 'departed', gathering);
  if (total.unassigned > 0) findHeld(app, lines, 'unassigned', gathering);
  if (total.inactive > 0) findInactive(app, lines, gathering);
  if (total.lowerTier > 0) findDowngrade(app, lines, gathering);
  if (total.overAssigned > 0) findOverAssigned(app, lines, gathering);
}

/** These rest on the price alone: that nobody works with the seat is certain. */
function findHeld(
  app: AssessedApp,
  lines: readonly LineSeats[],
  part: 'departed' | 'unassigned',
  { add }: Gathering,
): void {
  const idle = idleOf(lines, part);
  const open = app.seats?.total.basis === 'summary' && part === 'unassigned';
  add({
    ...seatDraft(app, part, idle),
    high: open || idle.high === null ? idle.high : idle.amount,
    score: scoreOf([idle.priceFactor], idle.pricedShare),
    evidence: evidenceFor(app, part),
    action:
      part === 'departed'
        ? `Consider releasing ${seatsText(idle.seats)} of people who have left.`
        : `Consider giving up ${seatsText(idle.seats)} that nobody holds.`,
  });
}

function findInactive(
  app: AssessedApp,
  lines: readonly LineSeats[],
  { add, assessed: { asOf, config } }: Gathering,
): void {
  const idle = idleOf(lines, 'inactive');
  const gate = usageGate(app, asOf, config.thresholds.staleUsageDays);
  const factors = [usageFactor(app), freshnessFactor(app, asOf), idle.priceFactor];
  add({
    ...seatDraft(app, 'inactive', idle),
    low: gate === null ? idle.amount : idle.amount && 0,
    high: idle.high,
    score: scoreOf(factors, idle.pricedShare * usageShare(app)),
    evidence: [...evidenceFor(app, 'inactive'), `app/${app.app.id}/lastUsedAt`],
    against: (['unknown', 'grace', 'exempt'] as const)
      .filter((part) => (app.seats?.total[part] ?? 0) > 0)
      .map((part) => `app/${app.app.id}/seats/${part}`),
    blockers: gate === null ? [] : [gate],
    action:
      gate === null
        ? `Consider reclaiming ${seatsText(idle.seats)} without recent use.`
        : `Verify the usage data before you judge ${seatsText(idle.seats)}.`,
  });
}

function usageShare(app: AssessedApp): number {
  const { assigned, unknown } = app.seats?.total ?? { assigned: 0, unknown: 0 };
  return assigned === 0 ? 1 : Math.max(0, assigned - unknown) / assigned;
}

function findDowngrade(app: AssessedApp, lines: readonly LineSeats[], { add, assessed }: Gathering): void {
  const idle = idleOf(lines, 'lowerTier');
  add({
    ...seatDraft(app, 'downgrade', { ...idle, amount: null, high: null }),
    score: scoreOf([usageFactor(app), freshnessFactor(app, assessed.asOf)], usageShare(app)),
    evidence: evidenceFor(app, 'lowerTier'),
    action: `Consider a lower tier for ${seatsText(idle.seats)}; its price shows the saving.`,
  });
}

function findOverAssigned(app: AssessedApp, lines: readonly LineSeats[], { add }: Gathering): void {
  const idle = idleOf(lines, 'overAssigned');
  add({
    ...seatDraft(app, 'over-assigned', idle),
    high: idle.pricedShare < 1 ? null : idle.amount,
    score: scoreOf([idle.priceFactor], idle.pricedShare),
    evidence: evidenceFor(app, 'overAssigned'),
    action: `Check ${seatsText(idle.seats)} assigned beyond those purchased: a true-up may be due.`,
  });
}

function seatDraft(app: AssessedApp, type: FindingType, { amount, high }: Idle) {
  const { id } = app.app;
  return { type, subject: `app-${id}`, rule: 'seats', appId: id, amount, high };
}
