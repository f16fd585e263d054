/**
 * Reading a tenant: pages, sources, completeness.
 * In: a bridge, or results that a host saved. Out: `TenantRecords` with a certificate for each source.
 * A source that fails costs its own rows only; its certificate says why.
 */
export {
  type Completeness,
  type ControlTotal,
  type FieldDefinition,
  type FieldEntity,
  type Source,
  type SourceFailure,
  sources,
  type SourceStatus,
  type TenantRecords,
} from './base/records.ts';
export { combined, type CertifiedPart } from './read/combine-certificates.ts';
export { readPages } from './read/read-pages.ts';
export type { ReadProgress } from './read/collect.ts';
export { type ReadOptions, readTenant } from './read/read-tenant.ts';
export { noticedPlace } from './reply/notice.ts';
export {
  confirmCopied,
  type ConfirmedRecords,
  type OpenTotal,
  type ReadFields,
} from './saved/copied/confirm-copied.ts';
export { copiedFiles } from './saved/copied/copied-files.ts';
export type { SavedFile } from './saved/saved-file.ts';
export { readSavedResults } from './saved/saved-results.ts';
export { unpackedFiles } from './saved/unpacked.ts';
