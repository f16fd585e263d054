import type { Analysis } from '../../analysis/contract.ts';
import { sourceNames } from '../base/coverage.ts';
import type { ReportSection } from './report-record.ts';

export function completenessSection({ completeness }: Analysis): ReportSection {
  const rows = completeness.map(({ source, status, rows: count, total }) => [
    [sourceNames[source]],
    [status.replaceAll('-', ' ')],
    // A count of what nobody asked for would read as "none".
    [status === 'not-read' ? '' : { count, fact: `source/${source}/rows` }],
    [total === null ? '' : { count: total, fact: `source/${source}/total` }],
  ]);
  const table = { header: ['Source', 'Status', 'Rows', 'Of'], rows, right: [2, 3] };
  return { title: 'Completeness', parts: [{ table }] };
}

/** Details hold figures of their own; the names of the checks say enough here. */
export function auditSection({ selfAudit }: Analysis): ReportSection {
  const failed = selfAudit.filter(({ ok }) => !ok);
  const part =
    failed.length === 0
      ? { say: ['Every check holds.'] }
      : { items: failed.map(({ check }) => [`Does not hold: ${check}.`]) };
  return { title: 'Self-audit', parts: [part] };
}
