import { callKey, createReplyCache, type Cached } from './cache.ts';
import { ClaudeError, claudeErrorOf, rejectErrorReply } from './claude-error.ts';
import { claudeFaults } from './claude-faults.ts';
import { listServers } from './claude-listing.ts';
import { createWatch } from './claude-watch.ts';
import { connectorTo, type Connector } from './connector.ts';
import { withServerFaults, type FaultScript } from './faults.ts';
import type { MockMcp, MockMcpOptions } from './mock-mcp.ts';

export function createMcp(options: MockMcpOptions, script: FaultScript): MockMcp {
  const connector = connectorTo(withServerFaults(options.url, script));
  const call = calling(options, connector, script);
  const cache = createReplyCache(options.clock);

  const callTool: MockMcp['callTool'] = async (server, tool, input = {}, { cache: wanted, signal } = {}) => {
    const fault = script.next(tool);
    const strike = fault === null ? undefined : claudeFaults[fault];
    const key = callKey(tool, input);
    const fresh = wanted === false || wanted?.refresh === true;
    const cached = fresh || strike ? null : cache.get(key);
    if (cached !== null) return stamped(cached);
    const answer = (): Promise<unknown> => call(server, tool, input, signal);
    const reply = await untilAborted(strike ? strike(answer, signal) : answer(), server, signal);
    return strike ? reply : stamped(cache.put(key, reply));
  };

  return Object.freeze({
    callTool,
    watchTool: createWatch(callTool, options.clock),
    listTools: () => listServers(options, connector, script),
    invalidate: async () => cache.clear(),
  });
}

type Call = (server: string, tool: string, input: object, signal?: AbortSignal) => Promise<unknown>;

function calling({ server: ours, grants }: MockMcpOptions, connector: Connector, script: FaultScript): Call {
  return async (server, tool, input, signal) => {
    if (script.stands('renamed'))
      throw new ClaudeError('server_not_connected', `${server} is not connected.`);
    if (server !== ours)
      throw new ClaudeError('server_not_found', `No connector is called ${server}.`, { server });
    if (!grants.includes(tool))
      throw new ClaudeError('not_in_manifest', `${tool} was not declared.`, { server });
    const reply = await connector.call(tool, input, signal).catch((thrown: unknown) => {
      throw claudeErrorOf(thrown, server);
    });
    return rejectErrorReply(reply, server);
  };
}

function stamped({ value, storedAt }: Cached): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return { ...structuredClone(value), cache: { storedAt, revalidating: false } };
}

function untilAborted(reply: Promise<unknown>, server: string, signal?: AbortSignal): Promise<unknown> {
  if (signal === undefined) return reply;
  const cancelled = new Promise<never>((_, reject) => {
    const stop = (): void => reject(new ClaudeError('cancelled', 'The call was cancelled.', { server }));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([reply, cancelled]);
}
