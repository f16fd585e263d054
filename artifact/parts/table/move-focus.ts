import type { KeyboardEvent } from 'react';

const rows: Readonly<Record<string, 'previousElementSibling' | 'nextElementSibling'>> = {
  ArrowUp: 'previousElementSibling',
  ArrowDown: 'nextElementSibling',
};
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Arrow keys lead along the links and figures of a row, and to the same place of the row above or below. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const { key, target } = event;
  if (!(target instanceof Element) || target.matches('input, select')) return;
  const row = target.closest('tr');
  const side = rows[key];
  const stops = stopsIn(row);
  const next =
    side === undefined
      ? stops[stops.findIndex((stop) => stop === target) + (steps[key] ?? 0)]
      : nearest(target, row?.[side]);
  if (!next || next === target) return;
  event.preventDefault();
  next.focus();
}

/** In the same column, else in the last one before it: what is unknown leads nowhere. */
function nearest(from: Element, row: Element | null | undefined): HTMLElement | undefined {
  const cell = from.closest('th, td');
  const place = stopsIn(cell).findIndex((stop) => stop === from);
  const before = stopsIn(row).filter((stop) => columnOf(stop) <= columnOf(from));
  const beside = before.filter((stop) => columnOf(stop) === columnOf(from));
  return beside[place] ?? beside.at(-1) ?? before.at(-1);
}

function columnOf(stop: Element): number {
  return stop.closest<HTMLTableCellElement>('th, td')?.cellIndex ?? 0;
}

/** What can take the focus and is in sight: in a narrow pane the cells stand on the second line. */
function stopsIn(row: Element | null | undefined): HTMLElement[] {
  const stops = [...(row?.querySelectorAll<HTMLElement>('a, button') ?? [])];
  return stops.filter((stop) => stop.checkVisibility?.() ?? true);
}
