/**
 * Files that surfaces and packages share: connector entry, read-only hook, and the shape of a file to write.
 */
export { mcpJson } from './base/mcp-json.ts';
export { type PackedFile, textFile } from './base/packed-file.ts';
export { readOnlyHook } from './claude-code/read-only-hook.ts';
