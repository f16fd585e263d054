/** A server of anybody's, started by its command with the official client in front of it. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { CallToolResultSchema, type CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { onTestFinished } from 'vitest';

export interface StdioServer {
  readonly client: Client;
  /** What it wrote to standard error so far. */
  readonly said: () => string;
  readonly names: () => Promise<readonly string[]>;
  /** A call that passes by the client's own list of tools; a protocol error comes back as a tool error. */
  readonly call: (name: string, args?: Record<string, unknown>) => Promise<CallToolResult>;
}

export interface StartOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Sees what is written to standard error as it comes. */
  readonly onSaid?: (text: string) => void;
}

/** A download and a sign-in may come before the first answer. */
const FIRST_ANSWER_MS = 5 * 60_000;

/** Started with everything but a token of this project's own; ended with the test. */
export async function startStdio({ command, args, env = {}, onSaid }: StartOptions): Promise<StdioServer> {
  const own = Object.entries(process.env).filter(([name]) => name !== 'TORII_MCP_TOKEN');
  const inherited = own.filter((entry): entry is [string, string] => entry[1] !== undefined);
  const transport = new StdioClientTransport({
    command,
    args: [...args],
    env: { ...Object.fromEntries(inherited), ...env },
    stderr: 'pipe',
  });
  let said = '';
  transport.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    onSaid?.(said);
  });
  const client = new Client({ name: 'test', version: '0' });
  onTestFinished(() => client.close());
  await client.connect(transport, { timeout: FIRST_ANSWER_MS }).catch((error: unknown) => {
    throw new Error(`${command} did not start: ${said}`, { cause: error });
  });
  return {
    client,
    said: () => said,
    names: async () => (await client.listTools()).tools.map(({ name }) => name),
    call: (name, args = {}) => call(client, name, args),
  };
}

async function call(client: Client, name: string, args: Record<string, unknown>): Promise<CallToolResult> {
  try {
    const request = { method: 'tools/call', params: { name, arguments: args } };
    return await client.request(request, CallToolResultSchema);
  } catch (error) {
    return { content: [{ type: 'text', text: String(error) }], isError: true };
  }
}
