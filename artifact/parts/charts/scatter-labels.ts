import type { ScatterFrame, Spot } from './scatter-frame.ts';

/** Names drawn, as long as there is room for one. */
const NAMES = 14;
/** A letter of the chart, on average. */
const LETTER = 6.5;
/** Use below this share is what the chart is looked at for. */
const LOW = 0.5;

export interface DotLabel {
  readonly spot: Spot;
  readonly side: 'start' | 'end';
  readonly box: Box;
}

/** Little used apps first, then the most expensive; a name that would run into another or into a dot is left out. */
export function labelDots(spots: readonly Spot[], frame: ScatterFrame): DotLabel[] {
  const chosen: DotLabel[] = [];
  const known = spots.filter(({ isKnown }) => isKnown);
  for (const spot of [...known.filter(isLow), ...known.filter((one) => !isLow(one))]) {
    if (chosen.length === NAMES) break;
    const label = (['start', 'end'] as const)
      .map((side) => ({ spot, side, box: nameBox(spot, side) }))
      .find(
        ({ box }) =>
          box.left > frame.left &&
          box.right < frame.width &&
          chosen.every((other) => !meets(box, other.box)) &&
          spots.every((other) => other === spot || !meets(box, dotBox(other))),
      );
    if (label) chosen.push(label);
  }
  return chosen;
}

function isLow({ dot }: Spot): boolean {
  return (dot.use?.high ?? 1) < LOW;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A name begins behind its dot or ends before it. */
function nameBox({ dot, at, to, top }: Spot, side: DotLabel['side']): Box {
  const width = dot.name.length * LETTER;
  const left = side === 'start' ? to + 8 : at - 8 - width;
  return { left, right: left + width, top: top - 6, bottom: top + 6 };
}

function dotBox({ at, to, top }: Spot): Box {
  return { left: at - 4, right: to + 4, top: top - 4, bottom: top + 4 };
}

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
