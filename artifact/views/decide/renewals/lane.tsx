import type { ReactNode } from 'react';
import { formatDayMonth, daysBetween, formatNearDate } from '../../../parts/text.ts';
import { Link } from '../../../parts/controls.ts';
import { useAddresses } from '../../use-addresses.ts';
import type { ListedRenewal } from './contract-columns.tsx';

/** Days before the analysis date that are shown, so that a missed notice has a place. */
const BEFORE = 30;
/** Days shown in all: a month back, a year ahead. */
const SPAN = BEFORE + 365;

/** Percent of the lane's width; beyond either end it is cut off there. */
function placeOf(day: string, asOf: string): number {
  return Math.max(0, Math.min(100, ((daysBetween(asOf, day) + BEFORE) / SPAN) * 100));
}

const percent = (value: number): string => `${value.toFixed(2)}%`;

interface LaneProps {
  readonly renewal: ListedRenewal;
  readonly asOf: string;
}

/** The term of one contract over the coming year, which opens its app: a step of the arrow keys along the row. */
export function Lane({ renewal, asOf }: LaneProps): ReactNode {
  const { appId, appName } = renewal;
  const addresses = useAddresses();
  const term = <Term renewal={renewal} asOf={asOf} />;
  if (appId === null || appName === null) return term;
  return (
    <Link className="lane-link" tabIndex={-1} href={addresses.app(appId)} aria-label={wordsOf(renewal, asOf)}>
      {term}
    </Link>
  );
}

/** Of what ends by itself no notice is needed. */
function noticeOf({ bucket, deadline }: ListedRenewal): string | null {
  return bucket === 'ends' ? null : deadline;
}

function wordsOf(renewal: ListedRenewal, asOf: string): string {
  const { appName, deadline, termEnd, autoRenew, bucket } = renewal;
  const when = (day: string | null): string => (day === null ? 'unknown' : formatNearDate(day, asOf));
  const renews = autoRenew === true ? ', auto-renews' : '';
  const notice = bucket === 'ends' ? 'no notice needed' : `notice by ${when(deadline)}`;
  return `${appName}: ${notice}, term ends ${when(termEnd)}${renews}`;
}

/** The cells beside it say the same in words. */
function Term({ renewal, asOf }: LaneProps): ReactNode {
  const { termStart, termEnd, autoRenew } = renewal;
  const deadline = noticeOf(renewal);
  const from = termStart === null ? 0 : placeOf(termStart, asOf);
  const to = termEnd === null ? 100 : placeOf(termEnd, asOf);
  return (
    <svg className="lane" aria-hidden="true" focusable="false">
      <Today asOf={asOf} />
      {to > from && (
        <rect
          className={termEnd === null ? 'mark-unknown' : 'mark-quiet'}
          x={percent(from)}
          y="7"
          width={percent(to - from)}
          height="6"
        />
      )}
      {autoRenew === true && termEnd !== null && to < 100 && (
        <rect className="mark-forecast" x={percent(to)} y="7" width={percent(100 - to)} height="6" />
      )}
      {termEnd !== null && to > 0 && to < 100 && (
        <rect className="lane-end" x={percent(to)} y="3" width="2" height="14" />
      )}
      {deadline !== null && isWithin(deadline, asOf) && (
        <svg x={percent(placeOf(deadline, asOf))} y="10" overflow="visible">
          <path className="lane-notice" d="M0-6 6 0 0 6-6 0Z" />
        </svg>
      )}
    </svg>
  );
}

function isWithin(day: string, asOf: string): boolean {
  const days = daysBetween(asOf, day);
  return days >= -BEFORE && days <= SPAN - BEFORE;
}

function Today({ asOf }: { asOf: string }): ReactNode {
  const x = percent(placeOf(asOf, asOf));
  return <line className="lane-today" x1={x} x2={x} y1="0" y2="100%" />;
}

/** Today, and the quarters of the year ahead. */
export function LaneAxis({ asOf }: { asOf: string }): ReactNode {
  const months = [0, 3, 6, 9].map((ahead) => monthsAfter(asOf, ahead));
  return (
    <svg className="lane" aria-hidden="true" focusable="false">
      {months.map((day, index) => (
        <text key={day} x={percent(placeOf(day, asOf))} y="15" textAnchor={index === 0 ? 'middle' : 'start'}>
          {index === 0 ? 'today' : formatDayMonth(day).replace(/^\d+ /, '')}
        </text>
      ))}
    </svg>
  );
}

/** First day of a month, as many months after the date's own. */
function monthsAfter(day: string, months: number): string {
  if (months === 0) return day;
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  return first.toISOString().slice(0, 10);
}

/** What the marks mean. */
export function LaneLegend(): ReactNode {
  return (
    <ul className="legend lane-legend">
      <li>
        <svg viewBox="-6 -6 12 12">
          <path className="lane-notice" d="M0-6 6 0 0 6-6 0Z" />
        </svg>
        notice by
      </li>
      <li>
        <svg viewBox="0 0 12 12">
          <rect className="mark-quiet" y="3" width="10" height="6" />
          <rect className="lane-end" x="9" width="2" height="12" />
        </svg>
        term ends
      </li>
      <li>
        <svg viewBox="0 0 12 12">
          <rect className="mark-forecast" y="3" width="12" height="6" />
        </svg>
        auto-renews
      </li>
      <li>
        <svg viewBox="0 0 12 12">
          <rect className="mark-unknown" y="3" width="12" height="6" />
        </svg>
        end unknown
      </li>
    </ul>
  );
}
