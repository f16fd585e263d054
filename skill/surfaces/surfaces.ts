/**
 * The six Claude surfaces: the files each needs, the steps a person takes, how a machine verifies it.
 * In: the mapping, the server's address, the tools it offers. Out: files as text. Writes nothing.
 */
export type { SurfaceInputs } from './base/surface-inputs.ts';
export { type Surface, surfaceNames, surfaces } from './base/surface.ts';
export { expectedTools, listedTools, type ToolList } from './base/tool-list.ts';
export { surfaceFiles } from './files/surface-files.ts';
export { nodeCommand } from './texts/runnable.ts';
