/**
 * Torii through an MCP client of your own: this program calls Torii, and Claude sees the read tools only.
 *
 * Needs: npm install @anthropic-ai/sdk @modelcontextprotocol/sdk
 * Run:   TORII_MCP_TOKEN="$(saas-rationalization token --url https://api.toriihq.com/mcp)" npx tsx client-tools.mts "Your question"
 *
 * The Torii token stays in this program: unlike the connector, it is not sent to Anthropic.
 */
import Anthropic from '@anthropic-ai/sdk';
import { mcpTools } from '@anthropic-ai/sdk/helpers/beta/mcp';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import tools from './torii-tools.json' with { type: 'json' };

const url = process.env['TORII_MCP_URL'] ?? 'https://api.toriihq.com/mcp';
const model = process.env['ANTHROPIC_MODEL'] ?? 'claude-sonnet-5-5';
const question = process.argv[2] ?? 'Which apps in Torii have more than 100 users?';

const token = process.env['TORII_MCP_TOKEN'];
if (token === undefined || token === '') throw new Error('Set TORII_MCP_TOKEN to a Torii access token.');

const torii = new Client({ name: 'torii-read-only', version: '1.0.0' });
const headers = { authorization: `Bearer ${token}` };
await torii.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }));

try {
  const { tools: offered } = await torii.listTools();
  // Twice: Claude is not offered other tools, and this client would not call them. A name alone proves
  // nothing: what the server itself calls a write is none of the reads.
  const reads = offered.filter(({ name, annotations: says }) => {
    const writes = says?.readOnlyHint === false || says?.destructiveHint === true;
    return tools.read.includes(name) && !writes;
  });
  const readable = new Set(reads.map(({ name }) => name));
  const reader = {
    async callTool(params: { name: string; arguments?: Record<string, unknown> }) {
      if (!readable.has(params.name)) throw new Error(`${params.name} is not a read tool.`);
      return torii.request({ method: 'tools/call', params }, CallToolResultSchema);
    },
  };
  const message = await new Anthropic().beta.messages.toolRunner({
    model,
    max_tokens: 4096,
    max_iterations: 20,
    system: 'Torii is only read. State what its records say, and name what could not be read.',
    messages: [{ role: 'user', content: question }],
    tools: mcpTools(reads, reader),
  });
  for (const block of message.content) if (block.type === 'text') process.stdout.write(`${block.text}\n`);
} finally {
  await torii.close();
}
