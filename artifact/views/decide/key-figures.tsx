import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { baselineComplete } from '../../../skill/analysis/facts.ts';
import { hasPrices } from '../../../skill/report/texts.ts';
import { count, counted, wholeMoney } from '../../parts/text.ts';
import { Kpi, Kpis, Unknown } from '../../parts/layout.ts';
import { Amount } from '../amount.tsx';
import { Figure } from '../figure.tsx';
import { hasRead, Provenance } from '../completeness-badge.tsx';
import { idleSeats } from '../seats.ts';
import { useChangeSince } from './use-change-since.ts';
import { renewingSoon } from './renewing-soon.ts';
import { useResults } from '../page-context.ts';

/** Five figures, each with its coverage, its completeness and its date. */
export function KeyFigures(): ReactNode {
  return (
    <Kpis>
      <Baseline />
      <HardSaving />
      <Avoidance />
      <NotJudged />
      <RenewingSoon />
    </Kpis>
  );
}

function Baseline(): ReactNode {
  const { shown: analysis } = useResults();
  const { totals, currency } = analysis;
  const { hiddenApps, partlyPricedApps, leftOutContracts } = totals;
  const minor = hasPrices(totals) ? totals.baselineAnnual : null;
  return (
    <Kpi
      label="Annual baseline"
      value={
        <Amount
          minor={minor}
          currency={currency}
          unknown="No app has a known cost."
          fact="totals/baselineAnnual"
          complete={baselineComplete(analysis)}
          stop
        />
      }
      split={useChangeSince('baselineAnnual')}
      rests={[
        `${count(totals.pricedApps)} of ${counted(totals.apps, 'app')} priced${partlyPricedApps > 0 ? `, ${count(partlyPricedApps)} more in part` : ''}`,
        ...(leftOutContracts > 0 ? [`${counted(leftOutContracts, 'contract')} left out`] : []),
        ...(hiddenApps > 0 ? [`${counted(hiddenApps, 'hidden app')} not counted`] : []),
        <Provenance key="standing" sources={['apps', 'contracts']} />,
      ]}
    />
  );
}

function HardSaving(): ReactNode {
  const results = useResults();
  const change = useChangeSince('hardSavingAnnual');
  const { totals, currency, apps } = results.shown;
  const judged = apps.filter(({ seats, costAnnual }) => seats !== null && costAnnual !== null).length;
  const minor = judged === 0 ? null : totals.hardSavingAnnual;
  const isDated = minor !== null && hasRead(results, 'contracts');
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
      split={[...(isDated ? fatesOf(results.shown) : []), ...change]}
      rests={[
        `${count(judged)} of ${counted(totals.apps, 'app')} judged`,
        <Provenance key="standing" sources={['apps', 'contracts']} />,
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
  readonly field: (typeof fates)[number][0];
  readonly words: string;
}

function Total({ field, totals, currency, words }: TotalProps): ReactNode {
  return (
    <>
      <Amount minor={totals[field]} currency={currency} unknown="" fact={`totals/${field}`} stop /> {words}
    </>
  );
}

function Avoidance(): ReactNode {
  const results = useResults();
  const { totals, currency } = results.shown;
  return (
    <Kpi
      label="Cost avoidance"
      value={
        <Amount
          minor={hasPrices(totals) ? totals.avoidanceAnnual : null}
          currency={currency}
          unknown="No app has a known cost."
          fact="totals/avoidanceAnnual"
          stop
        />
      }
      split={useChangeSince('avoidanceAnnual')}
      rests={[
        'a year, not part of the saving',
        <Provenance key="standing" sources={['apps', 'contracts']} />,
      ]}
    />
  );
}

/** Money on seats of which nobody knows whether they are used: neither saved nor safe. */
function NotJudged(): ReactNode {
  const results = useResults();
  const { totals, currency, apps } = results.shown;
  const seated = idleSeats(apps).apps;
  const { unpricedApps } = totals;
  return (
    <Kpi
      label="Cannot be judged"
      value={
        <Amount
          minor={seated === 0 ? null : totals.unknownSeatValueAnnual}
          currency={currency}
          unknown="Torii shows no license counts."
          fact="totals/unknownSeatValueAnnual"
          stop
        />
      }
      split={useChangeSince('unknownSeatValueAnnual')}
      rests={[
        'a year, for lack of usage data',
        ...(unpricedApps > 0 ? [`${counted(unpricedApps, 'app')} without a known cost`] : []),
        <Provenance key="standing" sources={['apps']} />,
      ]}
    />
  );
}

function RenewingSoon(): ReactNode {
  const results = useResults();
  const { items, value, unpriced, undated, contracts } = renewingSoon(results);
  const { currency } = results.shown;
  const isRead = hasRead(results, 'contracts');
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
        <Provenance key="standing" sources={['contracts']} />,
      ]}
    />
  );
}

function contractCoverage(contracts: number, undated: number): string {
  if (contracts === 0) return 'Torii holds no contracts';
  if (undated === 0) return `of ${counted(contracts, 'contract')}`;
  return `${count(undated)} of ${counted(contracts, 'contract')} without an end date`;
}
