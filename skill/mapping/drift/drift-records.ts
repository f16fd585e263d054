import type { TenantRecords } from '../../torii/read.ts';
import { fieldDrift } from './drift-fields.ts';
import type { DriftItem } from './drift-item.ts';
import { stateDrift } from './drift-states.ts';
import type { TenantMapping } from '../base/mapping.ts';

const order: readonly DriftItem['severity'][] = ['broken', 'check', 'note'];

/** What no longer fits between a mapping and the records of a reading; the worst first. */
export function recordDrift(mapping: TenantMapping, records: TenantRecords): DriftItem[] {
  return worstFirst([...fieldDrift(mapping, records), ...stateDrift(mapping, records)]);
}

export function worstFirst(items: readonly DriftItem[]): DriftItem[] {
  return items.toSorted(
    (a, b) =>
      order.indexOf(a.severity) - order.indexOf(b.severity) ||
      compare(a.path, b.path) ||
      compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
