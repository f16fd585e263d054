/** Plan: what the cost becomes, lever by lever and app by app, and what a person makes of it. */
import '../../theme/plan.css';
import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { baselineComplete } from '../../../skill/analysis/facts.ts';
import { boundWords, hasPrices } from '../../../skill/report/texts.ts';
import { formatCompactMoney } from '../../parts/text.ts';
import { AppsPlan } from './apps-plan.tsx';
import { AssumptionsForm } from './assumptions-form.tsx';
import { Bridge } from './bridge.tsx';
import { DecidedBefore } from './decided-before.tsx';
import { MadeHere } from './made-here.tsx';
import { PlanFigures, savingBySource } from './plan-figures.tsx';
import { PlanTotal } from './plan-total.tsx';
import { UtilizationTarget } from './utilization-target.tsx';
import { useResults } from '../page-context.ts';

export function PlanView(): ReactNode {
  const { shown: analysis } = useResults();
  return (
    <>
      <p className="headline">{sentenceOf(analysis)}</p>
      <PlanFigures />
      <PlanTotal />
      <UtilizationTarget />
      <AssumptionsForm />
      <Bridge />
      <AppsPlan />
      <DecidedBefore />
      <MadeHere />
    </>
  );
}

function sentenceOf(analysis: Analysis): string {
  const { totals, currency } = analysis;
  if (!hasPrices(totals)) return 'No plan can be stated in money: no app has a known cost.';
  if (totals.hardSavingAnnual === null) {
    return 'Nothing is planned yet: no app carries seat counts, so the saving is unknown.';
  }
  if (analysis.plan.length === 0) return 'Nothing is planned yet: the rules find no seats to give up.';
  const { rules, person } = savingBySource(analysis);
  const money = (minor: number): string => formatCompactMoney(minor, currency);
  const who =
    person === 0
      ? 'proposed by rules, none accepted yet'
      : `${money(rules)} proposed by rules, ${person < 0 ? `${money(-person)} added` : `${money(person)} accepted`} by a person`;
  const today = `${boundWords[baselineComplete(analysis)]}${money(totals.baselineAnnual)}`;
  return totals.hardSavingAnnual < 0
    ? `The plan adds ${money(-totals.hardSavingAnnual)} a year to ${today}: ${who}.`
    : `The plan takes ${money(totals.hardSavingAnnual)} a year off ${today}: ${who}.`;
}
