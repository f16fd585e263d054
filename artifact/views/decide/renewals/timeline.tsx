import { useRef, type PointerEvent, type ReactNode } from 'react';
import { type Analysis, isLive } from '../../../../skill/analysis/contract.ts';
import { MonthBars, Picture, type MonthBar } from '../../../parts/charts.ts';
import { Link } from '../../../parts/controls.ts';
import { formatCounted, formatMonth, formatWholeMoney } from '../../../parts/text.ts';
import { formatRoute } from '../../address.ts';
import { useResults, useRoute, useRouter } from '../../page-context.ts';
import { withParameters } from '../../router.ts';
import type { ListedRenewal } from './contract-columns.tsx';
import { isInPeriod, periodWords } from '../../filter/period.ts';
import { monthsAhead, periodText } from './periods.ts';

/** The value whose term ends in each month of the coming year; a month, or a span drawn over several, narrows the list. */
export function Timeline(): ReactNode {
  const route = useRoute();
  const span = useSpan();
  const { period } = route.parameters;
  return (
    <Picture
      title="Value by the month in which its term ends"
      sentence={
        period === undefined ? (
          'The coming year. Choose a month, or draw over several, to see its contracts.'
        ) : (
          <>
            {`Only ${periodWords(period)}. `}
            <Link href={formatRoute(withParameters(route, { period: null }))}>Show the whole year</Link>
          </>
        )
      }
    >
      <div className="timeline" {...span}>
        <MonthBars label="Value by the month in which its term ends" bars={useMonthBars()} />
      </div>
    </Picture>
  );
}

/** What the pointer does on the months: pressed on one and let go on another, it chooses all between. */
function useSpan() {
  const route = useRoute();
  const router = useRouter();
  const start = useRef<string | null>(null);
  const choose = (to: string): void => {
    const from = start.current;
    start.current = null;
    if (from === null || from === to) return;
    const [first = to, last = to] = [from, to].toSorted();
    router.go(withParameters(route, { period: periodText(first, last) }));
  };
  return {
    onPointerDown: (event: PointerEvent) => void (start.current = monthAt(event)),
    onPointerUp: (event: PointerEvent) => {
      const to = monthAt(event);
      if (to !== null) choose(to);
    },
  };
}

function useMonthBars(): MonthBar[] {
  const { shown: analysis } = useResults();
  const route = useRoute();
  const { period } = route.parameters;
  return monthsAhead(analysis.asOf).map((one) => {
    const due = endingIn(one, analysis);
    return {
      key: one,
      label: formatMonth(`${one}-01`).slice(0, 3),
      value: due.reduce((sum, { annualValue }) => sum + (annualValue ?? 0), 0),
      isChosen: period !== undefined && isInPeriod(`${one}-15`, period),
      text: wordsOf(one, due, analysis),
      href: formatRoute(withParameters(route, { period: one === period ? null : one })),
    };
  });
}

function monthAt({ target }: PointerEvent): string | null {
  return target instanceof Element ? (target.closest('[data-key]')?.getAttribute('data-key') ?? null) : null;
}

function endingIn(one: string, { renewals }: Analysis): ListedRenewal[] {
  return renewals.filter((renewal) => isLive(renewal) && renewal.termEnd?.startsWith(one) === true);
}

function wordsOf(one: string, due: readonly ListedRenewal[], { currency }: Analysis): string {
  const value = due.reduce((sum, { annualValue }) => sum + (annualValue ?? 0), 0);
  const worth = due.length === 0 ? '' : `, ${formatWholeMoney(value, currency)} a year`;
  return `${formatMonth(`${one}-01`)}: ${formatCounted(due.length, 'contract')} whose term ends${worth}`;
}
