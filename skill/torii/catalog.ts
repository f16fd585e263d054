/**
 * The read tools of Torii, their names on the wire, and what a server offers beside them.
 * In: tool lists and names as hosts print them. Out: catalog entries, audits, the tools a page may call.
 * A name outside the catalog is refused by saying null, never by guessing.
 */
export { catalog, entryOf, isReadTool, type ReadTool, readTools, requiredTools } from './base/catalog.ts';
export { readToolNamed, splitWireName } from './base/wire-name.ts';
export { auditTools, type ToolAudit } from './tools/audit.ts';
export { calledTools } from './tools/called-tools.ts';
export { captureDialect } from './tools/capture-dialect.ts';
export { parseConfiguredName } from './tools/configured-name.ts';
export { parseFingerprint } from './tools/fingerprint.ts';
