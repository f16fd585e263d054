import type { ReactNode } from 'react';
import type { Analysis } from '../../../../skill/analysis/contract.ts';
import { DeadlineStrip, MoneyBar, Picture } from '../../../parts/charts.ts';
import { formatCompactMoney, formatCounted, formatWholeMoney } from '../../../parts/text.ts';
import { formatRoute } from '../../address.ts';
import { hasRead } from '../../completeness-badge.tsx';
import { useResults, useRoute } from '../../page-context.ts';
import { useAddresses } from '../../use-addresses.ts';
import { withParameters } from '../../router.ts';
import { DAYS_AHEAD, nearDeadlines, ticksOf, type StripDeadline } from './deadline-dots.ts';
import { moneyTimes, timeWords } from './money-times.ts';

/** The two pictures of the home: which contracts must be decided by when, and when money can leave the bill. */
export function Pictures(): ReactNode {
  const results = useResults();
  if (!hasRead(results, 'contracts')) return null;
  return (
    <div className="pictures">
      <DeadlinePicture analysis={results.shown} />
      <MoneyPicture analysis={results.shown} />
    </div>
  );
}

interface PictureOfProps {
  readonly analysis: Analysis;
}

function DeadlinePicture({ analysis }: PictureOfProps): ReactNode {
  const addresses = useAddresses();
  const near = nearDeadlines(analysis);
  const known = new Set(analysis.apps.map(({ id }) => id));
  return (
    <Picture title={`Notice deadlines, next ${DAYS_AHEAD} days`} sentence={deadlineSentence(near, analysis)}>
      <DeadlineStrip
        label={`Notice deadlines of the next ${DAYS_AHEAD} days, a dot a contract`}
        days={DAYS_AHEAD}
        ticks={ticksOf(analysis.asOf)}
        dots={near.map(({ renewal, day, kind, text }) => ({
          id: renewal.contractId,
          day,
          kind,
          text,
          value: renewal.annualValue,
          href:
            renewal.appId !== null && known.has(renewal.appId)
              ? addresses.app(renewal.appId)
              : addresses.fact(`renewal/${renewal.contractId}/deadline`),
        }))}
      />
    </Picture>
  );
}

function deadlineSentence(near: readonly StripDeadline[], { currency }: Analysis): string {
  const ahead = near.filter(({ kind }) => kind !== 'missed');
  const missed = near.length - ahead.length;
  const worth = ahead.reduce((sum, { renewal }) => sum + (renewal.annualValue ?? 0), 0);
  const isFloor = ahead.some(({ renewal }) => renewal.annualValue === null);
  const late = missed === 0 ? '' : `; ${formatCounted(missed, 'was', 'were')} missed (hatched)`;
  if (ahead.length === 0) return `None is due${late}.`;
  const outlined = ahead.some(({ kind }) => kind === 'none') ? '; outlined: no saving in it' : '';
  return `${formatCounted(ahead.length, 'contract')}, ${isFloor ? 'at least ' : ''}${formatCompactMoney(worth, currency)} a year at stake${late}${outlined}.`;
}

function MoneyPicture({ analysis }: PictureOfProps): ReactNode {
  const route = useRoute();
  const { currency } = analysis;
  const times = moneyTimes(analysis);
  const saving = times.reduce((sum, { savingAnnual }) => sum + savingAnnual, 0);
  if (saving === 0) return null;
  const added = times.reduce((sum, { addedAnnual }) => sum + addedAnnual, 0);
  const more = added === 0 ? '' : ` Beside it the plan adds ${formatCompactMoney(added, currency)} a year.`;
  return (
    <Picture
      title="Savings by when they can leave the bill"
      sentence={`${formatCompactMoney(saving, currency)} a year in all. A part shows its decisions.${more}`}
    >
      <MoneyBar
        label="Savings a year by when they can leave the bill"
        spans={times.map(({ when, savingAnnual, apps }) => ({
          key: when,
          label: timeWords[when][0],
          value: savingAnnual,
          text: formatCompactMoney(savingAnnual, currency),
          words: `${formatWholeMoney(savingAnnual, currency)} a year ${timeWords[when][1]}, in ${formatCounted(apps, 'app')}`,
          href: formatRoute(withParameters({ ...route, destination: 'decide', segment: 'inbox' }, { when })),
        }))}
      />
    </Picture>
  );
}
