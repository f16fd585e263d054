/**
 * Compares a mapping with the live tenant. In: the mapping, a reading, and the tools as offered now.
 * Out: what no longer fits or could fit better, each with a severity and a remedy; the worst first.
 *
 * A source that was not read says nothing about its fields, so nothing is reported for it.
 */
import type { OfferedTool } from '../torii/bridge.ts';
import type { TenantRecords } from '../torii/records.ts';
import { fieldDrift } from './drift-fields.ts';
import type { DriftItem } from './drift-item.ts';
import { stateDrift } from './drift-states.ts';
import { toolDrift } from './drift-tools.ts';
import type { TenantMapping } from './mapping.ts';

const order: readonly DriftItem['severity'][] = ['broken', 'check', 'note'];

export function driftOf(
  mapping: TenantMapping,
  records: TenantRecords,
  offered: readonly OfferedTool[] | null = null,
): DriftItem[] {
  const items = [
    ...fieldDrift(mapping, records),
    ...stateDrift(mapping, records),
    ...toolDrift(mapping, offered),
  ];
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
