import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { factValue, renderFact, type Fact } from '../../../skill/analysis/facts.ts';
import { Bar } from '../../parts/charts.ts';
import { FirstFew } from '../../parts/layout.ts';
import { formatCount, formatExactMoney } from '../../parts/text.ts';
import { factName } from '../fact-name.ts';
import { FigureLink } from '../figure.tsx';

export interface MadeOfProps {
  readonly analysis: Analysis;
  /** The facts that went in. */
  readonly from: readonly string[];
  /** What they make; their sum is said where they add up to it. */
  readonly whole: Fact | null;
}

interface Row {
  readonly fact: string;
  readonly value: Fact;
}

/** The figures that a figure is made of, the largest first, each a way further down. */
export function MadeOf({ analysis, from, whole }: MadeOfProps): ReactNode {
  const rows = largestFirst(
    from.flatMap((fact): Row[] => {
      const value = factValue(analysis, fact);
      return value === null ? [] : [{ fact, value }];
    }),
  );
  if (rows.length === 0) return null;
  const largest = Math.max(...rows.map(({ value }) => sizeOf(value)));
  const comparable = rows.length > 1 && rows.every(({ value }) => value.kind === 'money');
  return (
    <>
      <h3>Made of</h3>
      <ul className="made-of">
        <FirstFew
          items={rows.map(({ fact, value }) => (
            <li key={fact}>
              <FigureLink fact={fact} stop>
                <span>{nameOf(analysis, fact)}</span>{' '}
                <span className="made-of-value">{renderFact(value)}</span>
              </FigureLink>
              {comparable && <Bar value={sizeOf(value)} max={largest} mark="quiet" />}
            </li>
          ))}
          first={12}
          step={100}
        />
      </ul>
      <Sum rows={rows} whole={whole} />
    </>
  );
}

function nameOf(analysis: Analysis, fact: string): string {
  const { subject, field } = factName(analysis, fact);
  return subject === '' ? field : `${subject}: ${field}`;
}

function Sum({ rows, whole }: { readonly rows: readonly Row[]; readonly whole: Fact | null }): ReactNode {
  if (whole?.kind !== 'money' || rows.length < 2) return null;
  const sum = rows.reduce((total, { value }) => total + (value.kind === 'money' ? value.minor : 0), 0);
  if (sum !== whole.minor || rows.some(({ value }) => value.kind !== 'money')) return null;
  return (
    <p className="made-of-sum">
      {formatCount(rows.length)} rows add up to {formatExactMoney(sum, whole.currency)}.
    </p>
  );
}

function largestFirst(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => sizeOf(b.value) - sizeOf(a.value));
}

function sizeOf(value: Fact): number {
  return value.kind === 'money' ? Math.abs(value.minor) : 0;
}
