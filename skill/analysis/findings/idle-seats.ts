/** Seats that are unassigned, held by people who left, or unused; and seats still owed. */
import type { AssessedApp, LineSeats } from '../base/assessed.ts';
import type { FindingType, Minor } from '../base/contract.ts';
import { cappedScore, freshnessFactor, scoreOf, seatPriceFactors, usageFactor } from '../base/confidence.ts';
import { carriesMoney, isFree, priceOfLines, priceOfMoreSeats, priceOfSeats } from '../base/seat-price.ts';
import type { Gathering } from './gathering.ts';
import { spareSeatFacts } from './spare-seats.ts';
import { findUsageAgainst } from './usage-counts.ts';
import { usageGate } from './usage-gate.ts';
import { countWords, sentencesOf, type Wording } from './wording.ts';

type Part = 'unassigned' | 'departed' | 'inactive' | 'lowerTier' | 'overAssigned';

/** One part of the partition over the lines of an app that may cost money, in seats and in money. */
interface Idle {
  readonly seats: number;
  /** Null when no line with such seats has a price. */
  readonly amount: Minor | null;
  /** The amount if every seat of unknown usage belonged here too; null when a price is missing. */
  readonly high: Minor | null;
  /** Share of the seats whose price is known. */
  readonly pricedShare: number;
  readonly priceFactor: number;
  /** The price of some of the seats is an assumption. */
  readonly isAssumed: boolean;
}

/** Free seats are counted with the app and are no finding: giving them up saves nothing. */
function idleOf(all: readonly LineSeats[], part: Part): Idle {
  const lines = all.filter((line) => !isFree(line));
  const having = lines.filter((line) => line[part] > 0);
  const priced = having.filter(carriesMoney);
  const seats = sumOf(having, part);
  const pricedSeats = sumOf(priced, part);
  const priceOf = part === 'overAssigned' ? priceOfMoreSeats : priceOfSeats;
  return {
    seats,
    amount: pricedSeats === 0 ? null : priceOfLines(priced, (line) => priceOf(line, line[part])),
    high:
      pricedSeats < seats
        ? null
        : priceOfLines(lines, (line) => priceOfSeats(line, line[part] + line.unknown)),
    pricedShare: seats === 0 ? 0 : pricedSeats / seats,
    priceFactor: Math.min(1, ...priced.map(({ priceBasis }) => seatPriceFactors[priceBasis])),
    isAssumed: priced.some(({ priceBasis }) => priceBasis.startsWith('contract-')),
  };
}

function sumOf(lines: readonly LineSeats[], part: Part): number {
  return lines.reduce((sum, line) => sum + line[part], 0);
}

/** An assumed price carries no more than a medium confidence. */
function scoreOfIdle(
  { pricedShare, isAssumed, priceFactor }: Idle,
  factors: readonly number[],
  coverage = 1,
) {
  const score = scoreOf([priceFactor, ...factors], pricedShare * coverage);
  return isAssumed ? Math.min(score, cappedScore) : score;
}

/** The count of the app; where some of it is free, the finding alone says how many seats cost money. */
function evidenceFor(app: AssessedApp, part: Part, type: FindingType, seats: number): string[] {
  const { id } = app.app;
  return [
    ...new Set([seatsFact(app, part, type, seats), `app/${id}/seats/${part}`, `app/${id}/seats/purchased`]),
  ];
}

/** The fact that is the number of seats which a finding speaks of. */
function seatsFact(
  { app: { id }, seats }: AssessedApp,
  part: Part,
  type: FindingType,
  found: number,
): string {
  return seats?.total[part] === found ? `app/${id}/seats/${part}` : `finding/${type}:app-${id}:seats/seats`;
}

