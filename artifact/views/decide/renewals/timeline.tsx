import { useRef, type PointerEvent, type ReactNode } from 'react';
import { type Analysis, isLive } from '../../../../skill/analysis/contract.ts';
import { MonthBars, Picture } from '../../../parts/charts.ts';
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
  const { shown: analysis } = useResults();
  const route = useRoute();
  const router = useRouter();
  const start = useRef<string | null>(null);
  const { period } = route.parameters;
  const months = monthsAhead(analysis.asOf);
  const addressOf = (chosen: string | null): string => formatRoute(withParameters(route, { period: chosen }));
  const choose = (to: string): void => {
    const from = start.current;
    start.current = null;
    if (from === null || from === to) return;
    const [first = to, last = to] = [from, to].toSorted();
    router.go(withParameters(route, { period: periodText(first, last) }));
  };
  return (
    <Picture
      title="Value by the month in which its term ends"
      sentence={
        period === undefined ? (
          'The coming year. Choose a month, or draw over several, to see its contracts.'
        ) : (
          <>
            {`Only ${periodWords(period)}. `}
            <Link href={addressOf(null)}>Show the whole year</Link>
          </>
        )
      }
    >
      <div
        className="timeline"
        onPointerDown={(event) => void (start.current = monthAt(event))}
        onPointerUp={(event) => {
          const to = monthAt(event);
          if (to !== null) choose(to);
        }}
      >
        <MonthBars
          label="Value by the month in which its term ends"
          bars={months.map((one) => {
            const due = endingIn(one, analysis);
            return {
              key: one,
              label: formatMonth(`${one}-01`).slice(0, 3),
              value: due.reduce((sum, { annualValue }) => sum + (annualValue ?? 0), 0),
              isChosen: period !== undefined && isInPeriod(`${one}-15`, period),
              text: wordsOf(one, due, analysis),
              href: addressOf(one === period ? null : one),
            };
          })}
        />
      </div>
    </Picture>
  );
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
