import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { count, counted } from '../../parts/count.ts';
import { Kpi, Kpis } from '../../parts/kpi.tsx';
import { wholeMoney } from '../../parts/money.ts';
import { Unknown } from '../../parts/unknown.tsx';
import { Amount } from '../amount.tsx';
import { Figure } from '../figure.tsx';
import { hasRead, Provenance } from '../standing.tsx';
import { idleSeats } from '../seats.ts';
import type { ViewProps } from '../view-props.ts';
import { renewingSoon } from './renewing-soon.ts';

/** Five figures, each with its coverage, its completeness and its date. */
export function KeyFigures(props: ViewProps): ReactNode {
  return (
    <Kpis>
      <Baseline {...props} />
      <HardSaving {...props} />
      <Apps {...props} />
      <IdleLicences {...props} />
      <RenewingSoon {...props} />
    </Kpis>
  );
}

function Baseline({ state, picture }: ViewProps): ReactNode {
  const { totals, currency } = picture.analysis;
  const minor = totals.pricedApps === 0 ? null : totals.baselineAnnual;
  return (
    <Kpi
      label="Annual baseline"
      value={
        <Amount
          minor={minor}
          currency={currency}
          unknown="No app has a known cost."
          fact="totals/baselineAnnual"
          stop
        />
      }
      rests={[
        `${count(totals.pricedApps)} of ${counted(totals.apps, 'app')} priced`,
        <Provenance key="standing" state={state} sources={['apps', 'contracts']} />,
      ]}
    />
  );
}

function HardSaving({ state, picture }: ViewProps): ReactNode {
  const { totals, currency, apps } = picture.analysis;
  const judged = apps.filter(({ seats, costAnnual }) => seats !== null && costAnnual !== null).length;
  const minor = judged === 0 ? null : totals.hardSavingAnnual;
  const isDated = minor !== null && hasRead(state, 'contracts');
  return (
    <Kpi
      label="Hard saving a year"
      value={
        <Amount
          minor={minor}
          currency={currency}
          unknown="No app has both a cost and seat counts."
          fact="totals/hardSavingAnnual"
          stop
        />
      }
      split={isDated ? fatesOf(picture.analysis) : []}
      rests={[
        `${count(judged)} of ${counted(totals.apps, 'app')} judged`,
        <Provenance key="standing" state={state} sources={['apps', 'contracts']} />,
      ]}
    />
  );
}

/** What becomes of the hard saving; the parts add up to it. */
function fatesOf({ totals, currency }: Analysis): ReactNode[] {
  return fates
    .filter(([field]) => totals[field] > 0)
    .map(([field, fate]) => (
      <Total key={field} field={field} totals={totals} currency={currency} words={fate} />
    ));
}

const fates = [
  ['decidableAnnual', 'can be decided'],
  ['lockedAnnual', 'locked'],
  ['exitUnknownAnnual', 'exit unknown'],
] as const;

interface TotalProps extends Pick<Analysis, 'totals' | 'currency'> {
  readonly field: keyof Omit<Analysis['totals'], 'partial'>;
  readonly words: string;
}

function Total({ field, totals, currency, words }: TotalProps): ReactNode {
  return (
    <>
      <Amount minor={totals[field]} currency={currency} unknown="" fact={`totals/${field}`} stop /> {words}
    </>
  );
}

function Apps({ state, picture }: ViewProps): ReactNode {
  const { apps, hiddenApps } = picture.analysis.totals;
  return (
    <Kpi
      label="Apps"
      value={
        <Figure fact="totals/apps" stop>
          {count(apps)}
        </Figure>
      }
      rests={[
        hiddenApps === 0 ? 'none hidden' : `${counted(hiddenApps, 'hidden app')} not counted`,
        <Provenance key="standing" state={state} sources={['apps']} mapped={false} />,
      ]}
    />
  );
}

function IdleLicences({ state, picture }: ViewProps): ReactNode {
  const { analysis } = picture;
  const { idle, purchased, apps } = idleSeats(analysis.apps);
  const waste = analysis.totals.wasteAnnual;
  return (
    <Kpi
      label="Idle licences"
      value={apps === 0 ? <Unknown reason="Torii shows no licence counts." /> : count(idle)}
      split={
        waste > 0 ? [<Total key="waste" {...analysis} field="wasteAnnual" words="a year avoidable" />] : []
      }
      rests={[
        apps === 0
          ? 'no licence counts'
          : `of ${count(purchased)} in ${count(apps)} of ${counted(analysis.totals.apps, 'app')}`,
        <Provenance key="standing" state={state} sources={['apps']} />,
      ]}
    />
  );
}

function RenewingSoon({ state, picture }: ViewProps): ReactNode {
  const { items, value, unpriced, undated, contracts } = renewingSoon(picture);
  const { currency } = picture.analysis;
  const isRead = hasRead(state, 'contracts');
  return (
    <Kpi
      label="Renewals in 60 days"
      value={
        isRead ? (
          <Figure fact="count/renewing60" stop>
            {count(items.length)}
          </Figure>
        ) : (
          <Unknown reason="No contract has been read." />
        )
      }
      split={
        value > 0
          ? [`${wholeMoney(value, currency)} a year${unpriced > 0 ? `, ${unpriced} unpriced` : ''}`]
          : []
      }
      rests={[
        ...(isRead ? [contractCoverage(contracts, undated)] : []),
        <Provenance key="standing" state={state} sources={['contracts']} />,
      ]}
    />
  );
}

function contractCoverage(contracts: number, undated: number): string {
  if (contracts === 0) return 'Torii holds no contracts';
  if (undated === 0) return `of ${counted(contracts, 'contract')}`;
  return `${count(undated)} of ${counted(contracts, 'contract')} without an end date`;
}
