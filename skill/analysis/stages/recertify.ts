import type { Completeness } from '../../mapping/portfolio.ts';
import type { Analysis } from '../base/contract.ts';
import { recertified } from './on-demand.ts';
import { controlCheck } from './self-audit.ts';

/**
 * The same analysis under other certificates of the same rows, as when Torii's own count arrives after
 * them. Null where a certificate says something else about the rows: then it has to be analyzed again.
 */
export function recertify(analysis: Analysis, certificates: readonly Completeness[]): Analysis | null {
  const completeness = sortCertificates(certificates);
  if (says(completeness) !== says(analysis.completeness)) return null;
  const controls = controlCheck({ completeness });
  return recertified(analysis, completeness, (audit) =>
    audit.map((one) => (one.check === controls.check ? controls : one)),
  );
}

export function sortCertificates(certificates: readonly Completeness[]): readonly Completeness[] {
  return certificates.toSorted((a, b) => (a.source < b.source ? -1 : 1));
}

/** All that figures and the hash of the inputs are made from. */
function says(certificates: readonly Completeness[]): string {
  return JSON.stringify(certificates.map(({ source, status, total, rows }) => [source, status, total, rows]));
}
