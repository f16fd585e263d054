/**
 * Where no hook and no transcript reaches files: the two other ways to figures, in the real Claude Code with a
 * scripted model that writes down only what it was shown.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { handoverOf, handoverText } from '../../skill/report/handover/handover-of.ts';
import { analysisOf } from '../../skill/cli/inputs/analysis-of.ts';
import { parseMapping } from '../../skill/mapping/mapping.ts';
import { textFile, type PackedFile } from '../../skill/surfaces/base/packed-file.ts';
import { callsIn } from '../cli/copied.ts';
import { asOf, served, tenant } from '../cli/served.ts';
import { readDemo } from '../report/demo-reading.ts';
import { runClaude } from './claude-code.ts';
import { messagesEndpoint, toolAnswers, type Said, type Script } from './messages-endpoint.ts';
import { packages, productName, unpacked } from './packed.ts';
import { project } from './project.ts';

const script = `.claude/skills/${productName}/scripts/saas-rationalization.mjs`;
const about = `--mapping tenant/tenant-mapping.json --as-of ${asOf}`;

let skill: readonly PackedFile[] = [];

beforeAll(async () => {
  skill = await unpacked(await packages(), `${productName}.zip`);
});

type Answers = ReturnType<typeof toolAnswers>;

/** What the model does next, given every answer so far; null when it is done. */
type Next = (answers: Answers) => Said | null;

function call(name: string, input: object): Said {
  return { type: 'tool_use', name, input };
}

function write(folder: string, name: string, content: string): Said {
  return call('Write', { file_path: join(folder, name), content });
}

function bash(rest: string): Said {
  return call('Bash', { command: `node ${script} ${rest}`, description: 'Run the script of the skill' });
}

/** The last answers of a session in which the model takes these steps. */
async function answersOf(
  url: string,
  nextIn: (folder: string) => Next,
): Promise<{ last: Answers; said: string }> {
  const folder = await project([
    ...skill.map((file) => ({ ...file, path: `.claude/skills/${file.path}` })),
    textFile('tenant/tenant-mapping.json', JSON.stringify(demoMapping(asOf))),
    textFile('mcp.json', JSON.stringify({ mcpServers: { torii: { type: 'http', url } } })),
  ]);
  const next = nextIn(folder);
  const model: Script = (request) => [next(toolAnswers(request)) ?? { type: 'text', text: 'Done.' }];
  const endpoint = await messagesEndpoint(model);
  const args = ['--mcp-config', 'mcp.json', '--strict-mcp-config', '--dangerously-skip-permissions'];
  const env = { ENABLE_TOOL_SEARCH: 'false' };
  const { said } = await runClaude({ folder, endpoint: endpoint.url, args, env });
  const last = endpoint.requests.findLast(({ tools = [] }) => tools.length > 0);
  return { last: last === undefined ? [] : toolAnswers(last), said };
}

/** Both lists are read and written down; then the report says which totals it wants, and each is got and kept. */
const copying =
  (slip: (text: string) => string) =>
  (folder: string): Next =>
  (answers) => {
    const texts = answers.map(({ text }) => text);
    const first = [
      call('mcp__torii__list_apps', { size: 1000 }),
      call('mcp__torii__list_contracts', { size: 1000 }),
      write(folder, 'copied/apps.json', texts[0] ?? ''),
      write(folder, 'copied/contracts.json', slip(texts[1] ?? '')),
      bash(`report --copied copied ${about}`),
    ];
    const wanted = callsIn(texts[4] ?? '');
    const at = texts.length - first.length;
    if (at < 0) return first[texts.length] ?? null;
    const total = wanted[Math.floor(at / 2)];
    if (total === undefined) return at === 2 * wanted.length ? bash(`report --copied copied ${about}`) : null;
    if (at % 2 === 0) return call(`mcp__torii__${total.tool}`, total.input);
    const reply = JSON.stringify({ ...total, reply: texts.at(-1) });
    return write(folder, `copied/total-${at}.json`, reply);
  };

const withOtherDigit = (text: string): string =>
  text.replace(
    /("c_yearlyCost_4": ?"?\d*)(\d)/,
    (_, front: string, digit: string) => `${front}${(Number(digit) + 1) % 10}`,
  );

describe('replies that only the conversation holds', () => {
  test('count as far as totals of Torii confirm them', async () => {
    const { url } = await served();
    const { last, said } = await answersOf(
      url,
      copying((text) => text),
    );
    const report = last.at(-1);
    expect([report?.tool, report?.isError], said).toEqual(['Bash', false]);
    expect(report?.text).toMatch(/Copied, confirmed by 1\d totals of Torii/);
    expect(report?.text).toMatch(/\(fact:totals\/baselineAnnual\)/);
  });

  test('are refused where one digit was copied wrong', async () => {
    const { url } = await served();
    const { last, said } = await answersOf(url, copying(withOtherDigit));
    const report = last.at(-1);
    expect([report?.tool, report?.isError], said).toEqual(['Bash', true]);
    expect(report?.text).toContain('Torii disagrees with what was copied');
  });
});

test('a block of the page that a person pastes gives the brief, and prose is held to it', async () => {
  const records = await readDemo(tenant);
  const mapping = parseMapping(demoMapping(asOf));
  if (!mapping.ok) throw new Error('The mapping of the demo is not valid.');
  const { analysis } = analysisOf(records, mapping.mapping, asOf);
  const own = { analysis, recorded: analysis, clean: (words: string): string => words };
  const block = handoverText(
    handoverOf({ ...own, notes: [], previous: null, history: [], verified: null, drift: [] }),
  );
  const { url } = await served();
  const { last, said } = await answersOf(url, (folder) => (answers) => {
    const steps = [
      write(folder, 'block.txt', `Here it is:\n${block}`),
      bash('brief --handover block.txt'),
      write(folder, 'text.md', answers[1]?.text ?? ''),
      bash('report --handover block.txt --check-narrative text.md'),
    ];
    return steps[answers.length] ?? null;
  });
  expect(
    last.map(({ tool, isError }) => [tool, isError]),
    said,
  ).toEqual([
    ['Write', false],
    ['Bash', false],
    ['Write', false],
    ['Bash', false],
  ]);
  expect(last[1]?.text).toContain('Source: handed over by the dashboard page');
  expect(last[3]?.text).toMatch(/all \d+ figures and dates are facts/);
});
