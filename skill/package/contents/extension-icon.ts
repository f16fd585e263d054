/** The plugin's icon once more, as the PNG that Claude Desktop wants. */
import { pngOf } from './png.ts';

/** Pixels a side, as Claude Desktop recommends; the drawing is on a grid of 64. */
const SIDE = 512;
const SCALE = SIDE / 64;
const CORNER = 14;

/** Outside, ground, axis, what is kept, what can be saved. */
const colors = [
  [0, 0, 0, 0],
  [22, 50, 79, 255],
  [159, 184, 207, 255],
  [232, 240, 247, 255],
  [79, 178, 134, 255],
] as const;

/** Left, top, right, bottom and color of each rectangle. */
const shapes: readonly (readonly [number, number, number, number, number])[] = [
  [12, 51, 52, 53, 2],
  [15, 24, 23, 50, 3],
  [28, 32, 36, 50, 3],
  [41, 40, 49, 50, 3],
  [15, 12, 23, 22, 4],
  [28, 22, 36, 30, 4],
  [41, 32, 49, 38, 4],
];

/** A PNG of 512 × 512 pixels; the same bytes each time. */
export function extensionIcon(): Uint8Array {
  return pngOf({ width: SIDE, height: SIDE, colors, colorAt });
}

/** The color at the middle of a pixel. */
function colorAt(column: number, row: number): number {
  const [x, y] = [(column + 0.5) / SCALE, (row + 0.5) / SCALE];
  if (!inside(x, y)) return 0;
  const shape = shapes.find(([left, top, right, bottom]) => x > left && x < right && y > top && y < bottom);
  return shape?.[4] ?? 1;
}

/** Within a square with round corners. */
function inside(x: number, y: number): boolean {
  const beyond = (at: number) => Math.max(CORNER - at, at - (64 - CORNER), 0);
  return Math.hypot(beyond(x), beyond(y)) <= CORNER;
}
