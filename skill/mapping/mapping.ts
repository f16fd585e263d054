/**
 * The tenant mapping file: its shape, its checks, its approval.
 * In: text or JSON. Out: a `TenantMapping`, or `Problem`s that name the field and the fix.
 */
export { canonicalFields, fieldPath } from './base/canonical-fields.ts';
export {
  type AnalysisConfig,
  type AppField,
  type ContractField,
  mappingSchema,
  type OpenQuestion,
  type TenantMapping,
  type TenantMappingInput,
} from './base/mapping.ts';
export { editDistance, nearest } from './base/nearest.ts';
export type { Problem } from './base/problem.ts';
export { approve } from './files/approve.ts';
export { openQuestions } from './files/open-questions.ts';
export { parseMapping } from './files/check.ts';
export { parseMappingText } from './files/mapping-text.ts';
export { mappingWarnings } from './files/warnings.ts';
