import { useRef, type PointerEvent, type ReactNode } from 'react';
import { decisionDate } from '../../../../skill/analysis/analyze.ts';
import type { Analysis } from '../../../../skill/analysis/contract.ts';
import { MonthBars, Picture } from '../../../parts/charts.ts';
import { Link } from '../../../parts/controls.ts';
import { counted, month, wholeMoney } from '../../../parts/text.ts';
import { formatRoute } from '../../address.ts';
import { useResults, useRoute, useRouter } from '../../page-context.ts';
import { withParameters } from '../../router.ts';
import type { Renewal } from './contract-columns.tsx';
import { isInPeriod, periodWords } from '../../filter/period.ts';
import { monthsAhead, periodText } from './periods.ts';

/** What must be decided in which month of the coming year; a month, or a span drawn over several, narrows the list. */
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
      title="Value to decide by month"
      sentence={
        period === undefined ? (
          'By notice deadline, or the end of what ends by itself. Choose a month, or draw over several.'
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
          label="Value to decide by month"
          bars={months.map((one) => {
            const due = dueIn(one, analysis);
            return {
              key: one,
              label: month(`${one}-01`).slice(0, 3),
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

function dueIn(one: string, { renewals }: Analysis): Renewal[] {
  return renewals.filter((renewal) => decisionDate(renewal)?.startsWith(one) === true);
}

function wordsOf(one: string, due: readonly Renewal[], { currency }: Analysis): string {
  const value = due.reduce((sum, { annualValue }) => sum + (annualValue ?? 0), 0);
  const worth = due.length === 0 ? '' : `, ${wholeMoney(value, currency)} a year`;
  return `${month(`${one}-01`)}: ${counted(due.length, 'contract')} to decide${worth}`;
}
