/**
 * Files that surfaces and packages share: connector entry, the two hooks, and the shape of a file to write.
 */
export { mcpJson } from './base/mcp-json.ts';
export { type PackedFile, textFile } from './base/packed-file.ts';
export { hookEntries } from './hooks/hook-entries.ts';
export { hookFiles } from './hooks/hook-files.ts';