/** Where some of the seats are free, the text says that it speaks of the others. */
function foundSeats(app: AssessedApp, part: Part, type: FindingType, { seats }: Idle): Wording {
  const isWhole = app.seats?.total[part] === seats;
  return countWords(seats, seatsFact(app, part, type, seats), isWhole ? 'seat' : 'paid seat');
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

/** These depend only on the price: the seat is certainly unused. */
function findHeld(
  app: AssessedApp,
  lines: readonly LineSeats[],
  part: 'departed' | 'unassigned',
  { add, assessed }: Gathering,
): void {
  const idle = idleOf(lines, part);
  if (idle.seats === 0) return;
  const open = app.seats?.total.basis === 'summary' && part === 'unassigned';
  const found = foundSeats(app, part, part, idle);
  add({
    ...seatDraft(app, part, idle),
    high: open || idle.high === null ? idle.high : idle.amount,
    score: scoreOfIdle(idle, []),
    evidence: evidenceFor(app, part, part, idle.seats),
    against: spareSeatFacts(app, assessed),
    action:
      part === 'departed'
        ? ['Consider releasing ', ...found, ' of people who have left.']
        : ['Consider giving up ', ...found, ' that are not assigned.'],
  });
}

/** When the app was last used says nothing about the seats that are not: it is no evidence here. */
function findInactive(app: AssessedApp, lines: readonly LineSeats[], { add, assessed }: Gathering): void {
  const idle = idleOf(lines, 'inactive');
  if (idle.seats === 0) return;
  const { asOf, config } = assessed;
  const gate = usageGate(app, asOf, config.thresholds.staleUsageDays);
  const score = scoreOfIdle(idle, [usageFactor(app), freshnessFactor(app, asOf)], usageShare(app));
  const contrary = findUsageAgainst(app);
  const found = foundSeats(app, 'inactive', 'inactive', idle);
  add({
    ...seatDraft(app, 'inactive', idle),
    low: gate === null ? idle.amount : idle.amount && 0,
    high: idle.high,
    score: contrary === null ? score : Math.min(score, cappedScore),
    evidence: evidenceFor(app, 'inactive', 'inactive', idle.seats),
    against: [
      ...(['unknown', 'grace', 'exempt'] as const)
        .filter((part) => (app.seats?.total[part] ?? 0) > 0)
        .map((part) => `app/${app.app.id}/seats/${part}`),
      ...(gate?.facts ?? []),
      ...(contrary?.facts ?? []),
      ...spareSeatFacts(app, assessed),
    ],
    blockers: gate === null ? [] : [gate.sentence],
    action: sentencesOf([
      gate === null
        ? ['Consider reclaiming ', ...found, ' without recent use.']
        : ['Verify the usage data before you judge ', ...found, '.'],
      ...(contrary === null ? [] : [contrary.sentence]),
    ]),
  });
}

function usageShare(app: AssessedApp): number {
  const { assigned, unknown } = app.seats?.total ?? { assigned: 0, unknown: 0 };
  return assigned === 0 ? 1 : Math.max(0, assigned - unknown) / assigned;
}

function findDowngrade(app: AssessedApp, lines: readonly LineSeats[], { add, assessed }: Gathering): void {
  const idle = idleOf(lines, 'lowerTier');
  if (idle.seats === 0) return;
  add({
    ...seatDraft(app, 'downgrade', { ...idle, amount: null, high: null }),
    score: scoreOf([usageFactor(app), freshnessFactor(app, assessed.asOf)], usageShare(app)),
    evidence: evidenceFor(app, 'lowerTier', 'downgrade', idle.seats),
    action: [
      'Consider a lower tier for ',
      ...foundSeats(app, 'lowerTier', 'downgrade', idle),
      '; its price shows the saving.',
    ],
  });
}

function findOverAssigned(app: AssessedApp, lines: readonly LineSeats[], { add }: Gathering): void {
  const idle = idleOf(lines, 'overAssigned');
  if (idle.seats === 0) return;
  add({
    ...seatDraft(app, 'over-assigned', idle),
    high: idle.pricedShare < 1 ? null : idle.amount,
    score: scoreOfIdle(idle, []),
    evidence: [
      ...evidenceFor(app, 'overAssigned', 'over-assigned', idle.seats),
      `app/${app.app.id}/seats/assigned`,
    ],
    action: [
      'Check ',
      ...foundSeats(app, 'overAssigned', 'over-assigned', idle),
      ' assigned beyond those purchased: a true-up may be due.',
    ],
  });
}

function seatDraft(app: AssessedApp, type: FindingType, { seats, amount, high }: Idle) {
  const { id } = app.app;
  return { type, subject: `app-${id}`, rule: 'seats', appId: id, seats, amount, high };
}
