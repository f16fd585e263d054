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
  const { shown: analysis } = useResults();
  const { ledger, totals } = analysis;
  // Where the saving is unknown, so is what of it falls into a window.
  const isKnown = totals.hardSavingAnnual !== null;
  return (
    <Kpis>
      <PlanFigure
        label="Leaves the bill, a full year"
        minor={totals.hardSavingAnnual}
        fact="totals/hardSavingAnnual"
        rests="once everything is in effect"
        split={isKnown ? bySource(analysis) : []}
      />
      <PlanFigure
        label="In the next 12 months"
        minor={isKnown ? sum(ledger, (row) => row.next12) : null}
        fact="lever/all/next12"
        rests="the part with a known date to leave"
      />
      <PlanFigure
        label="In this fiscal year"
        minor={isKnown ? sum(ledger, (row) => row.inYear) : null}
        fact="lever/all/inYear"
        rests={`the year that begins on ${formatDayMonth(`2000-${analysis.inputs.config.tenant.fiscalYearStart}`)}`}
      />
      <BesideTheSaving />
    </Kpis>
  );
}

/** Amounts of other kinds, where there are any. */
function BesideTheSaving(): ReactNode {
  const { totals } = useResults().shown;
  return (
    <>
      {totals.avoidanceAnnual !== 0 && (
        <PlanFigure
          label="Cost avoidance"
          minor={totals.avoidanceAnnual}
          fact="totals/avoidanceAnnual"
          rests="not part of the saving: today’s bill stays"
        />
      )}
      {totals.oneTime !== 0 && (
        <PlanFigure
          label="One-time cost"
          minor={totals.oneTime}
          fact="totals/oneTime"
          rests="paid once, not netted"
        />
      )}
    </>
  );
}

interface PlanFigureProps {
  readonly label: string;
  readonly minor: Minor | null;
  readonly fact: string;
  readonly rests: string;
  readonly split?: readonly string[];
}

function PlanFigure({ label, minor, fact, rests, split = [] }: PlanFigureProps): ReactNode {
  const { totals, currency } = useResults().shown;
  const isPriced = hasPrices(totals);
  return (
    <Kpi
      label={label}
      value={
        <Amount
          minor={isPriced ? minor : null}
          currency={currency}
          unknown={isPriced ? 'No app carries seat counts.' : 'No app has a known cost.'}
          fact={fact}
          stop
        />
      }
      split={split}
      rests={[rests, <Provenance key="standing" sources={['apps', 'contracts']} />]}
    />
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
