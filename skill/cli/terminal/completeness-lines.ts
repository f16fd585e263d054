import { renderCount } from '../../analysis/facts.ts';
import type { Completeness } from '../../torii/read.ts';
import { table } from './table.ts';
import { wrapText } from './wrap-text.ts';

/** The completeness certificates as a table, and a sentence for each that is not complete. */
export function completenessLines(certificates: readonly Completeness[], width: number): string {
  const asked = certificates.filter(({ status }) => status !== 'not-read');
  const rows = asked.map((certificate) => [
    certificate.source,
    certificate.status,
    renderCount(certificate.rows),
    certificate.total === null ? 'not stated' : renderCount(certificate.total),
    renderCount(certificate.pages),
    renderCount(certificate.dropped),
    controlText(certificate),
  ]);
  const header = ['source', 'status', 'rows', 'of', 'pages', 'dropped', "Torii's own count and sums"];
  const reasons = asked.flatMap(({ source, reason }) =>
    reason === null ? [] : [wrapText(reason, `${source}: `, width)],
  );
  return [table(header, rows, [2, 3, 4, 5], width), ...reasons].join('\n');
}

/** Torii's own count and sums beside ours, in words. */
export function controlText({ control }: Completeness): string {
  if (control === null) return 'not asked';
  if (control.equal) return 'equal';
  const differing = Object.keys(control.theirs).filter((key) => control.theirs[key] !== control.ours[key]);
  return differing
    .map((key) => `${key}: ${control.ours[key]} read, Torii says ${control.theirs[key]}`)
    .join('; ');
}

/** One sentence for each source that was asked for and did not come whole. */
export function incompleteSources(certificates: readonly Completeness[]): string[] {
  return certificates
    .filter(({ status }) => status !== 'complete' && status !== 'not-read')
    .map(({ source, status, reason }) => `${source}: ${status}. ${reason ?? ''}`.trimEnd());
}
