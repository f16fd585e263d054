import type { DriftItem } from '../../../mapping/drift.ts';
import { wrapText } from '../../terminal/wrap-text.ts';

/** More items than this with one and the same remedy are shown by their first. */
const MOST_ALIKE = 3;

/** What no longer fits, the worst first: where, what, and below it what to do. */
export function driftLines(items: readonly DriftItem[], width: number): string {
  return alike(items)
    .flatMap((group) =>
      group.length > MOST_ALIKE ? [itemLines(group, width)] : group.map((item) => itemLines([item], width)),
    )
    .join('\n');
}

function alike(items: readonly DriftItem[]): DriftItem[][] {
  const groups = new Map<string, DriftItem[]>();
  for (const item of items) {
    const key = [item.severity, item.path, item.remedy].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

function itemLines([first, ...more]: readonly DriftItem[], width: number): string {
  if (first === undefined) return '';
  const { severity, path, message, remedy } = first;
  const others = more.length === 0 ? '' : ` ${more.length} more are like it.`;
  const lead = severity.padEnd(8);
  return [
    wrapText(`${path}: ${message}${others}`, lead, width),
    wrapText(remedy, ' '.repeat(lead.length), width),
  ].join('\n');
}
