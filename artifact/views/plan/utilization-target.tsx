/** The saving over the utilization aimed at: seen as a curve before it is asked, and set by a slider. */
import { useId, type ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { Curve } from '../../parts/charts.ts';
import { Section } from '../../parts/layout.ts';
import { Table, type Column } from '../../parts/table.ts';
import { formatCompactMoney, formatWholeMoney } from '../../parts/text.ts';
import { useSession } from '../../session/session.ts';
import { chooseUtilization, targetUtilizationOf } from '../../session/what-if.ts';
import { moneyColumn } from '../figure-columns.tsx';
import { useResults } from '../page-context.ts';
import { targetRange, useSavingCurve, type TriedTarget } from './use-saving-curve.ts';
import { useTrial } from './use-trial.ts';

export function UtilizationTarget(): ReactNode {
  const { shown } = useResults();
  return shown.totals.hardSavingAnnual === null ? null : <Target shown={shown} />;
}

function Target({ shown }: { readonly shown: Analysis }): ReactNode {
  const tried = useSavingCurve(useTrial());
  const { totals, currency, inputs } = shown;
  const saving = totals.hardSavingAnnual ?? 0;
  const utilization = targetUtilizationOf(inputs.config.rightSizing);
  const shownAt = utilization !== null && utilization >= targetRange.from ? utilization : null;
  return (
    <Section title="How full the licenses should be" sentence={sentenceOf(shown, utilization)}>
      <Curve
        label="Saving a year over the utilization aimed at"
        points={tried.flatMap(({ target, saving: y }) => (y === null ? [] : [{ x: target, y }]))}
        {...targetRange}
        current={shownAt === null ? null : { x: shownAt, y: saving }}
        fromText={`${targetRange.from}% of seats in use`}
        toText="100%"
        currentText={`${shownAt}%: ${formatCompactMoney(saving, currency)}`}
      />
      <Slider saving={`${formatWholeMoney(saving, currency)} a year`} at={shownAt} />
      <details>
        <summary>The curve as a table</summary>
        <Table
          caption="Saving a year by the utilization aimed at"
          columns={columnsFor(currency)}
          rows={tried}
          keyOf={({ target }) => target}
        />
      </details>
    </Section>
  );
}

interface SliderProps {
  readonly saving: string;
  /** In percent; null while another policy holds a fixed number of seats. */
  readonly at: number | null;
}

function Slider({ saving, at }: SliderProps): ReactNode {
  const session = useSession();
  const mapped = useResults().baseline.inputs.config.rightSizing;
  const id = useId();
  return (
    <p className="slider">
      <label className="field-label" htmlFor={id}>
        Target utilization
      </label>
      <input
        id={id}
        type="range"
        min={targetRange.from}
        max={targetRange.to}
        value={at ?? targetRange.to}
        aria-valuetext={at === null ? 'not set' : `${at}%, saves ${saving}`}
        onChange={({ currentTarget }) =>
          session.assume(chooseUtilization(Number(currentTarget.value), mapped))
        }
      />
      <output htmlFor={id}>{at === null ? '–' : `${at}%`}</output>
    </p>
  );
}

function sentenceOf({ totals, currency, inputs }: Analysis, utilization: number | null): string {
  const { policy, percent, seats } = inputs.config.rightSizing;
  const saving = `${formatWholeMoney(totals.hardSavingAnnual ?? 0, currency)} a year leaves the bill`;
  if (policy === 'targetUtilisation') return `With ${percent}% of the seats in use, ${saving}.`;
  if (policy === 'seats') return `With ${seats} spare seats per app, ${saving}.`;
  return `With a buffer of ${percent}%, which is about ${utilization}% of the seats in use, ${saving}.`;
}

function columnsFor(currency: string): Column<TriedTarget>[] {
  return [
    { key: 'target', header: 'Seats in use', cell: targetText, file: targetText },
    moneyColumn(currency, {
      key: 'saving',
      header: `Saving, ${currency} a year`,
      of: ({ saving }) => saving,
      unknown: 'No app carries seat counts.',
    }),
  ];
}

function targetText({ target }: TriedTarget): string {
  return `${target}%`;
}
