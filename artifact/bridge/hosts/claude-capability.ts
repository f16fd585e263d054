import { isJsonObject, type JsonObject } from '../../../skill/torii/json.ts';

/** Published pages; the parts of the capability that this product uses. */
export interface McpCapability {
  callTool(server: string, tool: string, input: JsonObject, options: McpCallOptions): Promise<unknown>;
  listTools(): Promise<unknown>;
}

export interface McpCallOptions {
  readonly cache?: { readonly refresh: true };
  readonly signal?: AbortSignal;
}

/** `window.claude`: `use` in current hosts, `mcp` injected before the page in older ones. */
export interface ClaudeApi {
  use?(name: 'mcp'): Promise<unknown>;
  readonly mcp?: unknown;
}

export interface OfferedServer {
  readonly server: string;
  readonly signInNeeded: boolean;
  readonly tools: readonly { readonly name: string; readonly annotations?: JsonObject }[];
}

export function isMcpCapability(value: unknown): value is McpCapability {
  return has(value, 'callTool') && has(value, 'listTools');
}

export function isClaudeApi(value: unknown): value is ClaudeApi {
  return (
    has(value, 'use') ||
    (typeof value === 'object' && value !== null && 'mcp' in value && isMcpCapability(value.mcp))
  );
}

/** Servers of a `listTools` answer; entries without a name are skipped. */
export function serversIn(listing: unknown): OfferedServer[] {
  const servers = isJsonObject(listing) && Array.isArray(listing['servers']) ? listing['servers'] : [];
  return servers.filter(isJsonObject).flatMap(({ server, authStatus, tools }) => {
    if (typeof server !== 'string') return [];
    const named = (Array.isArray(tools) ? tools : []).filter(isJsonObject).flatMap(offeredTool);
    return [{ server, signInNeeded: authStatus === 'needs_reauth', tools: named }];
  });
}

function offeredTool({ name, annotations }: JsonObject): OfferedServer['tools'][number][] {
  if (typeof name !== 'string') return [];
  return [isJsonObject(annotations) ? { name, annotations } : { name }];
}

function has<Name extends string>(value: unknown, name: Name): value is Record<Name, () => unknown> {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === 'function';
}
