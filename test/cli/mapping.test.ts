/** discover → answer → approve → check → drift, on files as a person would edit them. */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import { command } from './command.ts';
import { asOf, file, folder, mappingFile, served, tenant } from './served.ts';

interface DraftFile {
  status: string;
  tenant: { name: string };
  connector: { url: string; tools: { offered: { name: string }[] } };
  fields: { app: { spend12m: object }; contract: { totalValue: object } };
  approval?: { by: string; at: string };
}

async function readDraft(path: string): Promise<DraftFile> {
  return JSON.parse(await readFile(path, 'utf8')) as DraftFile;
}

test('discover asks in words, and mapping questions says each word once, with a command to copy', async () => {
  const { url } = await served();
  const path = join(await folder(), 'tenant-mapping.json');

  const found = await command('discover', '--url', url, '--out', path);
  const meant = 'sanctioned, pending, unsanctioned, closing, closed or hidden';
  expect(found.out).toContain(`“Not Approved”: ${meant}`);
  expect(found.out).toMatch(/Leave them out; they stay listed\n/);
  expect(found.out).toContain('mean in the notice period?');
  expect(found.out).not.toMatch(/→|states\.|"key":/);

  const open = await command('mapping', 'questions', path);
  expect(open.out.split('"states.Not Approved=')).toHaveLength(2);
  expect(open.out).toContain('rates.perUnit.JPY=RATE');
  const copied = await command('mapping', 'set', path, 'rates.perUnit.JPY=RATE');
  expect(copied.code).toBe(2);
});

describe('from a first look to an approved mapping', () => {
  test('its questions are answered one by one; then it is approved, checks, and fits', async () => {
    const server = await served();
    // Without licenses nothing says whether 1000 is 10 or 1,000 dollars.
    const url = `${server.url}?role=no-licenses,no-contracts,no-transactions`;
    const path = join(await folder(), 'tenant-mapping.json');

    const found = await command('discover', '--url', url, '--out', path);
    expect(found.code).toBe(0);
    expect(found.out).toContain('Questions for a person');
    expect(found.out).not.toMatch(/→|fields\.app|states\./);
    expect(found.err).toContain('contracts: denied.');
    const draft = await readDraft(path);
    expect(draft).toMatchObject({
      status: 'draft',
      tenant: { name: 'Brindlewick Instruments' },
      connector: { url },
    });

    const early = await command('mapping', 'approve', path, '--by', 'A. Analyst');
    expect(early.code).toBe(2);
    expect(early.err).toContain(`mapping set ${path} fields.app.spend12m.unit=`);
    expect(early.err).toContain('fields.app.spend12m: The unit of "expenses" is unconfirmed');
    expect(await readDraft(path)).toEqual(draft);

    const open = await command('mapping', 'questions', path);
    expect(open.code).toBe(0);
    expect(open.out).toContain(`mapping set ${path} fields.app.spend12m.unit=minor`);
    const answers = ['fields.app.spend12m.unit=minor', 'fields.app.spend12m.window=trailing12m'];
    const units = ['fields.contract.totalValue.unit=minor'];
    const set = await command('mapping', 'set', path, ...answers, ...units);
    expect(set.code).toBe(0);
    expect(await readDraft(path)).toMatchObject({
      fields: { app: { spend12m: { unit: 'minor', confirmed: true, window: 'trailing12m' } } },
    });
    expect((await command('mapping', 'questions', path)).out).not.toContain('spend12m');
    const approved = await command(
      'mapping',
      'approve',
      path,
      '--by',
      'A. Analyst',
      '--note',
      'Compared Slack',
    );
    expect([approved.code, approved.out]).toEqual([0, `${path} is approved by A. Analyst.\n`]);
    expect(await readDraft(path)).toMatchObject({
      status: 'approved',
      approval: { by: 'A. Analyst', note: 'Compared Slack' },
    });

    const checked = await command('mapping', 'check', path);
    expect([checked.code, checked.err]).toEqual([0, '']);
    expect(checked.out).toBe(`${path} is valid: approved, Brindlewick Instruments, USD.\n`);

    const drift = await command('mapping', 'drift', path, '--url', url);
    expect(drift.code).toBe(0);
    expect(drift.err).not.toContain('no longer fit');
  });

  test('without --out the draft alone is on standard output, and it checks', async () => {
    const { url } = await served();
    const { code, out, err } = await command('discover', '--url', url);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ status: 'draft', tenant: { currency: 'USD' } });
    expect(err).toContain('Fields found');
    expect((await command('mapping', 'check', await file('draft.json', out))).code).toBe(0);
  });

  test('the report fits 100 columns, even with 149 fields', async () => {
    const { url } = await served();
    const { err } = await command('discover', '--url', `${url}?fields=149`);
    const long = err.split('\n').filter((line) => line.length > 100 && !line.includes('organizationalView'));
    expect(long).toEqual([]);
  });
});

/** A row as it is after somebody renamed the notice field in Torii. */
function renamed(row: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(row).replaceAll('c_noticeDays_1', 'c_noticeDays_12')) as JsonObject;
}

