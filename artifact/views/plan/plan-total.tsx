import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { formatWholeMoney } from '../../parts/text.ts';
import { useResults } from '../page-context.ts';

/** The saving of the plan, pinned while what changes it is being typed further down. */
export function PlanTotal(): ReactNode {
  const { shown, baseline } = useResults();
  return (
    <p className="plan-total">
      <output>{sentenceOf(shown, baseline)}</output>
    </p>
  );
}

function sentenceOf({ totals, currency }: Analysis, { totals: before }: Analysis): string {
  if (totals.hardSavingAnnual === null || before.hardSavingAnnual === null) {
    return 'The saving is unknown: no app carries seat counts.';
  }
  const size = formatWholeMoney(Math.abs(totals.hardSavingAnnual), currency);
  const saving = totals.hardSavingAnnual < 0 ? `Adds ${size} a year` : `Saves ${size} a year`;
  const change = totals.hardSavingAnnual - before.hardSavingAnnual;
  if (change === 0) return `${saving}. Nothing is changed on this page.`;
  const difference = formatWholeMoney(Math.abs(change), currency);
  return `${saving}, ${difference} ${change > 0 ? 'more' : 'less'} than without the changes on this page.`;
}
