/**
 * The hard saving by when its money can leave the bill, soonest first: what a person needs to see before
 * any single amount. What leaves and what the plan adds are kept apart, since a bar cannot show their
 * difference.
 */
import type { Analysis, Effect, Minor } from '../base/contract.ts';
import { grouped } from '../base/grouped.ts';
import { sum } from '../base/lever-sums.ts';
import type { FieldTable, RecordOf } from '../records/field.ts';
import { effects } from '../records/ledger-row.ts';
import { count, yearly } from '../records/rows.ts';

export const whenFields = {
  savingAnnual: { ...yearly, label: 'saving', how: 'Sum over the apps that will cost less, by their rows.' },
  addedAnnual: {
    ...yearly,
    label: 'added cost',
    how: 'Sum over the apps that will cost more, by their rows.',
  },
  netAddedAnnual: { ...yearly, label: 'net added cost', how: 'Added cost less saving, where it is more.' },
  apps: { ...count, label: 'apps that save', how: 'Apps that will cost less.' },
} as const satisfies FieldTable;

export interface WhenSums extends RecordOf<typeof whenFields, Minor> {}

export interface MoneyWhen extends WhenSums {
  readonly when: Effect;
  /** Saving less added cost. */
  readonly netAnnual: Minor;
  /** Addresses of the facts. */
  readonly facts: { readonly [Field in keyof WhenSums | 'netAnnual']: string };
}

/** Every time in order, also those without money; none where no saving can be judged. */
export function moneyByWhen(analysis: Analysis): MoneyWhen[] {
  if (analysis.totals.hardSavingAnnual === null) return [];
  return effects.map((when) => ({
    when,
    ...whenSums(analysis, when),
    netAnnual: analysis.totals.byEffect[when],
    facts: {
      savingAnnual: `when/${when}/savingAnnual`,
      addedAnnual: `when/${when}/addedAnnual`,
      apps: `when/${when}/apps`,
      netAddedAnnual: `when/${when}/netAddedAnnual`,
      netAnnual: `totals/byEffect/${when}`,
    },
  }));
}

/** @param when a time, or `all` of them; undefined for another word */
export function whenOf(analysis: Analysis, when: string): WhenSums | undefined {
  return when === 'all' || isEffect(when) ? whenSums(analysis, when) : undefined;
}

/** Rows of the apps that will cost less, or more, by what changes at a time. */
export function rowsAt(analysis: Analysis, when: string, change: 'less' | 'more'): Analysis['ledger'] {
  const byApp = [...grouped(rowsOf(analysis, when), ({ appId }) => appId).values()];
  return byApp.filter((rows) => (change === 'less' ? netOf(rows) > 0 : netOf(rows) < 0)).flat();
}

function rowsOf({ ledger }: Analysis, when: string): Analysis['ledger'] {
  return ledger.filter((row) => row.hardAnnual !== 0 && (when === 'all' || row.effect === when));
}

function netOf(rows: Analysis['ledger']): Minor {
  return sum(rows, ({ hardAnnual }) => hardAnnual);
}

/** What leaves and what is added at a time, or at `all` of them. */
export function whenSums(analysis: Analysis, when: Effect | 'all'): WhenSums {
  const less = rowsAt(analysis, when, 'less');
  const savingAnnual = netOf(less);
  const addedAnnual = 0 - netOf(rowsAt(analysis, when, 'more'));
  return {
    savingAnnual,
    addedAnnual,
    netAddedAnnual: Math.max(0, addedAnnual - savingAnnual),
    apps: new Set(less.map(({ appId }) => appId)).size,
  };
}

function isEffect(word: string): word is Effect {
  return effects.some((effect) => effect === word);
}
