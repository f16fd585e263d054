/**
 * Torii through the Agent SDK: no built-in tools, no settings of this machine, answers in a fixed shape.
 *
 * Needs: npm install @anthropic-ai/claude-agent-sdk
 * Run:   TORII_MCP_TOKEN="$(saas-rationalization token --url https://api.toriihq.com/mcp)" npx tsx agent-sdk.mts
 */
import { query, type HookCallback } from '@anthropic-ai/claude-agent-sdk';
import tools from './torii-tools.json' with { type: 'json' };

const url = process.env['TORII_MCP_URL'] ?? 'https://api.toriihq.com/mcp';
const token = process.env['TORII_MCP_TOKEN'];
if (token === undefined || token === '') throw new Error('Set TORII_MCP_TOKEN to a Torii access token.');

const allowedTools = tools.read.map((name) => `mcp__torii__${name}`);

/** The second layer: blocks every MCP tool that is not a read of Torii, whatever any rule says. */
const onlyReads: HookCallback = async (input) => {
  if (input.hook_event_name !== 'PreToolUse') return {};
  if (!input.tool_name.startsWith('mcp__') || allowedTools.includes(input.tool_name)) return {};
  return {
    hookSpecificOutput: {
      hookEventName: 'PreToolUse',
      permissionDecision: 'deny',
      permissionDecisionReason: `${input.tool_name} is not a read tool. Torii is only read here.`,
    },
  };
};

const contract = {
  type: 'object',
  properties: { id: { type: 'integer' }, name: { type: 'string' }, termEnd: { type: 'string' } },
  required: ['id', 'name', 'termEnd'],
  additionalProperties: false,
};
const schema = {
  type: 'object',
  properties: {
    contracts: { type: 'array', items: contract },
    notRead: { type: 'array', items: { type: 'string' } },
  },
  required: ['contracts', 'notRead'],
  additionalProperties: false,
};

const run = query({
  prompt:
    'List the Torii contracts whose term ends in the next 60 days, by term end, then by id. Read every page. ' +
    'Put into notRead what could not be read. Name no person.',
  options: {
    settingSources: [],
    strictMcpConfig: true,
    tools: [],
    mcpServers: {
      // alwaysLoad: the start waits for the connection, and no tool hides behind a search.
      torii: { type: 'http', url, headers: { authorization: `Bearer ${token}` }, alwaysLoad: true },
    },
    // Over standard input: on the command line, others on this machine could read the token.
    mcpServersDelivery: 'initialize',
    allowedTools,
    disallowedTools: tools.denied,
    permissionMode: 'dontAsk',
    hooks: { PreToolUse: [{ matcher: 'mcp__.*', hooks: [onlyReads], onFailure: 'block' }] },
    outputFormat: { type: 'json_schema', schema },
    maxBudgetUsd: 1,
    maxTurns: 30,
  },
});

/** "success" alone means little: a run without Torii ends with it too. */
const problems: string[] = [];
for await (const message of run) {
  if (message.type === 'system' && message.subtype === 'init') {
    const status = message.mcp_servers.find(({ name }) => name === 'torii')?.status ?? 'missing';
    if (status !== 'connected') problems.push(`Torii is ${status}.`);
  }
  if (message.type !== 'result') continue;
  problems.push(...message.permission_denials.map(({ tool_name: tool }) => `${tool} was tried and denied.`));
  if (message.subtype !== 'success')
    problems.push(`The run ended with ${message.subtype}.`, ...message.errors);
  else if (message.is_error) problems.push(`The run failed: ${message.result}`);
  else if (problems.length === 0)
    process.stdout.write(`${JSON.stringify(message.structured_output, null, 2)}\n`);
}
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 5;
