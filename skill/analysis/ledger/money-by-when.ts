/**
 * The hard saving by when its money can leave the bill, soonest first: what a person needs to see before
 * any single amount. What leaves and what the plan adds are kept apart, since a bar cannot show their
 * difference.
 */
import type { Analysis, Effect, Minor } from '../base/contract.ts';
import { sum } from '../base/lever-sums.ts';
import type { FieldTable, RecordOf } from '../records/field.ts';
import { effects } from '../records/ledger-row.ts';
import { count, yearly } from '../records/rows.ts';

export const whenFields = {
  savingAnnual: { ...yearly, label: 'saving', how: 'Sum of the ledger rows of this time that save.' },
  addedAnnual: { ...yearly, label: 'added cost', how: 'Sum of the ledger rows of this time that cost more.' },
  apps: { ...count, label: 'apps that save', how: 'Apps with a ledger row of this time that saves.' },
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
    ...sumsAt(analysis, when),
    netAnnual: analysis.totals.byEffect[when],
    facts: {
      savingAnnual: `when/${when}/savingAnnual`,
      addedAnnual: `when/${when}/addedAnnual`,
      apps: `when/${when}/apps`,
      netAnnual: `totals/byEffect/${when}`,
    },
  }));
}

/** @param when a time, or `all` of them; undefined for another word */
export function whenOf(analysis: Analysis, when: string): WhenSums | undefined {
  return when === 'all' || isEffect(when) ? sumsAt(analysis, when) : undefined;
}

export function rowsAt({ ledger }: Analysis, when: string): Analysis['ledger'] {
  return ledger.filter((row) => row.hardAnnual !== 0 && (when === 'all' || row.effect === when));
}

function sumsAt(analysis: Analysis, when: string): WhenSums {
  const rows = rowsAt(analysis, when);
  const saving = rows.filter(({ hardAnnual }) => hardAnnual > 0);
  return {
    savingAnnual: sum(saving, ({ hardAnnual }) => hardAnnual),
    addedAnnual: sum(rows, ({ hardAnnual }) => Math.max(0, -hardAnnual)),
    apps: new Set(saving.map(({ appId }) => appId)).size,
  };
}

function isEffect(word: string): word is Effect {
  return effects.some((effect) => effect === word);
}
