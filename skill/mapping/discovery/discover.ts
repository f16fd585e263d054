/**
 * Discovers how a tenant keeps its fields. In: one reading of a tenant, with or without field
 * definitions. Out: the draft of a mapping, and at most five questions that only a person can answer.
 */
import type { TenantRecords } from '../../torii/read.ts';
import { draftOf, type DraftedMapping } from './draft.ts';
import { questionsFor, type Question } from './questions.ts';

export interface MappingDraft extends DraftedMapping {
  readonly questions: readonly Question[];
}

export function draftMapping(
  records: TenantRecords,
  tenant: { readonly name?: string; readonly currency?: string } = {},
): MappingDraft {
  const { mapping, candidates } = draftOf(records, tenant);
  const notice = candidates.fields['fields.contract.noticeDays'] ?? [];
  return { mapping, candidates, questions: questionsFor(mapping, records, candidates.views, notice) };
}
