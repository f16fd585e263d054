export interface Tile<Item> {
  readonly item: Item;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Cuts an area into tiles as large as their values, as near to squares as can be (Bruls, Huizing and van
 * Wijk: rows along the shorter side, closed when one more tile would make them thinner).
 *
 * @param items largest first, all above zero
 */
export function squarify<Item extends { readonly value: number }>(
  items: readonly Item[],
  whole: Area,
): Tile<Item>[] {
  const total = items.reduce((sum, { value }) => sum + value, 0);
  if (total <= 0) return [];
  const scale = (whole.width * whole.height) / total;
  const tiles: Tile<Item>[] = [];
  let left = whole;
  let row: Item[] = [];
  for (const item of items) {
    const side = Math.min(left.width, left.height);
    if (row.length > 0 && worst([...row, item], side, scale) > worst(row, side, scale)) {
      left = placeRow(row, left, scale, tiles);
      row = [];
    }
    row.push(item);
  }
  placeRow(row, left, scale, tiles);
  return tiles;
}

/** The worst ratio of the sides of a row's tiles; 1 = squares. */
function worst(row: readonly { readonly value: number }[], side: number, scale: number): number {
  const areas = row.map(({ value }) => value * scale);
  const sum = areas.reduce((all, area) => all + area, 0);
  const squares = (side * side) / (sum * sum);
  return Math.max(...areas.map((area) => Math.max(squares * area, 1 / (squares * area))));
}

/** @returns the area that is left */
function placeRow<Item extends { readonly value: number }>(
  row: readonly Item[],
  { x, y, width, height }: Area,
  scale: number,
  tiles: Tile<Item>[],
): Area {
  const area = row.reduce((sum, { value }) => sum + value * scale, 0);
  const isColumn = width >= height;
  const thickness = area / (isColumn ? height : width);
  let along = isColumn ? y : x;
  for (const item of row) {
    const length = (item.value * scale) / thickness;
    tiles.push(
      isColumn
        ? { item, x, y: along, width: thickness, height: length }
        : { item, x: along, y, width: length, height: thickness },
    );
    along += length;
  }
  return isColumn
    ? { x: x + thickness, y, width: Math.max(0, width - thickness), height }
    : { x, y: y + thickness, width, height: Math.max(0, height - thickness) };
}
