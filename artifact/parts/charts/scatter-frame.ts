/** Where things are in a scatter: the field of what is known, its scales, and the strips of what is not. */

export interface Dot {
  readonly id: number;
  readonly name: string;
  /** Shares of 1; null = unknown, and drawn apart, never at 0. */
  readonly use: { readonly low: number; readonly high: number } | null;
  /** Minor units; null = unknown. */
  readonly cost: number | null;
  /** All of it in words. */
  readonly text: string;
  /** Where the dot leads. */
  readonly href: string;
}

/** Below this width words are fewer and stand closer. */
const NARROW = 560;

/** Where things are in a drawing of some width. */
export interface ScatterFrame {
  readonly width: number;
  readonly height: number;
  /** The field in which both values are known. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The middles of the strips to its left and below, which hold what is unknown, and half their width. */
  readonly gutter: { readonly x: number; readonly y: number; readonly half: number };
  /** Where the words of the cost axis end. */
  readonly axis: number;
  readonly isNarrow: boolean;
}

export function scatterFrame(width: number): ScatterFrame {
  const isNarrow = width < NARROW;
  const height = isNarrow ? 280 : 320;
  return {
    width,
    height,
    left: isNarrow ? 112 : 176,
    right: width - 12,
    top: 12,
    bottom: height - 64,
    gutter: { x: isNarrow ? 78 : 124, y: height - 40, half: isNarrow ? 20 : 26 },
    axis: isNarrow ? 48 : 84,
    isNarrow,
  };
}

export interface CostScale {
  /** Powers of ten that enclose every cost. */
  readonly ticks: readonly number[];
  readonly y: (cost: number) => number;
}

/** @param costs at least one */
export function costScale(costs: readonly number[], { top, bottom }: ScatterFrame): CostScale {
  const low = 10 ** Math.floor(Math.log10(Math.min(...costs)));
  const high = Math.max(low * 10, 10 ** Math.ceil(Math.log10(Math.max(...costs))));
  const decades = Math.round(Math.log10(high / low));
  return {
    ticks: Array.from({ length: decades + 1 }, (_, step) => low * 10 ** step),
    y: (cost) => bottom - (Math.log10(cost / low) / decades) * (bottom - top),
  };
}

export interface Spot {
  readonly dot: Dot;
  readonly at: number;
  readonly to: number;
  readonly top: number;
  readonly isKnown: boolean;
}

export function xOfUse(use: number, { left, right }: ScatterFrame): number {
  return left + use * (right - left);
}

export function spotOf(dot: Dot, y: (cost: number) => number, frame: ScatterFrame): Spot {
  const { gutter } = frame;
  const { use, cost, id } = dot;
  // Beside each other, so that a strip of equal values can be counted.
  const aside = ((id % 7) - 3) * 4;
  const top = cost === null ? gutter.y + (id % 3) - 1 : y(cost);
  const at = use === null ? gutter.x + aside : xOfUse(use.low, frame);
  return {
    dot,
    at,
    to: use === null ? at : xOfUse(use.high, frame),
    top,
    isKnown: use !== null && cost !== null,
  };
}
