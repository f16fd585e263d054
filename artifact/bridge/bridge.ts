/**
 * One seam to every host of the page.
 * In: what the window offers. Out: the spec of the bridge that was found, or null on a bare page.
 * Failures of a host become `ToolFailure`s here and nowhere else.
 */
export { type GrantedTool, grantedTools } from './base/granted.ts';
export type { Receipt } from './base/receipt.ts';
export { greetAppHost } from './hosts/detect.ts';
export type { HeldRead, HeldSource } from './app/held-source.ts';
export { findBridge } from './hosts/find-bridge.ts';
export { snapshotBridge } from './hosts/snapshot.ts';
export { largestPageOf } from './base/largest-page.ts';
export { memoizeAsync } from './base/memoize-async.ts';
