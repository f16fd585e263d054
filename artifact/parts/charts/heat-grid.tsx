import type { ReactNode } from 'react';
import { Link } from '../controls/link.tsx';
import { MarkedDrawing } from './marked-drawing.tsx';
import { shortened } from './shortened.ts';

export interface HeatCell {
  /** Of 1; how deep the cell is colored. */
  readonly share: number;
  /** In use, idle and unknown each have a color or hatch of their own; `quiet` is not shaded. */
  readonly heat: 'actual' | 'idle' | 'unknown' | 'quiet';
  /** Written in the cell. */
  readonly text: string;
  /** All of it in words. */
  readonly words: string;
  readonly href: string;
}

export interface HeatRow {
  readonly key: number;
  readonly name: string;
  /** One for each column. */
  readonly cells: readonly HeatCell[];
}

export interface HeatGridProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly HeatRow[];
}

/** In pixels. */
const ROW = 28;
const HEAD = 22;
const GAP = 2;
const LETTER = 6.6;
const WIDEST_NAME = 190;

/** Rows against columns, each cell the deeper the larger its share; the table beside it lists the same. */
export function HeatGrid({ label, columns, rows }: HeatGridProps): ReactNode {
  return (
    <MarkedDrawing
      label={label}
      className="heat-grid"
      boxClassName="heat-grid-box"
      height={HEAD + rows.length * ROW}
    >
      {(width) => {
        const names = Math.min(WIDEST_NAME, Math.round(width * 0.3));
        const cell = (width - names) / Math.max(1, columns.length);
        return (
          <>
            <Heads columns={columns} names={names} cell={cell} />
            {rows.map((row, place) => (
              <Row key={row.key} row={row} y={HEAD + place * ROW} names={names} cell={cell} />
            ))}
          </>
        );
      }}
    </MarkedDrawing>
  );
}

interface HeadsProps extends Pick<HeatGridProps, 'columns'> {
  /** Pixels for the names, and for a cell. */
  readonly names: number;
  readonly cell: number;
}

function Heads({ columns, names, cell }: HeadsProps): ReactNode {
  return columns.map((column, place) => (
    <text
      key={column}
      className="heat-column"
      x={names + (place + 0.5) * cell}
      y={HEAD - 8}
      textAnchor="middle"
    >
      {fittedWord(column, cell)}
    </text>
  ));
}

interface RowProps {
  readonly row: HeatRow;
  readonly y: number;
  readonly names: number;
  readonly cell: number;
}

function Row({ row, y, names, cell }: RowProps): ReactNode {
  return (
    <>
      <text className="heat-name" x="0" y={y + 18}>
        {fittedWord(row.name, names)}
      </text>
      {row.cells.map(({ share, heat, text, words, href }, place) => (
        <Link key={place} href={href} aria-label={words} className={`heat-link heat-${heat}`}>
          <title>{words}</title>
          <Square x={names + place * cell} y={y} width={cell} share={heat === 'quiet' ? 0 : share} />
          <text x={names + (place + 0.5) * cell} y={y + 18} textAnchor="middle">
            {text}
          </text>
        </Link>
      ))}
    </>
  );
}

interface SquareProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly share: number;
}

/**
 * The ground is there at every share, so that a cell of nothing is seen and hit too. The eye tells light tones
 * apart worse than dark ones, so small shares get more than their part.
 */
function Square({ x, y, width, share }: SquareProps): ReactNode {
  const box = { x: x + GAP / 2, y: y + GAP / 2, width: Math.max(1, width - GAP), height: ROW - GAP, rx: 2 };
  return (
    <>
      <rect className="heat-ground" {...box} />
      {share > 0 && (
        <rect className="heat-fill" {...box} fillOpacity={Math.sqrt(Math.min(1, share)).toFixed(2)} />
      )}
    </>
  );
}

function fittedWord(text: string, room: number): string {
  return shortened(text, Math.max(3, Math.floor((room - 6) / LETTER)));
}
