import type { KeyboardEvent } from 'react';

const rows: Readonly<Record<string, 'previousElementSibling' | 'nextElementSibling'>> = {
  ArrowUp: 'previousElementSibling',
  ArrowDown: 'nextElementSibling',
};
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Arrow keys lead along the links and figures of a row, and to the same place of the row above or below. */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const { key, target } = event;
  if (!(target instanceof Element) || target.matches('input, select')) return;
  const row = target.closest('tr');
  const place = stopsIn(row).findIndex((stop) => stop === target);
  const side = rows[key];
  const next = side === undefined ? stopsIn(row)[place + (steps[key] ?? 0)] : nearest(row?.[side], place);
  if (!next || next === target) return;
  event.preventDefault();
  next.focus();
}

function nearest(row: Element | null | undefined, place: number): HTMLElement | undefined {
  const stops = stopsIn(row);
  return stops[place] ?? stops.at(-1);
}

/** What can take the focus and is in sight: in a narrow pane the cells stand on the second line. */
function stopsIn(row: Element | null | undefined): HTMLElement[] {
  const stops = [...(row?.querySelectorAll<HTMLElement>('a, button') ?? [])];
  return stops.filter((stop) => stop.checkVisibility?.() ?? true);
}
