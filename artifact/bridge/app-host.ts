/**
 * The host that shows the page as the view of an MCP server's tool (MCP Apps).
 * In: a window. Out: the host around it and what it says of theme, size and display mode, as a store; null where
 * there is none. What it can do for the page is a promise of true or false and never rejects.
 */
export type { AppFile, AppHost } from './app/app-host.ts';
export type { ViewPlace } from './app/host-context.ts';
export { hostFrameOf, type HostAround } from './app/host-frame.ts';
