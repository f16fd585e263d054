/** The forms that a report can leave in, as files that other programs open. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AnalysisJson } from '../../skill/analysis/base/contract.ts';
import { openSpreadsheet } from '../report/workbook/spreadsheet.ts';
import { command, plain } from './command.ts';
import { asOf, file, folder, mappingFile, served } from './served.ts';

async function common(change: object = {}): Promise<string[]> {
  const { url } = await served();
  return ['report', '--url', url, '--mapping', await mappingFile(url, change), '--as-of', asOf];
}

async function json(args: readonly string[]): Promise<AnalysisJson> {
  const { out } = await command(...args, '--format', 'json');
  return JSON.parse(out) as AnalysisJson;
}

describe('a workbook', () => {
  test('is written to a file, with the figures of the JSON', async () => {
    const args = await common();
    const out = join(await folder(), 'report.xlsx');
    const ended = await command(...args, '--format', 'xlsx', '--out', out);
    expect([ended.code, ended.out]).toEqual([0, '']);
    const spreadsheet = openSpreadsheet(await readFile(out));
    expect([...spreadsheet.sheets.keys()]).toEqual([
      'Summary',
      'Apps',
      'Renewals',
      'Plan',
      'Findings',
      'Unknown',
      'Lineage',
      'Manifest',
    ]);
    const { totals } = await json(args);
    expect(spreadsheet.calculate('Apps', 'G1')).toBeCloseTo(Number(totals.baselineAnnual), 6);
    expect(spreadsheet.calculate('Plan', 'G1')).toBeCloseTo(Number(totals.hardSavingAnnual), 6);
  });

  test('needs a file, and says so before anything is read', async () => {
    const ended = await command('report', '--url', 'http://127.0.0.1:1/mcp', '--format', 'xlsx');
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('--out FILE');
  });
});

describe('a calendar', () => {
  test('holds an event for each deadline ahead, and the same bytes twice', async () => {
    const args = [...(await common()), '--format', 'ics'];
    const first = await command(...args);
    const { renewals } = await json(args.slice(0, -2));
    const ahead = renewals.filter(
      ({ deadline, termEnd, bucket, statusClass, supersededBy, duplicateOf }) =>
        ((bucket === 'ends' ? termEnd : deadline) ?? '') >= asOf &&
        bucket !== 'ended' &&
        statusClass !== 'pipeline' &&
        supersededBy === null &&
        duplicateOf === null,
    );
    expect(first.out).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(first.out.match(/BEGIN:VEVENT/g)).toHaveLength(ahead.length);
    expect((await command(...args)).out).toBe(first.out);
  });
});

describe('a page', () => {
  test('holds aggregates, and no name of anybody', async () => {
    const by = { by: 'Ada Lovelace', at: '2026-11-20' };
    const plan = await file('decisions.json', {
      schemaVersion: 1,
      tenant: 'Brindlewick Instruments',
      decisions: [{ appId: 1004, verdict: 'rejected', reason: 'Ask Grace Hopper', ...by }],
      edits: [{ appId: 1005, action: 'retire', note: 'As Alan Turing said', ...by }],
    });
    const args = await common({ approval: { by: 'Edsger Dijkstra', at: asOf } });
    const { code, out } = await command(...args, '--plan', plan, '--format', 'html');
    expect(code).toBe(0);
    expect(out).toMatch(/^<!doctype html>/i);
    const block = configurationIn(out);
    expect(block.snapshot).toMatchObject({ people: false, users: [], appUsers: [] });
    expect(block.mapping).toMatchObject({ status: 'approved', approval: { by: 'a person' } });
    expect(block.decisions).toMatchObject({ edits: [{ appId: 1005, action: 'retire', by: 'a person' }] });
    expect(out).not.toMatch(/Lovelace|Hopper|Turing|Dijkstra/);
  });

  test.each([
    [['--view', 'Engineering'], 'filters itself'],
    [['--depth', 'users'], 'it shows counts only'],
  ])('refuses %s, which it cannot follow', async (options, sentence) => {
    const ended = await command('report', '--input', 'nowhere.json', '--format', 'html', ...options);
    expect(ended.code).toBe(2);
    expect(plain(ended.err)).toContain(sentence);
  });
});

interface Block {
  readonly snapshot: unknown;
  readonly mapping: unknown;
  readonly decisions: unknown;
}

function configurationIn(html: string): Block {
  const text = /id="saas-rationalization-configuration">([^<]*)</.exec(html)?.[1] ?? 'null';
  return JSON.parse(text) as Block;
}

describe('one value of the Organizational View', () => {
  const byCategory = { organizationalView: { label: 'Category', entity: 'app', key: 'category' } };

  test('narrows every figure and says so', async () => {
    const args = await common(byCategory);
    const whole = await json(args);
    const [slice] = whole.slices.toSorted((a, b) => a.apps - b.apps);
    if (slice === undefined) throw new Error('The demo has no slices.');
    expect(slice.apps).toBeLessThan(whole.totals.apps);
    const part = await json([...args, '--view', slice.value]);
    expect(part.inputs.view).toBe(slice.value);
    expect(part.totals.apps).toBe(slice.apps);
    const { out } = await command(...args, '--view', slice.value, '--plain');
    expect(out).toContain(`> Only “${slice.value}”: its own part is $`);
  });

  test('is named with the others when it does not exist', async () => {
    const { code, err } = await command(...(await common()), '--depth', 'users', '--view', 'Nowhere');
    expect(code).toBe(2);
    expect(err).toMatch(/has no value "Nowhere"\. It has: "/);
  });

  test('is refused where the mapping names none', async () => {
    const { code, err } = await command(...(await common({ organizationalView: null })), '--view', 'Sales');
    expect(code).toBe(2);
    expect(err).toContain('names no Organizational View');
  });
});
