/**
 * Compares a mapping with the live tenant. In: the mapping, a reading, and the tools as offered now.
 * Out: what no longer fits or could fit better, each with a severity and a remedy; the worst first.
 *
 * A source that was not read says nothing about its fields, so nothing is reported for it.
 */
import type { OfferedTool } from '../../torii/bridge.ts';
import type { TenantRecords } from '../../torii/read.ts';
import type { DriftItem } from './drift-item.ts';
import { recordDrift, worstFirst } from './drift-records.ts';
import { toolDrift } from './drift-tools.ts';
import type { TenantMapping } from '../base/mapping.ts';

export function driftOf(
  mapping: TenantMapping,
  records: TenantRecords,
  offered: readonly OfferedTool[] | null = null,
): DriftItem[] {
  return worstFirst([...recordDrift(mapping, records), ...toolDrift(mapping, offered)]);
}
