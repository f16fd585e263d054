/**
 * The view of an MCP server's tool: calls go through the host to the server that brought the page.
 *
 * In: the host that has answered the handshake. Out: a `ToolBridge`. A view is not shown which tools there are, so
 * names are formed as the server spells them; it states no time for its answers and has no cache to skip.
 */
import { openBridge, type ToolBridge } from '../../../skill/torii/bridge.ts';
import type { AppHost } from '../app/app-host.ts';
import { hostFailure } from '../base/host-fault.ts';
import { largestPageOf } from '../base/largest-page.ts';
import type { BridgeSettings } from '../base/settings.ts';

export interface McpAppSettings extends BridgeSettings {
  readonly app: Pick<AppHost, 'callTool'>;
}

/** The server behind answers within a minute, or says so. */
const DEADLINE_MS = 70_000;

export function mcpAppBridge(settings: McpAppSettings): ToolBridge {
  const bridge = openBridge({
    host: 'mcp-app',
    raw: (name, args, { signal }) => settings.app.callTool(name, args, signal),
    clock: settings.clock,
    deadlineMs: settings.deadlineMs ?? DEADLINE_MS,
    wireNames: () => Promise.resolve(null),
    prefix: '',
    failureOf: hostFailure,
    ...(settings.dialect && { dialect: settings.dialect }),
    ...(settings.onCall && { onCall: settings.onCall }),
  });
  return { ...bridge, largestPage: largestPageOf('mcp-app') };
}
