/**
 * From "open the dashboard" to a published page, in the real Claude Code with a scripted model that takes
 * every path and every call from what it was shown: the commands from the skill, the folder of records
 * from the hook, the publish call from what `fill` printed.
 *
 * What passes through the model is counted, because a model that must read 150,000 tokens of this product before
 * it may publish does not publish.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTenant, type TenantSize } from '../../mocks/tenant/tenant.ts';
import { textFile } from '../../skill/surfaces/base/packed-file.ts';
import { asOf, served } from '../cli/served.ts';
import { runClaude, type Ran } from './claude-code.ts';
import {
  messagesEndpoint,
  toolAnswers,
  type MessagesRequest,
  type Said,
  type Script,
} from './messages-endpoint.ts';
import { folderWithPlugin, packages, productName, unpacked } from './packed.ts';
import { put } from './project.ts';
import { publishingServer, type Published } from './publishing-server.ts';
import { proxy, tokenCounter } from './tokens.ts';
import { shownIn, spentIn, type Spent } from './spent.ts';

/** What one Read takes, and a comfortable part of the smallest model. */
const MOST_TOKENS = 25_000;

/** The skill itself is more than this: less means that it was not counted. */
const LEAST_SKILL_TOKENS = 3_000;

const torii = 'mcp__claude_ai_Torii__';
const mapping = 'tenant/tenant-mapping.json';

/** One step: what the model says, given all it was shown so far. */
type Step = (shown: string) => Said;

function call(name: string, input: object): Said {
  return { type: 'tool_use', name, input };
}

/** The part of what was shown that a step depends on; a model that was not shown it cannot go on. */
function found(shown: string, pattern: RegExp): string {
  const part = pattern.exec(shown)?.[1];
  if (part === undefined) throw new Error(`Nothing shown to the model matches ${String(pattern)}.`);
  return part;
}

function script(shown: string, rest: string): Said {
  const file = found(shown, /node "(\/[^"]+saas-rationalization\.mjs)"/);
  return call('Bash', { command: `node "${file}" ${rest}`, description: 'Run the script of the skill' });
}

function records(shown: string): string {
  return found(shown, /kept (?:whole|unchanged) in ([^\s,]+)/);
}

/** The call that `fill` printed, and nothing made up. */
function publishing(shown: string): Said {
  const printed = JSON.parse(found(shown, /```json\n([\s\S]+?)\n```/)) as Printed;
  return call(`mcp__host__${printed.published.tool}`, printed.published.arguments);
}

interface Printed {
  readonly published: { readonly tool: string; readonly arguments: { readonly file_path: string } };
}

function read(name: string, options: object = {}): Step {
  return (shown) => {
    const page = found(shown, /"file_path": "([^"]+)\/index\.html"/);
    return call('Read', { file_path: `${page}/${name}`, ...options });
  };
}

const reads: readonly (readonly [string, object])[] = [
  ['list_apps', { size: 1 }],
  ['get_organization', {}],
  ['get_app_fields', {}],
  ['get_contract_fields', {}],
  ['get_user_fields', {}],
  ['list_apps', { size: 1000, includeLicenses: true }],
  ['list_contracts', { size: 1000 }],
];

const steps: readonly Step[] = [
  () => call('Skill', { skill: `${productName}:${productName}` }),
  ...reads.map(
    ([tool, input]) =>
      () =>
        call(torii + tool, input),
  ),
  (shown) => script(shown, `discover --records ${records(shown)} --out ${mapping}`),
  (shown) => script(shown, `mapping check ${mapping}`),
  (shown) => script(shown, `brief --records ${records(shown)} --as-of ${asOf} --mapping ${mapping} --plain`),
  (shown) => script(shown, `fill --uuid ${torii}list_apps --tenant-pack tenant --out pages`),
  read('index.html'),
  read('app.js', { limit: 40 }),
  publishing,
];

