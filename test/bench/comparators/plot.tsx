/** The overview with Observable Plot for the bars and a plain React table for the list, 50 rows at a time. */
import { barY, lineY, plot } from '@observablehq/plot';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { ranked, rowsOf, type AppRow } from './app-row.ts';
import { KeyFigures, moneyText } from './key-figures.tsx';

const SHOWN = 50;
const columns = ['name', 'vendor', 'category', 'state', 'users', 'cost'] as const;

function Pareto({ rows }: { rows: readonly AppRow[] }): ReactNode {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const data = ranked(rows, 20);
    const most = data[0]?.cost ?? 1;
    const chart = plot({
      width: 800,
      height: 260,
      x: { domain: data.map(({ name }) => name), tickRotate: -40 },
      marks: [
        barY(data, { x: 'name', y: 'cost' }),
        lineY(data, { x: 'name', y: ({ cumulated }: { readonly cumulated: number }) => cumulated * most }),
      ],
    });
    holder.current?.append(chart);
    return () => chart.remove();
  }, [rows]);
  return <div ref={holder} />;
}

function Apps({ rows }: { rows: readonly AppRow[] }): ReactNode {
  const [words, setWords] = useState('');
  const [by, setBy] = useState<(typeof columns)[number]>('cost');
  const found = useMemo(() => {
    const wanted = words.toLowerCase();
    const holds = (row: AppRow): boolean =>
      columns.some((column) => String(row[column]).toLowerCase().includes(wanted));
    return rows.filter(holds);
  }, [rows, words]);
  const sorted = useMemo(() => found.toSorted((a, b) => compare(a[by], b[by])), [found, by]);
  return (
    <>
      <input type="search" value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      <p>{`${found.length} of ${rows.length} apps`}</p>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} onClick={() => setBy(column)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, SHOWN).map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td key={column}>{column === 'cost' ? moneyText(row.cost) : row[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Text from A, numbers from the largest. */
function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return b - a;
  return String(a).localeCompare(String(b));
}

globalThis.show = ({ apps }) => {
  const rows = rowsOf(apps);
  createRoot(document.body).render(
    <>
      <KeyFigures rows={rows} />
      <Pareto rows={rows} />
      <Apps rows={rows} />
    </>,
  );
};
