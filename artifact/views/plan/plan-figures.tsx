import type { ReactNode } from 'react';
import type { Analysis, Minor } from '../../../skill/analysis/contract.ts';
import { sum } from '../../../skill/analysis/facts.ts';
import { hasPrices } from '../../../skill/report/texts.ts';
import { formatDayMonth, formatWholeMoney } from '../../parts/text.ts';
import { Kpi, Kpis } from '../../parts/layout.ts';
import { Amount } from '../amount.tsx';
import { Provenance } from '../completeness-badge.tsx';
import { useResults } from '../page-context.ts';

/** Amounts of different kinds: three windows on the saving, and what is none at all, where there is any. */
export function PlanFigures(): ReactNode {
  const results = useResults();
  const { shown: analysis } = results;
  const { ledger, totals, currency } = analysis;
  // Where the saving is unknown, so is what of it falls into a window.
  const isKnown = totals.hardSavingAnnual !== null;
  const standing = <Provenance key="standing" sources={['apps', 'contracts']} />;
  const figure = (
    label: string,
    minor: Minor | null,
    fact: string,
    rests: string,
    split: readonly string[] = [],
  ): ReactNode => (
    <Kpi
      label={label}
      value={
        <Amount
          minor={hasPrices(totals) ? minor : null}
          currency={currency}
          unknown={hasPrices(totals) ? 'No app carries seat counts.' : 'No app has a known cost.'}
          fact={fact}
          stop
        />
      }
      split={split}
      rests={[rests, standing]}
    />
  );
  return (
    <Kpis>
      {figure(
        'Leaves the bill, a full year',
        totals.hardSavingAnnual,
        'totals/hardSavingAnnual',
        'once everything is in effect',
        isKnown ? bySource(analysis) : [],
      )}
      {figure(
        'In the next 12 months',
        isKnown ? sum(ledger, (row) => row.next12) : null,
        'lever/all/next12',
        'the part with a known date to leave',
      )}
      {figure(
        'In this fiscal year',
        isKnown ? sum(ledger, (row) => row.inYear) : null,
        'lever/all/inYear',
        `the year that begins on ${formatDayMonth(`2000-${analysis.inputs.config.tenant.fiscalYearStart}`)}`,
      )}
      {totals.avoidanceAnnual !== 0 &&
        figure(
          'Cost avoidance',
          totals.avoidanceAnnual,
          'totals/avoidanceAnnual',
          'not part of the saving: today’s bill stays',
        )}
      {totals.oneTime !== 0 &&
        figure('One-time cost', totals.oneTime, 'totals/oneTime', 'paid once, not netted')}
    </Kpis>
  );
}

/** Who put the saving into the plan; the parts add up to the hard saving. */
export function savingBySource({ apps, plan }: Analysis): { readonly rules: Minor; readonly person: Minor } {
  const sources = new Map(plan.map(({ appId, source }) => [appId, source]));
  const of = (wanted: 'rules' | 'person'): Minor =>
    sum(apps, ({ id, hardSavingAnnual }) =>
      (sources.get(id) ?? 'rules') === wanted ? (hardSavingAnnual ?? 0) : 0,
    );
  return { rules: of('rules'), person: of('person') };
}

function bySource(analysis: Analysis): string[] {
  const { rules, person } = savingBySource(analysis);
  return [
    `${formatWholeMoney(rules, analysis.currency)} proposed by rules`,
    `${formatWholeMoney(person, analysis.currency)} accepted by a person`,
  ];
}
