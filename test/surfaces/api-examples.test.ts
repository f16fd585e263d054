/** The examples for the API, run as a person runs them, against stand-ins on this machine. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { apiFiles } from '../../skill/surfaces/api/api.ts';
import { toriiTools } from '../../skill/surfaces/api/torii-tools.ts';
import { listedTools } from '../../skill/surfaces/base/tool-list.ts';
import { readTools } from '../../skill/torii/base/catalog.ts';
import { definitionsOf, offered } from '../../mocks/torii/definitions.ts';
import { folder, served } from '../cli/served.ts';
import { textOf, withoutMapping } from './inputs.ts';
import { messagesEndpoint, says, uses, type Endpoint } from './messages-endpoint.ts';

const root = join(import.meta.dirname, '..', '..');
const examples = join(root, 'skill', 'surfaces', 'api', 'examples');
const TOKEN = 'torii-token-of-this-test';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function ran(program: string, args: readonly string[], environment: Record<string, string>): Promise<Ended> {
  const env = { PATH: process.env['PATH'], HOME: '/nonexistent', ANTHROPIC_API_KEY: 'dummy', ...environment };
  return new Promise((resolve) => {
    execFile(program, [...args], { env, cwd: root }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), out, err });
    });
  });
}

function example(
  name: string,
  { origin }: Endpoint,
  environment: Record<string, string> = {},
): Promise<Ended> {
  const args = ['--import', 'tsx', join(examples, name)];
  return ran(process.execPath, args, { ANTHROPIC_BASE_URL: origin, TORII_MCP_TOKEN: TOKEN, ...environment });
}

const toolset = {
  type: 'mcp_toolset',
  mcp_server_name: 'torii',
  default_config: { enabled: false },
  configs: Object.fromEntries(readTools.map((name) => [name, { enabled: true }])),
};

describe('the connector of the Messages API', () => {
  it('asks with every tool off but the reads, and the token from the environment alone', async () => {
    const endpoint = await messagesEndpoint(says('Three contracts.'));
    const ended = await example('messages-connector.mts', endpoint);
    expect(ended).toMatchObject({ code: 0, out: 'Three contracts.\n' });
    const [asked] = endpoint.asked;
    expect(asked?.headers['anthropic-beta']).toContain('mcp-client-2026-09-15');
    expect(asked?.body).toMatchObject({
      tools: [toolset],
      mcp_servers: [
        { type: 'url', name: 'torii', url: 'https://api.toriihq.com/mcp', authorization_token: TOKEN },
      ],
    });
    expect(ended.out + ended.err).not.toContain(TOKEN);
  });

  it('asks nothing without a token', async () => {
    const endpoint = await messagesEndpoint(says('No.'));
    const ended = await example('messages-connector.mts', endpoint, { TORII_MCP_TOKEN: '' });
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('Set TORII_MCP_TOKEN');
    expect(endpoint.asked).toEqual([]);
  });

  it('does not pass a failed call to Torii or a cut answer off as a result', async () => {
    const failed = { type: 'mcp_tool_result', tool_use_id: 'm1', is_error: true, content: [] };
    const text = { type: 'text', text: 'Nothing is due.' };
    const endpoint = await messagesEndpoint({ content: [failed, text], stop_reason: 'end_turn' });
    expect(await example('messages-connector.mts', endpoint)).toMatchObject({ code: 5 });
    const cut = await messagesEndpoint({ content: [text], stop_reason: 'max_tokens' });
    expect(await example('messages-connector.mts', cut)).toMatchObject({ code: 4 });
  });
});

/** A stand-in for the Python package: prints what it was asked instead of sending it. */
const ANTHROPIC_PY = `
import json
class Anthropic:
    def __init__(self):
        self.beta = self.messages = self
    def create(self, **request):
        print(json.dumps(request))
        raise SystemExit(0)
`;

/** Python is not everybody's; where it is missing there is nothing to start. */
const python = await ran('python3', ['--version'], {});

