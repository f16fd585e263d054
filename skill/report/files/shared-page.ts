/**
 * The dashboard as one file to hand on: a dated snapshot of the aggregates, open anywhere, without Torii.
 *
 * In: the built page, the records, their mapping and what people decided. Out: the page with all of it
 * inside; null when the page has no configuration block. No person is named: rows of people stay out, and
 * so do those who approved, decided or are exempt, with what they wrote.
 */
import type { DecisionsFile } from '../../mapping/tenant-files.ts';
import type { TenantMapping } from '../../mapping/mapping.ts';
import type { TenantRecords } from '../../torii/read.ts';
import { configuredPage } from './configured-page.ts';
import { takeSnapshot } from '../snapshot/snapshot.ts';
import { aggregatesOf } from '../snapshot/snapshot-records.ts';

export interface SharedPage {
  readonly records: TenantRecords;
  readonly mapping: TenantMapping;
  readonly decisions: DecisionsFile | null;
  readonly asOf: string;
}

export function sharedPage(html: string, { records, mapping, decisions, asOf }: SharedPage): string | null {
  return configuredPage(html, {
    snapshot: aggregatesOf(takeSnapshot(records)),
    mapping: namelessMapping(mapping),
    ...(decisions === null ? {} : { decisions: namelessDecisions(decisions) }),
    asOf,
  });
}

const somebody = 'a person';

/** Who is exempt decides over rows of people, and those stay out. */
function namelessMapping({ approval, ...mapping }: TenantMapping): object {
  const kept = { ...mapping, exempt: [] };
  return approval === undefined ? kept : { ...kept, approval: { by: somebody, at: approval.at } };
}

function namelessDecisions({ decisions, edits, ...file }: DecisionsFile): object {
  return {
    ...file,
    decisions: decisions.map((decision) => ({ ...decision, by: somebody, reason: undefined })),
    edits: edits.map((edit) => ({ ...edit, by: somebody, note: undefined })),
  };
}
