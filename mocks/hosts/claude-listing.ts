import { claudeErrorOf } from './claude-error.ts';
import type { ListedServer, MockMcpOptions } from './mock-mcp.ts';
import type { Connector } from './connector.ts';
import type { FaultScript } from './faults.ts';

/** The grant cut with what the viewer has; refused tools are left out without a word. */
export async function listServers(
  { server, grants, others = [] }: MockMcpOptions,
  connector: Connector,
  script: FaultScript,
): Promise<{ servers: ListedServer[] }> {
  if (script.stands('renamed')) return { servers: [] };
  const offered = await connector.tools().catch((thrown: unknown) => {
    const error = claudeErrorOf(thrown, server);
    if (error.code === 'needs_reauth') return null;
    throw error;
  });
  const hidden = (tool: string): boolean =>
    (['ungranted', 'policy', 'disabled'] as const).some((fault) => script.stands(fault, tool));
  const tools = (offered ?? [])
    .filter(({ name }) => grants.includes(name) && !hidden(name))
    .map(({ name, annotations }) => ({ name, ...(annotations && { annotations }) }));
  const authStatus = offered === null || script.stands('reauth') ? 'needs_reauth' : 'connected';
  const rest = others.map((other): ListedServer => ({
    server: other.server,
    authStatus: 'connected',
    tools: other.tools.map((name) => ({ name })),
  }));
  return { servers: [{ server, authStatus, tools }, ...rest] };
}
