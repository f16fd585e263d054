import type { Analysis } from '../../../../skill/analysis/contract.ts';
import { type MoneyWhen, moneyByWhen } from '../../../../skill/analysis/facts.ts';

type When = MoneyWhen['when'];

/** By when money can leave the bill, in as few words as there is room for, and as part of a sentence. */
export const timeWords: Readonly<Record<When, readonly [short: string, long: string]>> = {
  now: ['today', 'can leave the bill today'],
  within30: ['30 days', 'can leave within 30 days'],
  within90: ['90 days', 'can leave in 31 to 90 days'],
  within365: ['1 year', 'can leave in 91 to 365 days'],
  later: ['later', 'can leave only after a year'],
  locked: ['locked', 'is locked, because a deadline was missed'],
  unknown: ['no date', 'has no known exit date'],
};

/** Nothing where no saving can be judged. */
export function moneyTimes(analysis: Analysis): readonly MoneyWhen[] {
  return moneyByWhen(analysis);
}

/** The apps of which a saving leaves at this time; null for a word that names none. */
export function appsLeaving({ ledger }: Analysis, when: string | undefined): ReadonlySet<number> | null {
  if (when === undefined || !Object.hasOwn(timeWords, when)) return null;
  return new Set(
    ledger.filter(({ effect, hardAnnual }) => effect === when && hardAnnual > 0).map(({ appId }) => appId),
  );
}
