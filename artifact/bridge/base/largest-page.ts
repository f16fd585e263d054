import type { Host } from '../../../skill/torii/bridge.ts';

/** Torii's own largest page. */
const TORII_ROWS = 1000;
/** Hosts of views put results of more than about 150,000 characters aside; a row of an app takes several hundred. */
const VIEW_ROWS = 200;

/** Rows a page that a host passes on whole. */
export function largestPageOf(host: Host | null): number {
  return host === 'mcp-app' ? VIEW_ROWS : TORII_ROWS;
}
