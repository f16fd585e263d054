/**
 * Published artifacts: `await window.claude.use('mcp')`, or `window.claude.mcp` in older hosts.
 *
 * In: the host object and the connector's display name. Out: a `ToolBridge`. The capability may
 * arrive late or not at all; every failed call rejects with a code; freshness is what the host's
 * cache states, never the clock.
 */
import { type OfferedTool, type RawCall, type ToolBridge, openBridge } from '../../../skill/torii/bridge.ts';
import { failure, type ToolFailure } from '../../../skill/torii/failure.ts';
import { isMcpCapability, serversIn } from './claude-capability.ts';
import type { ClaudeApi, McpCapability, OfferedServer } from './claude-capability.ts';
import { claudeFailure } from './claude-failure.ts';
import { chooseServer } from './claude-server.ts';
import { HostFault } from '../base/host-fault.ts';
import { memoizeAsync } from '../base/memoize-async.ts';
import type { BridgeSettings } from '../base/settings.ts';
import { storedAtOf } from '../base/stored-at.ts';
import { withTimeout } from '../base/with-timeout.ts';

export interface ClaudeSettings extends BridgeSettings {
  readonly claude: ClaudeApi;
}

/** The host gives up on a call after about 130 s. */
const DEADLINE_MS = 130_000;
/** `use` may take 10 s; a little more and it will not come. */
const USE_MS = 12_000;

export function claudeBridge(settings: ClaudeSettings): ToolBridge {
  const capability = memoizeAsync(() => mcpOf(settings));
  const server = memoizeAsync(async () => serverOf(await capability(), settings.connectorName));
  return openBridge({
    host: 'claude',
    raw: rawCall(capability, server),
    clock: settings.clock,
    deadlineMs: settings.deadlineMs ?? DEADLINE_MS,
    wireNames: () => offered(server),
    prefix: '',
    failureOf: claudeFailure,
    storedAtOf,
    ...(settings.dialect && { dialect: settings.dialect }),
    ...(settings.onCall && { onCall: settings.onCall }),
  });
}

async function mcpOf({ claude, clock }: ClaudeSettings): Promise<McpCapability> {
  const capability = claude.use ? await withTimeout(claude.use('mcp'), USE_MS, clock) : claude.mcp;
  if (isMcpCapability(capability)) return capability;
  throw new HostFault(failure('not-granted', null, 'The host gives this page no access to connectors.'));
}

async function serverOf(mcp: McpCapability, name: string): Promise<OfferedServer> {
  const chosen = chooseServer(serversIn(await mcp.listTools()), name);
  if ('ok' in chosen) throw new HostFault(chosen);
  return chosen;
}

/** Null when the listing hides every tool: names are then formed, and the refused call gives the reason. */
async function offered(
  server: () => Promise<OfferedServer>,
): Promise<readonly OfferedTool[] | ToolFailure | null> {
  try {
    const { tools } = await server();
    return tools.length === 0 ? null : tools;
  } catch (thrown) {
    return { ...claudeFailure(thrown, 'list_apps'), tool: null };
  }
}

function rawCall(capability: () => Promise<McpCapability>, server: () => Promise<OfferedServer>): RawCall {
  return async (wireName, args, { signal, fresh }) => {
    const [mcp, chosen] = await Promise.all([capability(), server()]);
    return mcp.callTool(chosen.server, wireName, args, {
      ...(signal && { signal }),
      ...(fresh === true && { cache: { refresh: true } as const }),
    });
  };
}
