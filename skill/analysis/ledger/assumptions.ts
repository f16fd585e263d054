/** What a row takes for granted, in words, so that no figure stands without it. */
import type { AssessedApp, Assessed } from '../base/assessed.ts';
import { policyOf, type Policy } from '../seats/right-sizing.ts';
import type { AppPlan } from '../plan/plan.ts';
import type { Part } from './part.ts';
import type { Timing } from '../base/timing.ts';

export function assumptionsOf(part: Part, plan: AppPlan, timing: Timing, assessed: Assessed): string[] {
  const { app, edit } = plan;
  const said = [...part.assumptions];
  if (edit !== null) said.push(`Decided by ${edit.by} on ${edit.at}.`);
  const isSeats = part.lever === 'departed' || part.lever === 'unassigned' || part.lever === 'inactive';
  if (isSeats && edit?.seatTarget === undefined) {
    said.push(policyText(policyOf(assessed.config, app.app.id)));
  }
  if (part.lever === 'inactive') said.push(thresholdText(app, assessed));
  if (app.cost.source === 'torii') said.push('Converted by Torii.');
  if (app.cost.source === 'rate') {
    said.push(`Converted at the rate of ${assessed.config.rates?.asOf ?? 'the mapping'}.`);
  }
  if (timing.effectiveFrom === null) said.push('When this takes effect is unknown: run-rate only.');
  contractAssumptions(app, said);
  return said;
}

function contractAssumptions(app: AssessedApp, said: string[]): void {
  for (const { noticeAssumed, noticeDays, autoRenewAssumed, autoRenew, contract } of app.inForce) {
    if (noticeAssumed) said.push(`Notice of ${noticeDays} days is assumed for ${contract.name}.`);
    if (autoRenewAssumed) {
      said.push(`${contract.name} is assumed ${autoRenew === true ? '' : 'not '}to renew by itself.`);
    }
    if (contract.commitSeats.kind === 'known') {
      said.push(`${contract.commitSeats.value} seats are committed until the term of ${contract.name} ends.`);
    }
  }
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
