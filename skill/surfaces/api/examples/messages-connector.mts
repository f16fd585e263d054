/**
 * Torii through the MCP connector of the Messages API: Anthropic's servers call Torii, read tools only.
 *
 * Needs: npm install @anthropic-ai/sdk
 * Run:   TORII_MCP_TOKEN="$(saas-rationalization token --url https://api.toriihq.com/mcp)" npx tsx messages-connector.mts "Your question"
 *
 * ANTHROPIC_API_KEY and TORII_MCP_TOKEN come from the environment and are never written anywhere.
 * A Torii token expires: fetch a fresh one for each run.
 */
import Anthropic from '@anthropic-ai/sdk';
import tools from './torii-tools.json' with { type: 'json' };

const url = process.env['TORII_MCP_URL'] ?? 'https://api.toriihq.com/mcp';
const model = process.env['ANTHROPIC_MODEL'] ?? 'claude-sonnet-5-5';
const question = process.argv[2] ?? 'Show me contracts renewing in the next 60 days.';

const token = process.env['TORII_MCP_TOKEN'];
if (token === undefined || token === '') throw new Error('Set TORII_MCP_TOKEN to a Torii access token.');

const message = await new Anthropic().beta.messages.create({
  model,
  max_tokens: 4096,
  system: 'Torii is only read. State what its records say, and name what could not be read.',
  messages: [{ role: 'user', content: question }],
  mcp_servers: [{ type: 'url', name: 'torii', url, authorization_token: token }],
  tools: [
    {
      type: 'mcp_toolset',
      mcp_server_name: 'torii',
      // Off unless named: a tool that Torii adds tomorrow stays off.
      default_config: { enabled: false },
      configs: Object.fromEntries(tools.read.map((name) => [name, { enabled: true }])),
    },
  ],
  betas: ['mcp-client-2026-09-15'],
});

for (const block of message.content) {
  if (block.type === 'text') process.stdout.write(`${block.text}\n`);
  if (block.type === 'mcp_tool_result' && block.is_error) {
    process.stderr.write(`A call to Torii failed: ${JSON.stringify(block.content)}\n`);
    process.exitCode = 5;
  }
}
if (message.stop_reason === 'max_tokens') {
  process.stderr.write('The answer was cut off: it is not complete.\n');
  process.exitCode = 4;
}
