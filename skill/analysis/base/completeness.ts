/** Which way a sum of what is known can be wrong: what was left out would make it more, or less. */
import type { Analysis, CostComplete, LeftOut } from './contract.ts';

type KnownComplete = Exclude<CostComplete, 'unknown'>;

export interface Omitted {
  /** Something is left out that would add to the sum. */
  readonly more: boolean;
  /** A credit is left out. */
  readonly less: boolean;
}

export const whole: Omitted = { more: false, less: false };

/** What is left out by either; mostly by neither, and then nothing is made. */
export function widened(a: Omitted, b: Omitted): Omitted {
  if (!b.more && !b.less) return a;
  return { more: a.more || b.more, less: a.less || b.less };
}

export function completeness({ more, less }: Omitted): KnownComplete {
  if (more) return less ? 'uncertain' : 'at-least';
  return less ? 'at-most' : 'whole';
}

export function omittedContracts(leftOut: readonly LeftOut[]): Omitted {
  if (leftOut.length === 0) return whole;
  const credits = leftOut.filter(({ reason }) => reason === 'negative').length;
  return { more: credits < leftOut.length, less: credits > 0 };
}

type App = Pick<Analysis['apps'][number], 'costComplete' | 'unusableMoney'>;

/** What the sum of the costs of these apps can be called. An app without a cost is in it with nothing. */
export function completeOf(apps: readonly App[]): KnownComplete {
  return completeness(apps.map(omittedOf).reduce(widened, whole));
}

/**
 * What the baseline can be called, and what the plan makes of it: the money left out is in neither. The totals
 * say it; those of a file that was written before they did are judged by what they have.
 */
export function baselineComplete({ totals, apps }: Sums): KnownComplete {
  return (
    totals.baselineComplete ??
    completeness({ more: totals.baselineIsFloor, less: apps.some((app) => omittedOf(app).less) })
  );
}

interface Sums {
  readonly totals: Pick<Analysis['totals'], 'baselineIsFloor' | 'baselineComplete'>;
  readonly apps: readonly App[];
}

function omittedOf({ costComplete, unusableMoney = 'whole' }: App): Omitted {
  return sides[costComplete === 'unknown' ? unusableMoney : costComplete];
}

const sides = {
  whole,
  'at-least': { more: true, less: false },
  'at-most': { more: false, less: true },
  uncertain: { more: true, less: true },
} as const satisfies Readonly<Record<KnownComplete, Omitted>>;
