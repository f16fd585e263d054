/**
 * The engine's answers as tools.
 * In: one held analysis and the arguments of a call. Out: a text that is complete in itself, and the same as
 * data in the tool's own schema; or a text that says why not. Nothing here does I/O, nothing throws.
 */
export { asksRefresh, type EngineTool } from './base/engine-tool.ts';
export type { HeldAnalysis } from './base/held-analysis.ts';
export { engineToolNamed, engineTools } from './tools/engine-tools.ts';