describe('drift', () => {
  test('names the key that a field was renamed to, and ends as a check that did not hold', async () => {
    const fields = { ...tenant.fields, contract: tenant.fields.contract.map(renamed) };
    const { url } = await served({ tenant: { ...tenant, contracts: tenant.contracts.map(renamed), fields } });
    const { code, out, err } = await command('mapping', 'drift', await mappingFile(url), '--url', url);
    expect(code).toBe(5);
    expect(out).toContain(
      'broken  fields.contract.noticeDays: "c_noticeDays_1" is gone; "c_noticeDays_12" has the same name.',
    );
    expect(out).toContain('Set "key" to "c_noticeDays_12", then approve again.');
    expect(err).toContain('1 part of');
  });

  test('an approval is not lost to a second look', async () => {
    const { url } = await served();
    const path = join(await folder(), 'tenant-mapping.json');
    await command('discover', '--url', url, '--out', path);
    expect((await command('mapping', 'approve', path, '--by', 'A. Analyst')).code).toBe(0);
    const again = await command('discover', '--url', url, '--out', path);
    expect([again.code, again.out]).toEqual([2, '']);
    expect(again.err).toContain(`${path} is the approved mapping of Brindlewick Instruments. Nothing was`);
    expect((await readDraft(path)) as object).toMatchObject({ status: 'approved' });
    expect((await command('discover', '--url', url, '--out', path, '--replace')).code).toBe(0);
    expect((await readDraft(path)) as object).toMatchObject({ status: 'draft' });
  });

  test('says of a mapping that fits that it does, and notes tools that were not there at set-up', async () => {
    const { url } = await served();
    const path = join(await folder(), 'tenant-mapping.json');
    await command('discover', '--url', url, '--out', path);
    const draft = {
      ...(await readDraft(path)),
      states: { 'Orchid Exception': 'pending', 'Not Approved': 'hidden', 'Parked by Audit': 'closing' },
    };
    await writeFile(path, JSON.stringify(draft));
    const fitting = await command('mapping', 'drift', path, '--url', url);
    expect(fitting.code).toBe(0);
    expect(fitting.out).toContain(`${path} still fits the tenant.`);
    expect(fitting.out).not.toContain('now offers');

    const { tools } = draft.connector;
    const offered = tools.offered.filter(({ name }) => !/^(update|delete|create)_/.test(name));
    const before = { ...draft, connector: { ...draft.connector, tools: { ...tools, offered } } };
    await writeFile(path, JSON.stringify(before));
    const since = await command('mapping', 'drift', path, '--url', url);
    expect(since.code).toBe(0);
    expect(since.out).toMatch(/stays refused\. \d+ more are like it\./);
  });

  test('warns when the address is not the one the mapping was made for', async () => {
    const { url } = await served();
    const { err } = await command(
      'mapping',
      'drift',
      await mappingFile('https://api.toriihq.com/mcp'),
      '--url',
      url,
    );
    expect(err).toContain(
      `--url ${url} is read, although the mapping is for connector.url https://api.toriihq.com/mcp.`,
    );
    const same = await command(
      'validate',
      '--mapping',
      await mappingFile(url),
      '--url',
      url,
      '--as-of',
      asOf,
    );
    expect(same.err).not.toContain('--url');
  });
});

describe('a mapping that does not check', () => {
  const cases: [string, string, string[]][] = [
    ['no file', '', ['missing.json cannot be read']],
    [
      'no JSON',
      '{ "schemaVersion": 1, // one\n}',
      ['is not a valid mapping', 'This is not JSON', 'comments are not allowed'],
    ],
    [
      'a misspelt key',
      '{"schemaVersion":1,"tenant":{"name":"A","currency":"USD"},"status":"draft","feilds":{}}',
      ['feilds', 'fields'],
    ],
    [
      'money without a unit',
      mappingWith('{"app":{"spend12m":{"key":"expenses"}},"contract":{}}'),
      ['fields.app.spend12m.unit'],
    ],
    [
      'a key stated twice',
      mappingWith('{"app":{},"app":{"owner":{"key":"a"}},"contract":{}}'),
      ['fields.app: "app" occurs twice', 'Keep one of them.'],
    ],
  ];

  test.each(cases)('%s', async (_, text, sentences) => {
    const path = text === '' ? join(await folder(), 'missing.json') : await file('tenant-mapping.json', text);
    for (const args of [
      ['mapping', 'check', path],
      ['validate', '--records', dirname(path), '--mapping', path],
    ]) {
      const { code, out, err } = await command(...args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(path);
      for (const sentence of sentences) expect(err).toContain(sentence);
    }
  });

  test('is left as it was by an approval that fails', async () => {
    const path = await file('tenant-mapping.json', mappingWith('{"app":{}}'));
    expect((await command('mapping', 'approve', path, '--by', 'A. Analyst')).code).toBe(2);
    expect(await readFile(path, 'utf8')).toBe(mappingWith('{"app":{}}'));
    expect(await readdir(dirname(path))).toEqual(['tenant-mapping.json']);
  });
});

function mappingWith(fields: string): string {
  return `{"schemaVersion":1,"tenant":{"name":"A","currency":"USD"},"status":"draft","fields":${fields}}`;
}
