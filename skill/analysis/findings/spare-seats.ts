import type { Assessed, AssessedApp } from '../base/assessed.ts';
import { isFree } from '../base/seat-price.ts';
import { policyOf, type Policy } from '../seats/right-sizing.ts';

/**
 * What speaks against giving up every idle seat: the right-sizing policy holds some of them, so that the plan
 * saves less than they cost. Empty where it holds none, and where the app has a policy of its own, which no fact states.
 */
export function spareSeatFacts(app: AssessedApp, { config }: Pick<Assessed, 'config'>): string[] {
  const pools = (app.seats?.pools ?? []).filter(({ lines }) => !lines.every(isFree));
  const holds = pools.some(({ target, kept, purchased }) => Math.min(target, purchased) > kept);
  if (!holds || Object.hasOwn(config.rightSizing.perApp, app.app.id)) return [];
  return factsOf(policyOf(config, app.app.id));
}

function factsOf({ policy, percent, hires }: Policy): string[] {
  if (policy === 'seats') return ['assumption/spareSeats'];
  if (policy === 'targetUtilisation') return ['assumption/targetUtilisation'];
  return [...(percent > 0 ? ['assumption/bufferShare'] : []), ...(hires > 0 ? ['assumption/hires'] : [])];
}
