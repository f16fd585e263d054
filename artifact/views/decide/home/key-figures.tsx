import type { ReactNode } from 'react';
import type { Analysis, Minor } from '../../../../skill/analysis/contract.ts';
import { baselineComplete } from '../../../../skill/analysis/facts.ts';
import { hasPrices } from '../../../../skill/report/texts.ts';
import { formatCount, formatCounted, formatShare, formatWholeMoney } from '../../../parts/text.ts';
import { Kpi, Kpis, UnknownValue } from '../../../parts/layout.ts';
import { Amount } from '../../amount.tsx';
import { FigureLink } from '../../figure.tsx';
import { hasRead, Provenance, useIsExceptional } from '../../completeness-badge.tsx';
import { idleSeats } from '../../seats.ts';
import { useChangeSince } from './use-change-since.ts';
import { renewingSoon } from '../renewals/renewing-soon.ts';
import { useResults } from '../../page-context.ts';

/** At most four figures in one line, with their coverage; what is planned at zero is left out. */
export function KeyFigures(): ReactNode {
  const { totals } = useResults().shown;
  return (
    <Kpis>
      <Baseline />
      <LeavesTheBill />
      {totals.avoidanceAnnual !== 0 && <Avoidance />}
      <NotJudged />
      {totals.avoidanceAnnual === 0 && <RenewingSoon />}
    </Kpis>
  );
}

/** "in apps Marketing shares": what is said of a slice's apps as a whole is not its own. */
function sharedWords({ inputs: { view }, totals }: Analysis): string[] {
  const isShared = view !== undefined && totals.partAnnual !== totals.baselineAnnual;
  return isShared ? [`in apps ${view} shares`] : [];
}

function Baseline(): ReactNode {
  const { shown: analysis } = useResults();
  const { totals, inputs } = analysis;
  const { hiddenApps, partlyPricedApps, leftOutContracts, partAnnual } = totals;
  const change = useChangeSince('baselineAnnual');
  const exceptions = useExceptions(['apps', 'contracts']);
  const isPart = partAnnual !== undefined && partAnnual !== totals.baselineAnnual;
  const whole = <BaselineAmount minor={totals.baselineAnnual} fact="totals/baselineAnnual" />;
  return (
    <Kpi
      label={isPart ? `${inputs.view}’s part a year` : 'Annual baseline'}
      value={isPart ? <BaselineAmount minor={partAnnual} fact="totals/partAnnual" /> : whole}
      split={[...(isPart ? [<>of {whole} in shared apps</>] : []), ...change]}
      coverage={{
        share: totals.apps === 0 ? 0 : totals.pricedApps / totals.apps,
        words: `${formatCount(totals.pricedApps)} of ${formatCounted(totals.apps, 'app')} priced${partlyPricedApps > 0 ? `, ${formatCount(partlyPricedApps)} more in part` : ''}`,
      }}
      rests={[
        ...(leftOutContracts > 0 ? [`${formatCounted(leftOutContracts, 'contract')} left out`] : []),
        ...(hiddenApps > 0 ? [`${formatCounted(hiddenApps, 'hidden app')} not counted`] : []),
        ...exceptions,
      ]}
    />
  );
}

interface BaselineAmountProps {
  readonly minor: Minor;
  readonly fact: string;
}

function BaselineAmount({ minor, fact }: BaselineAmountProps): ReactNode {
  const { shown: analysis } = useResults();
  return (
    <Amount
      minor={hasPrices(analysis.totals) ? minor : null}
      currency={analysis.currency}
      unknown="No app has a known cost."
      fact={fact}
      complete={baselineComplete(analysis)}
      stop
    />
  );
}

function LeavesTheBill(): ReactNode {
  const { shown: analysis } = useResults();
  const change = useChangeSince('hardSavingAnnual');
  const exceptions = useExceptions(['apps', 'contracts']);
  const { totals, currency, apps } = analysis;
  const judged = apps.filter(({ seats, costAnnual }) => seats !== null && costAnnual !== null);
  const cost = judged.reduce((sum, { costAnnual }) => sum + (costAnnual ?? 0), 0);
  return (
    <Kpi
      label="Leaves the bill a year"
      value={
        <Amount
          minor={judged.length === 0 ? null : totals.hardSavingAnnual}
          currency={currency}
          unknown="No app has both a cost and seat counts."
          fact="totals/hardSavingAnnual"
          stop
        />
      }
      split={[...sharedWords(analysis), ...change]}
      coverage={
        totals.baselineAnnual <= 0
          ? null
          : {
              share: cost / totals.baselineAnnual,
              words: `seats known for ${formatShare(cost, totals.baselineAnnual)} of spend (${formatCount(judged.length)} of ${formatCounted(totals.apps, 'app')})`,
            }
      }
      rests={exceptions}
    />
  );
}

function Avoidance(): ReactNode {
  const { shown: analysis } = useResults();
  const { totals, currency } = analysis;
  const change = useChangeSince('avoidanceAnnual');
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
      split={[...sharedWords(analysis), ...change]}
      rests={['a year, not part of the saving', ...useExceptions(['apps', 'contracts'])]}
    />
  );
}

/** Money on seats of which nobody knows whether they are used: neither saved nor safe. */
function NotJudged(): ReactNode {
  const { shown: analysis } = useResults();
  const { totals, currency, apps } = analysis;
  const seated = idleSeats(apps).apps;
  const change = useChangeSince('unknownSeatValueAnnual');
  const { unpricedApps } = totals;
  return (
    <Kpi
      label="No usage data"
      value={
        <Amount
          minor={seated === 0 ? null : totals.unknownSeatValueAnnual}
          currency={currency}
          unknown="Torii shows no license counts."
          fact="totals/unknownSeatValueAnnual"
          stop
        />
      }
      split={[...sharedWords(analysis), ...change]}
      rests={[
        'a year pays for these seats',
        ...(unpricedApps > 0 ? [`${formatCounted(unpricedApps, 'app')} without a known cost`] : []),
        ...useExceptions(['apps']),
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
      label="Terms ending in 60 days"
      value={
        isRead ? (
          <FigureLink fact="count/renewing60" stop>
            {formatCount(items.length)}
          </FigureLink>
        ) : (
          <UnknownValue reason="No contract has been read." />
        )
      }
      split={
        value > 0
          ? [`${formatWholeMoney(value, currency)} a year${unpriced > 0 ? `, ${unpriced} unpriced` : ''}`]
          : []
      }
      rests={[...(isRead ? [contractCoverage(contracts, undated)] : []), ...useExceptions(['contracts'])]}
    />
  );
}

function contractCoverage(contracts: number, undated: number): string {
  if (contracts === 0) return 'Torii holds no contracts';
  if (undated === 0) return `of ${formatCounted(contracts, 'contract')}`;
  return `${formatCount(undated)} of ${formatCounted(contracts, 'contract')} without an end date`;
}

/** What of the reading is not as the top of the page says; nothing where all is. */
function useExceptions(sources: Parameters<typeof useIsExceptional>[0]): ReactNode[] {
  return useIsExceptional(sources) ? [<Provenance key="standing" sources={sources} />] : [];
}
