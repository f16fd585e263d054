/** One certificate for a source that is read in parts: the users of many apps, the fields of three entities. */
import type { ReadTool } from '../base/catalog.ts';
import type { Completeness, Source, SourceStatus } from '../base/records.ts';
import { hashOf } from '../base/row-hash.ts';

export interface CertifiedPart {
  /** Names the part in reasons: "app 12", "contract fields". */
  readonly label: string;
  readonly certificate: Completeness;
}

function sum(parts: readonly CertifiedPart[], count: (certificate: Completeness) => number): number {
  return parts.reduce((total, { certificate }) => total + count(certificate), 0);
}

/** Parts of one status share it; a missing part beside a read one makes the whole partial. */
function statusOf(parts: readonly CertifiedPart[]): SourceStatus {
  const statuses = new Set(parts.map(({ certificate }) => certificate.status));
  const [only] = statuses;
  if (only === undefined) return 'not-read';
  if (statuses.size === 1) return only;
  if (statuses.size === 2 && statuses.has('complete') && statuses.has('possibly-capped')) {
    return 'possibly-capped';
  }
  return parts.some(({ certificate }) => certificate.pages > 0) ? 'partial' : 'failed';
}

/** Three parts in words, the rest as a number: reasons are read by people. */
function reasonOf(parts: readonly CertifiedPart[]): string | null {
  const said = parts.filter(({ certificate }) => certificate.reason !== null);
  const words = said.slice(0, 3).map(({ label, certificate }) => `${label}: ${certificate.reason}`);
  const more = said.length > 3 ? [`And ${said.length - 3} more.`] : [];
  return said.length === 0 ? null : [...words, ...more].join(' ');
}

function oldest(parts: readonly CertifiedPart[]): string | null {
  const times = parts.map(({ certificate }) => certificate.fetchedAt).filter((time) => time !== null);
  return times.toSorted()[0] ?? null;
}

function hashOfParts(parts: readonly CertifiedPart[]): string | null {
  const read = parts.filter(({ certificate }) => certificate.hash !== null);
  if (read.length === 0) return null;
  return hashOf(read.map(({ label, certificate }) => `${label} ${certificate.hash}`).toSorted());
}

/** Combines the certificates of all parts; the total is known only where every part states one. */
export function combined(
  source: Source,
  tool: ReadTool | null,
  parts: readonly CertifiedPart[],
): Completeness {
  const counted = parts.length > 0 && parts.every(({ certificate }) => certificate.total !== null);
  return {
    source,
    tool,
    rows: sum(parts, ({ rows }) => rows),
    total: counted ? sum(parts, ({ total }) => total ?? 0) : null,
    pages: sum(parts, ({ pages }) => pages),
    dropped: sum(parts, ({ dropped }) => dropped),
    droppedReasons: [...new Set(parts.flatMap(({ certificate }) => certificate.droppedReasons))],
    status: statusOf(parts),
    reason: reasonOf(parts),
    fetchedAt: oldest(parts),
    hash: hashOfParts(parts),
    control: null,
  };
}
