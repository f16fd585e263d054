import { decisionDate } from '../../../../skill/analysis/analyze.ts';
import type { Analysis, IsoDate } from '../../../../skill/analysis/contract.ts';
import type { StripDot } from '../../../parts/charts.ts';
import { formatCounted, daysBetween, formatNearDate, formatWholeMoney } from '../../../parts/text.ts';

type Renewal = Analysis['renewals'][number];

/** Days ahead that the strip shows. */
export const DAYS_AHEAD = 90;

export interface StripDeadline extends Pick<StripDot, 'day' | 'kind' | 'text'> {
  readonly renewal: Renewal;
  readonly date: IsoDate;
}

/** Contracts whose last safe date is within the strip, and those that renew because it was missed; by date. */
export function nearDeadlines(analysis: Analysis): StripDeadline[] {
  return analysis.renewals
    .flatMap((renewal) => {
      const date = decisionDate(renewal);
      if (date === null) return [];
      const day = daysBetween(analysis.asOf, date);
      const kind = kindOf(renewal, day);
      return kind === null ? [] : [{ renewal, date, day, kind, text: wordsOf(renewal, date, day, analysis) }];
    })
    .toSorted((a, b) => a.day - b.day || a.renewal.contractId - b.renewal.contractId);
}

/** Null for what is not on the strip. */
function kindOf({ bucket, autoRenew, savingAnnual }: Renewal, day: number): StripDot['kind'] | null {
  if (day < 0) return bucket === 'missed' && autoRenew === true ? 'missed' : null;
  if (day > DAYS_AHEAD) return null;
  return (savingAnnual ?? 0) > 0 ? 'saving' : 'none';
}

function wordsOf(renewal: Renewal, date: IsoDate, day: number, { asOf, currency }: Analysis): string {
  const { appName, name, annualValue, savingAnnual, bucket } = renewal;
  const when = formatNearDate(date, asOf);
  const left = day === 0 ? 'today' : `in ${formatCounted(day, 'day')}`;
  const how = bucket === 'ends' ? `ends by itself on ${when}, ${left}` : `notice by ${when}, ${left}`;
  const atStake =
    annualValue === null ? 'worth unknown' : `${formatWholeMoney(annualValue, currency)} a year at stake`;
  const saves =
    (savingAnnual ?? 0) > 0 ? `saves ${formatWholeMoney(savingAnnual ?? 0, currency)}` : 'no saving in it';
  return `${appName ?? name}: ${day < 0 ? `notice was due by ${when} and was missed` : how}; ${atStake}, ${day < 0 ? 'renews' : saves}`;
}

/** First days of the months that the strip shows, and today. */
export function ticksOf(asOf: IsoDate): { readonly day: number; readonly text: string }[] {
  const first = new Date(`${asOf.slice(0, 7)}-01T00:00:00Z`);
  const months = [1, 2, 3].flatMap((ahead) => {
    const month = new Date(first);
    month.setUTCMonth(first.getUTCMonth() + ahead);
    const date = month.toISOString().slice(0, 10);
    const day = daysBetween(asOf, date);
    return day <= DAYS_AHEAD ? [{ day, text: formatNearDate(date, asOf) }] : [];
  });
  // The word at the start and the first day of the next month must not run into each other.
  return [{ day: 0, text: 'today' }, ...months.filter(({ day }) => day >= 12)];
}
