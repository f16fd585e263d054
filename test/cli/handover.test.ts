import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordsOf, snapshotText, takeSnapshot } from '../../skill/report/snapshot.ts';
import { driftOf } from '../../skill/mapping/drift.ts';
import { parseMapping } from '../../skill/mapping/mapping.ts';
import { handoverOf, handoverText } from '../../skill/report/handover/handover-of.ts';
import { analysisOf } from '../../skill/cli/inputs/analysis-of.ts';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { command, plain } from './command.ts';
import { readDemo } from '../report/demo-reading.ts';
import { asOf, file, folder, tenant } from './served.ts';

let snapshot: string;
let mapping: string;
let text: string;
let block: string;

const pasted = (content: string): string => `Here it is:\n---\n${content}---\n`;

let place: string;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'saas-rationalization-'));
  snapshot = join(place, 'snapshot.json');
  mapping = join(place, 'tenant-mapping.json');
  block = join(place, 'block.txt');
  const held = takeSnapshot(await readDemo(tenant));
  const used = parseMapping(demoMapping(asOf));
  if (!used.ok) throw new Error('The mapping of the demo is not valid.');
  const { analysis } = analysisOf(recordsOf(held), used.mapping, asOf);
  const found = driftOf(used.mapping, recordsOf(held), null).filter(({ severity }) => severity !== 'note');
  const drift = [...new Set(found.map(({ path }) => path))];
  const own = { analysis, recorded: analysis, clean: (words: string): string => words };
  const handed = handoverOf({ ...own, notes: [], previous: null, history: [], verified: null, drift });
  text = pasted(handoverText(handed));
  await writeFile(snapshot, snapshotText(held));
  await writeFile(mapping, JSON.stringify(demoMapping(asOf)));
  await writeFile(block, text);
});

afterAll(() => rm(place, { recursive: true, force: true }));

/** Without the line that says where the text is from. */
function withoutSource(out: string): string {
  return out.replace(/^> Source: .*\n\n/m, '');
}

describe('--handover', () => {
  test.each([
    ['brief', '--plain'],
    ['digest', '--plain'],
  ])('%s says the same as from the records, and where it is from', async (name, ...options) => {
    const records = ['--input', snapshot, '--mapping', mapping, '--as-of', asOf];
    const [ours, handed] = [
      await command(name, ...records, ...options),
      await command(name, '--handover', block, ...options),
    ];
    expect(handed).toMatchObject({ code: 0 });
    expect(withoutSource(handed.out)).toBe(ours.out);
    expect(handed.out).toContain('> Source: handed over by the dashboard page');
  });

  test('report gives figures that the records give', async () => {
    const { out } = await command('report', '--handover', block);
    const text = join(await folder(), 'report.md');
    await writeFile(text, withoutSource(out));
    const source = ['--input', snapshot, '--mapping', mapping, '--as-of', asOf];
    const checked = await command('report', ...source, '--check-narrative', text);
    expect(checked).toMatchObject({ code: 0 });
    expect(checked.out).toMatch(/all \d{3} figures/);
  });

  test.each(['brief', 'digest', 'report'])('%s holds its own check against the block', async (name) => {
    const { out } = await command(name, '--handover', block);
    const checked = await command(
      'report',
      '--handover',
      block,
      '--check-narrative',
      await file('own.md', out),
    );
    expect(checked.out).toMatch(/all \d+ figures and dates are facts/);
    expect(checked.code).toBe(0);
  });

  test('prose is held to the block: another digit, date, subject and a bare number are named', async () => {
    const { out } = await command('brief', '--handover', block);
    const [cited = '', amount = '', fact = ''] = /\[(\$[\d,.]+)\]\(fact:(totals\/\S+)\)/.exec(out) ?? [];
    const rows = [...out.matchAll(/^\| “([^”]+)” \|.*\| \[(\w+ \d+, \d+)\]\(fact:renewal/gm)];
    const [[, name, day] = [], [, , other] = []] = [rows[0], rows.at(-1)];
    const right = `${name} is due by ${day}, of ${cited}.`;
    const lines = [
      [right, null],
      [`It costs [${amount.replace(/\d/, (digit) => String((Number(digit) % 9) + 1))}](fact:${fact}).`, fact],
      ['It costs [$1](fact:app/999999/costAnnual).', 'No fact is called'],
      [`${name} is due by ${other}.`, 'neither cited nor a date known'],
      ['About 40% can go.', '40%'],
      ['Half of it can go.', 'Half'],
    ] as const;
    const said: [number, string][] = [];
    for (const [line] of lines) {
      const prose = await file('text.md', line);
      const { code, out } = await command('report', '--handover', block, '--check-narrative', prose);
      said.push([code, out]);
    }
    expect(said).toEqual(
      lines.map(([, problem]) => [problem === null ? 0 : 5, expect.stringContaining(problem ?? 'are facts')]),
    );
    expect(day).not.toBe(other);
  });

  test('a block with a changed digit is refused, and its part named', async () => {
    const at = text.indexOf('"money":') + '"money":'.length;
    const changed = `${text.slice(0, at)}${(Number(text[at]) % 9) + 1}${text.slice(at + 1)}`;
    const path = join(await folder(), 'changed.txt');
    await writeFile(path, changed);
    const { code, out, err } = await command('brief', '--handover', path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('brief: What it says is not what the page handed over');
  });

  test.each([
    [['brief', '--input', 'x.json'], '--input'],
    [['brief', '--app', '1'], '--app'],
    [['digest', '--mapping', 'm.json'], '--mapping'],
    [['digest', '--save-snapshot', 's.json'], '--save-snapshot'],
    [['report', '--view', 'Engineering'], '--view'],
    [['report', '--depth', 'users'], '--depth users'],
    [['report', '--format', 'json'], '--format md'],
  ])('%j asks for what a block does not hold', async (args, name) => {
    const { code, err } = await command(...args, '--handover', block);
    expect(code).toBe(2);
    expect(err).toContain(name);
  });

  test('a text without a block is named', async () => {
    const { code, err } = await command('brief', '--handover', await file('no.json', []));
    expect(code).toBe(2);
    expect(plain(err)).toContain('holds no block of the page');
  });

  test('its run is kept in the history of the tenant it is of, and of no other', async () => {
    const pack = await folder();
    await writeFile(join(pack, 'tenant-mapping.json'), readFileSync(mapping));
    const baseline = join(pack, 'baseline.json');
    expect(await command('digest', '--handover', block, '--save-baseline', baseline)).toMatchObject({
      code: 0,
    });
    expect(readdirSync(join(pack, 'history'))).toEqual([`${asOf}.json`]);
    expect(existsSync(baseline)).toBe(false);
    const other = await folder();
    const { tenant } = demoMapping(asOf);
    const others = { ...demoMapping(asOf), tenant: { ...tenant, name: 'Another' } };
    await writeFile(join(other, 'tenant-mapping.json'), JSON.stringify(others));
    const refused = await command(
      'digest',
      '--handover',
      block,
      '--save-baseline',
      join(other, 'baseline.json'),
    );
    expect(refused.code).toBe(2);
    expect(existsSync(join(other, 'history'))).toBe(false);
  });

  test('comes from standard input too', () => {
    const ended = spawnSync('node', ['dist/cli.mjs', 'brief', '--handover', '-', '--plain'], { input: text });
    expect(ended.stderr.toString()).toBe('');
    expect(ended.stdout.toString()).toContain('> Source: handed over by the dashboard page');
  });
});