const model: Script = (request) => {
  const step = steps[toolAnswers(request).length];
  return step === undefined ? [{ type: 'text', text: 'Done.' }] : [step(shownIn(request))];
};

interface Opened {
  readonly ran: Ran;
  readonly folder: string;
  readonly last: MessagesRequest;
  readonly published: readonly Published[];
}

async function opened(size: TenantSize): Promise<Opened> {
  const server = await served({ tenant: createTenant({ size, asOf }) });
  const plugin = await unpacked(await packages(), `${productName}.plugin`);
  const folder = await folderWithPlugin(plugin, server.url);
  const host = await publishingServer(folder);
  const urls = { claude_ai_Torii: server.url, host: host.url };
  const servers = Object.entries(urls).map(([name, url]) => [name, { type: 'http', url }]);
  await put(folder, [textFile('host.mcp.json', JSON.stringify({ mcpServers: Object.fromEntries(servers) }))]);
  const endpoint = await messagesEndpoint(model);
  const ran = await runClaude({
    folder,
    endpoint: endpoint.url,
    prompt: 'Open the SaaS dashboard.',
    env: { ENABLE_TOOL_SEARCH: 'false' },
    args: ['--plugin-dir', 'plugin', '--mcp-config', 'host.mcp.json', '--dangerously-skip-permissions'],
  });
  const last = endpoint.requests.findLast(({ tools = [] }) => tools.length > 0);
  if (last === undefined) throw new Error(`The model was never asked: ${ran.said}`);
  return { ran, folder, last, published: host.published };
}

function isOfTorii(source: string): boolean {
  return source.startsWith(torii);
}

/** What is not Torii's: our skill, our script, our page, the host's remarks, and the model's own calls. */
function sum(spent: Spent, wanted: (source: string) => boolean): number {
  return [...spent].reduce((total, [source, tokens]) => total + (wanted(source) ? tokens : 0), 0);
}

test.each(['small', 'medium'] as const)('a %s tenant: from the question to the page', async (size) => {
  const { ran, folder, last, published } = await opened(size);
  const answers = toolAnswers(last);
  expect(
    answers.filter(({ isError, text }) => isError || text === ''),
    ran.said,
  ).toEqual([]);
  expect(answers).toHaveLength(steps.length);

  const [index, banner] = answers.filter(({ tool }) => tool === 'Read');
  expect(index?.text).toContain('id="saas-rationalization-configuration"');
  expect(index?.text).toContain('<script src="app.js"></script>');
  expect(banner?.text).toContain('A list in the code refuses every other tool');

  const [only, ...others] = published;
  expect(others).toEqual([]);
  if (only === undefined) throw new Error(`Nothing was published: ${ran.said}`);
  const { call: sent, page, beside } = only;
  expect(sent).toMatchObject({ title: 'SaaS rationalization', icon: 'chart' });
  expect(sent.capabilities?.mcp?.servers.map(({ server }) => server)).toEqual(['Torii']);
  expect(page).toBe(await readFile(join(folder, 'pages/index.html'), 'utf8'));
  expect([...beside.keys()].toSorted()).toEqual(['app.css', 'app.js', 'tenant.json']);

  const spent = spentIn(last, await tokenCounter());
  const tokens = { ours: sum(spent, (source) => !isOfTorii(source)), torii: sum(spent, isOfTorii) };
  console.info(JSON.stringify({ size, proxy, ...tokens, by: Object.fromEntries(spent) }));
  expect(spent.get('the skill')).toBeGreaterThan(LEAST_SKILL_TOKENS);
  for (const source of ['Bash', 'Read index.html', 'Read app.js', `${torii}list_apps`]) {
    expect(spent.get(source), source).toBeGreaterThan(100);
  }
  expect(spent.get('Read index.html')).toBeLessThanOrEqual(1_500);
  expect(tokens.ours).toBeLessThanOrEqual(MOST_TOKENS);
});