describe.runIf(python.code === 0)('the same in Python', () => {
  it('makes the same request', async () => {
    const modules = await folder();
    await writeFile(join(modules, 'anthropic.py'), ANTHROPIC_PY);
    const environment = { PYTHONPATH: modules, TORII_MCP_TOKEN: TOKEN, PYTHONDONTWRITEBYTECODE: '1' };
    const ended = await ran('python3', [join(examples, 'messages_connector.py')], environment);
    expect(ended.err).toBe('');
    const endpoint = await messagesEndpoint(says('Yes.'));
    await example('messages-connector.mts', endpoint);
    const { betas, ...request } = JSON.parse(ended.out);
    expect(request).toEqual(endpoint.asked[0]?.body);
    expect(betas).toEqual(['mcp-client-2026-09-15']);
  });
});

/** What the tool runner sends, as far as it matters here. */
interface Request {
  readonly tools: readonly { readonly name: string }[];
  readonly messages: readonly { readonly content: readonly { is_error?: boolean; content: unknown }[] }[];
}

describe('client-side tools', () => {
  it('offer reads only, read, and never call what they did not offer', async () => {
    const server = await served({ token: TOKEN });
    const endpoint = await messagesEndpoint(
      uses({ name: 'list_apps', input: { size: 1 } }, { name: 'update_user', input: { id: 1, body: {} } }),
      says('One app was read.'),
    );
    const ended = await example('client-tools.mts', endpoint, { TORII_MCP_URL: server.url });
    expect(ended).toMatchObject({ code: 0, out: 'One app was read.\n' });
    const [first, second] = endpoint.asked.map(({ body }) => body as unknown as Request);
    const names = first?.tools.map(({ name }) => name) ?? [];
    expect(names).toEqual(readTools.filter((name) => names.includes(name)));
    expect(names).toContain('list_apps');
    const results = second?.messages.at(-1)?.content ?? [];
    expect(JSON.stringify(results[0]?.content)).toContain('apps');
    expect(results[1]?.is_error).toBe(true);
    expect(JSON.stringify(endpoint.asked)).not.toContain(TOKEN);
  });
});

test('client-side tools: a write under the name of a read is neither offered nor called', async () => {
  const server = await served({ token: TOKEN });
  const url = `${server.url}?rename=get_app:get_app_before,delete_contract:get_app`;
  const endpoint = await messagesEndpoint(uses({ name: 'get_app', input: { idApp: 1 } }), says('No.'));
  const ended = await example('client-tools.mts', endpoint, { TORII_MCP_URL: url });
  expect(ended).toMatchObject({ code: 0 });
  const [first, second] = endpoint.asked.map(({ body }) => body as unknown as Request);
  expect(first?.tools.map(({ name }) => name)).not.toContain('get_app');
  expect(second?.messages.at(-1)?.content[0]?.is_error).toBe(true);
});

describe('what the examples share', () => {
  it('is the catalog, as committed', () => {
    const committed: unknown = JSON.parse(readFileSync(join(examples, 'torii-tools.json'), 'utf8'));
    expect(committed).toEqual(JSON.parse(toriiTools(withoutMapping.tools)));
  });

  it("takes the server's own names where there is a list, and another address where one is given", () => {
    const tools = listedTools(definitionsOf('older', '1.0').map(offered));
    const files = apiFiles({ ...withoutMapping, tools, url: "https://mcp.example.com/o'torii$&" });
    expect(JSON.parse(textOf(files, 'torii-tools.json')).read).toEqual(tools.allowed);
    for (const name of ['messages-connector.mts', 'client-tools.mts', 'agent-sdk.mts']) {
      expect(textOf(files, name)).toContain("'https://mcp.example.com/o%27torii$&'");
    }
  });

  it('is nothing of this project: they run from any folder', () => {
    for (const { path, bytes } of apiFiles(withoutMapping).filter((file) => file.path.endsWith('.mts'))) {
      const imported = [...new TextDecoder().decode(bytes).matchAll(/from '([^']+)'/g)].map(
        ([, name]) => name,
      );
      const own = imported.filter((name) => name?.startsWith('.'));
      expect(own, path).toEqual(['./torii-tools.json']);
    }
  });
});
