/** Where dots of given places along a line lie beside each other, so that none hides another. */

export interface Grain {
  readonly at: number;
  readonly radius: number;
}

/** Pixels between two tries, and between two dots. */
const STEP = 2;
const GAP = 1;

/**
 * How far each dot lies from the middle line: large ones first and in the middle. Where the room is full, dots
 * overlap.
 * @param half room above and below the line
 */
export function swarm(grains: readonly Grain[], half: number): number[] {
  const offsets = grains.map(() => 0);
  const placed: { at: number; radius: number; offset: number }[] = [];
  const order = grains.map((_, index) => index).toSorted((a, b) => radiusOf(b) - radiusOf(a) || a - b);
  function radiusOf(index: number): number {
    return grains[index]?.radius ?? 0;
  }
  for (const index of order) {
    const grain = grains[index];
    if (grain === undefined) continue;
    const offset = freeOffset(grain, placed, half);
    offsets[index] = offset;
    placed.push({ ...grain, offset });
  }
  return offsets;
}

function freeOffset(
  { at, radius }: Grain,
  placed: readonly (Grain & { readonly offset: number })[],
  half: number,
): number {
  const near = placed.filter((other) => Math.abs(other.at - at) < other.radius + radius + GAP);
  for (let away = 0; away <= half - radius; away += STEP) {
    const free = [away, -away].find((offset) =>
      near.every((other) => Math.hypot(other.at - at, other.offset - offset) >= other.radius + radius + GAP),
    );
    if (free !== undefined) return free;
  }
  return 0;
}
