/** What a row assumes, in words, so that no figure is shown without it. */
import type { AssessedApp, Assessed } from '../base/assessed.ts';
import type { PriceBasis } from '../base/contract.ts';
import { dayOf } from '../base/day.ts';
import { renderDate } from '../facts/render.ts';
import { isFree } from '../base/seat-price.ts';
import { policyOf, type Policy } from '../seats/right-sizing.ts';
import type { AppPlan } from '../plan/plan.ts';
import type { SavingPart } from './part.ts';
import type { Timing } from '../base/timing.ts';

export function listAssumptions(
  part: SavingPart,
  plan: AppPlan,
  timing: Timing,
  assessed: Assessed,
): string[] {
  const { app, edit } = plan;
  const said = [...part.assumptions];
  if (edit !== null) said.push(`Decided by ${edit.by} on ${renderDate(dayOf(edit.at))}.`);
  const isSeats = part.lever === 'departed' || part.lever === 'unassigned' || part.lever === 'inactive';
  if (isSeats && edit?.seatTarget === undefined) {
    said.push(...keptTexts(part, plan, policyOf(assessed.config, app.app.id)));
    said.push(policyText(policyOf(assessed.config, app.app.id)));
  }
  if (isSeats) said.push(...priceTexts(part, plan));
  if (part.lever === 'inactive') said.push(thresholdText(app, assessed));
  if (app.cost.source === 'torii') said.push('Converted by Torii.');
  if (app.cost.source === 'rate') {
    const { rates } = assessed.config;
    said.push(`Converted at the rate of ${rates === null ? 'the mapping' : renderDate(dayOf(rates.asOf))}.`);
  }
  if (timing.effectiveFrom === null)
    said.push('When this takes effect is unknown: it counts in a full year only.');
  contractAssumptions(app, said);
  return said;
}

function contractAssumptions(app: AssessedApp, said: string[]): void {
  for (const { noticeAssumed, noticeDays, autoRenewAssumed, autoRenew, contract } of app.inForce) {
    if (noticeAssumed) said.push(`Notice of ${noticeDays} days is assumed for ${contract.name}.`);
    if (autoRenewAssumed) {
      said.push(`${contract.name} is assumed ${autoRenew === true ? '' : 'not '}to auto-renew.`);
    }
    if (contract.commitSeats.kind === 'known') {
      said.push(`${contract.commitSeats.value} seats are committed until the term of ${contract.name} ends.`);
    }
  }
}

/** What a finding counts and the policy keeps, so that both numbers make sense side by side. */
function keptTexts({ lever }: SavingPart, { lines }: AppPlan, { policy, percent, hires }: Policy): string[] {
  if (lever !== 'departed' && lever !== 'unassigned' && lever !== 'inactive') return [];
  const paid = lines.filter(({ line }) => !isFree(line));
  const found = paid.reduce((sum, { line }) => sum + line[lever], 0);
  const kept = paid.reduce((sum, plan) => sum + plan.line[lever] - plan[lever], 0);
  if (kept === 0) return [];
  const reason =
    policy === 'buffer'
      ? `as the ${percent} % buffer${hires > 0 ? ` and for ${hires} hires` : ''}`
      : policy === 'seats'
        ? 'as spare seats'
        : `for a utilization of ${percent} %`;
  return [`${found} ${lever}, ${kept} kept ${reason}.`];
}

const priceWords: Readonly<Record<PriceBasis, string | null>> = {
  licence: 'The price of a seat is that of its license line.',
  free: null,
  contract: 'The price of a seat is the one that the contract states.',
  'contract-seats': 'Assumed: a seat costs what the contracts cost ÷ the seats that they record.',
  'contract-single':
    'Assumed: a seat costs what the contracts cost ÷ the seats of the only line that costs money.',
  none: 'Unpriced: no record says what some of these seats cost.',
};

function priceTexts({ lever }: SavingPart, { lines }: AppPlan): string[] {
  if (lever !== 'departed' && lever !== 'unassigned' && lever !== 'inactive') return [];
  const bases = new Set(lines.filter((line) => line[lever] > 0).map(({ line }) => line.priceBasis));
  return [...bases].flatMap((basis) => priceWords[basis] ?? []);
}

export function policyText({ policy, percent, seats, hires }: Policy): string {
  if (policy === 'seats') return `Seats to hold: those kept and ${seats} more.`;
  if (policy === 'targetUtilisation') return `Seats to hold: ${percent} % of them in use.`;
  return `Seats to hold: those kept, a buffer of ${percent} % and ${hires} hires.`;
}

function thresholdText({ app, seats }: AssessedApp, { config: { thresholds } }: Assessed): string {
  if (seats?.thresholdIsTorii === true) return 'Inactive by the threshold of Torii.';
  const own = Object.hasOwn(thresholds.perApp, app.id) ? thresholds.perApp[app.id] : undefined;
  return `Inactive after ${own?.inactiveDays ?? thresholds.inactiveDays} days without use.`;
}
