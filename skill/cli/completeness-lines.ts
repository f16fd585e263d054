import type { Completeness } from '../torii/records.ts';
import { table } from './table.ts';

/** The completeness certificates as a table, and a sentence for each that is not complete. */
export function completenessLines(certificates: readonly Completeness[]): string {
  const asked = certificates.filter(({ status }) => status !== 'not-read');
  const rows = asked.map((certificate) => [
    certificate.source,
    certificate.status,
    String(certificate.rows),
    certificate.total === null ? 'not stated' : String(certificate.total),
    String(certificate.pages),
    String(certificate.dropped),
    controlText(certificate),
  ]);
  const header = ['source', 'status', 'rows', 'of', 'pages', 'dropped', "Torii's own count and sums"];
  const reasons = asked.flatMap(({ source, reason }) => (reason === null ? [] : [`${source}: ${reason}`]));
  return [table(header, rows, [2, 3, 4, 5]), ...reasons].join('\n');
}

function controlText({ control }: Completeness): string {
  if (control === null) return 'not offered';
  if (control.equal) return 'equal';
  const differing = Object.keys(control.theirs).filter((key) => control.theirs[key] !== control.ours[key]);
  return differing
    .map((key) => `${key}: ${control.ours[key]} read, Torii says ${control.theirs[key]}`)
    .join('; ');
}
