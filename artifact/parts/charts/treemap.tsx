import type { ReactNode } from 'react';
import { Link } from '../controls/link.tsx';
import { squarify, type Tile } from './squarify.ts';
import { shortened } from './shortened.ts';
import { useMarks } from './use-marks.ts';
import { useWidth } from './use-width.ts';

export interface TreemapItem {
  readonly name: string;
  readonly value: number;
  /** The amount as it is written on the tile. */
  readonly amount: string;
  /** Where the tile leads; the same place for every item that is asked for already. */
  readonly href: string;
  readonly chosen: boolean;
}

export interface TreemapProps {
  readonly label: string;
  /** Largest first; without those that have no known value. */
  readonly items: readonly TreemapItem[];
  /** What a tile does, said in its tooltip. */
  readonly act: string;
}

/** A letter of a tile, on average, and the room around the words. */
const LETTER = 7.6;
const PADDING = 6;

/** Parts of a whole as tiles; a table beside it lists the same. */
export function Treemap({ label, items, act }: TreemapProps): ReactNode {
  const [box, width] = useWidth<HTMLElement>();
  const marks = useMarks();
  const height = width < 480 ? 240 : 260;
  const tiles = squarify(items, { x: 0, y: 0, width, height });
  if (tiles.length === 0) return null;
  return (
    <figure ref={box} className="treemap">
      <svg
        className="chart"
        {...marks}
        // oxlint-disable-next-line prefer-tag-over-role -- no element of HTML groups shapes
        role="group"
        aria-label={label}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        {tiles.map((tile) => (
          <TileLink key={tile.item.name} tile={tile} act={act} />
        ))}
      </svg>
    </figure>
  );
}

function TileLink({ tile, act }: { readonly tile: Tile<TreemapItem>; readonly act: string }): ReactNode {
  const { item, x, y, width, height } = tile;
  const name = fitted(item.name, width - 2 * PADDING);
  const hasAmount = height > 42 && item.amount.length * LETTER < width - 2 * PADDING;
  return (
    <Link
      href={item.href}
      className="tile"
      data-chosen={item.chosen || undefined}
      aria-label={`${item.name}, ${item.amount}`}
      aria-current={item.chosen || undefined}
    >
      <title>{`${item.name}, ${item.amount}: ${act}`}</title>
      <rect x={x + 1} y={y + 1} width={Math.max(1, width - 2)} height={Math.max(1, height - 2)} rx="2" />
      {/* An inner drawing clips what runs over its edge. */}
      <svg x={x} y={y} width={Math.max(1, width - 3)} height={height}>
        {height > 22 && name !== '' && (
          <text x={PADDING} y="17">
            {name}
          </text>
        )}
        {hasAmount && name !== '' && (
          <text className="tile-amount" x={PADDING} y="33">
            {item.amount}
          </text>
        )}
      </svg>
    </Link>
  );
}

/** As much of a name as there is room for; nothing where that would say nothing. */
function fitted(name: string, room: number): string {
  const letters = Math.floor(room / LETTER);
  return letters < 5 && name.length > letters ? '' : shortened(name, letters);
}
