/** The `mcp` capability of a published page, as the imitated host offers it. */
import type { Clock } from '../../skill/torii/bridge.ts';

export interface ListedServer {
  readonly server: string;
  readonly authStatus: 'connected' | 'needs_reauth';
  readonly tools: readonly { readonly name: string; readonly annotations?: object }[];
}

export interface MockMcpOptions {
  readonly url: string;
  /** Display name under which the page declared the connector. */
  readonly server: string;
  /** The tools declared for it, by the server's own names. */
  readonly grants: readonly string[];
  /** Other connectors of the viewer that the page was also granted. */
  readonly others?: readonly { readonly server: string; readonly tools: readonly string[] }[];
  readonly clock: Clock;
}

export interface MockCallOptions {
  readonly cache?: false | { readonly refresh?: boolean };
  readonly signal?: AbortSignal;
}

export interface MockMcp {
  callTool(server: string, tool: string, input?: object, options?: MockCallOptions): Promise<unknown>;
  watchTool(server: string, tool: string, input: object, handler: (event: unknown) => void): () => void;
  listTools(): Promise<{ servers: ListedServer[] }>;
  invalidate(): Promise<void>;
}
