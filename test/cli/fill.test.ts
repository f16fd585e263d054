/** `fill`: what is written, what is printed, and everything it refuses to write over. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { moduleConfiguration } from '../../skill/report/files.ts';
import { pageConfiguration } from '../../skill/report/files.ts';
import { placedConfiguration } from '../../skill/report/pages.ts';
import { calledTools } from '../../skill/torii/catalog.ts';
import { filledCalls } from '../package/filled-calls.ts';
import { command, plain } from './command.ts';
import { asOf, file, folder, mappingFile, served } from './served.ts';

const uuid = '5b1f0c62-3d5e-4a57-9a0e-2f6f1d1c7a10';
const other = '0c9a4e11-7d2b-4f63-8f0a-66e1b2a3c4d5';
const tenant = 'Brindlewick Instruments';
const decisions = {
  schemaVersion: 1,
  tenant,
  decisions: [{ appId: 1006, verdict: 'accepted', by: 'A. Analyst', at: asOf, reason: '</script> & more' }],
};

interface Pack {
  readonly mapping?: object;
  readonly decisions?: unknown;
  readonly baseline?: unknown;
}

/** A tenant pack in a folder of its own. */
async function packOf({ mapping = {}, decisions, baseline }: Pack = {}): Promise<string> {
  const path = await folder();
  const whole = { ...demoMapping(asOf), ...mapping };
  const files = { 'tenant-mapping.json': whole, 'decisions.json': decisions, 'baseline.json': baseline };
  for (const [name, content] of Object.entries(files))
    if (content !== undefined) await writeFile(join(path, name), JSON.stringify(content));
  return path;
}

async function savedBaseline(): Promise<unknown> {
  const path = join(await folder(), 'baseline.json');
  const { url } = await served();
  const mapping = await mappingFile(url);
  await command('report', '--url', url, '--mapping', mapping, '--as-of', asOf, '--save-baseline', path);
  return JSON.parse(await readFile(path, 'utf8'));
}

/** What a page holds, together with the file beside it. */
async function held(path: string, name = 'index.html'): Promise<unknown> {
  const shell = await readFile(join(path, name), 'utf8');
  const tenant = await readFile(join(path, 'tenant.json'), 'utf8').catch(() => null);
  return placedConfiguration({ shell, tenant });
}

describe('fill', () => {
  test('writes every form with the same configuration, unchanged in value', async () => {
    const out = await folder();
    const baseline = await savedBaseline();
    const pack = await packOf({ decisions, baseline });
    const { code, err } = await command('fill', '--uuid', uuid, '--tenant-pack', pack, '--out', out);
    expect([code, plain(err)]).toEqual([
      0,
      expect.stringMatching(/^\S+ is outside the working folder.*below it\. $/),
    ]);
    for (const name of ['index.html', 'dashboard.html', 'dashboard.fragment.html']) {
      expect(await held(out, name)).toMatchObject({
        connector: uuid,
        connectorName: 'Torii',
        mapping: demoMapping(asOf),
        decisions,
        baseline,
      });
      expect(await readFile(join(out, name), 'utf8')).not.toContain('</script> & more');
    }
    const module = await readFile(join(out, 'react-dashboard-template.jsx'), 'utf8');
    expect(moduleConfiguration(module)).toMatchObject({ connector: uuid, decisions, baseline });
  });

  test('prints the call of either runtime, with the pages just written', async () => {
    const out = await folder();
    const mapping = await file('tenant-mapping.json', {
      ...demoMapping(asOf),
      connector: { displayName: 'Torii EU' },
    });
    const { live, published } = await filledCalls('--uuid', uuid, '--mapping', mapping, '--out', out);
    expect(live.arguments.html_path).toBe(join(out, 'dashboard.html'));
    expect(published.arguments).toMatchObject({
      file_path: join(out, 'index.html'),
      files: { 'app.js': join(out, 'app.js'), 'app.css': join(out, 'app.css') },
      icon: 'chart',
    });
    expect(published.arguments.capabilities?.mcp.servers[0]?.server).toBe('Torii EU');
    for (const name of [uuid, 'torii_eu', 'torii-eu'])
      expect(live.arguments.mcp_tools).toContain(`mcp__${name}__list_apps`);
  });

  test('takes a full tool name for the connector', async () => {
    const out = await folder();
    await command('fill', '--uuid', `mcp__${uuid}__list_apps`, '--out', out);
    expect(await held(out)).toMatchObject({ connector: uuid });
  });

  test('says what a page without a mapping, or with a draft of one, will show', async () => {
    const without = await command('fill', '--out', await folder());
    expect(plain(without.err)).toContain('the page discovers a draft, and every figure is a draft');
    expect(plain(without.err)).toContain('by the display name alone');
    const pack = await packOf({ mapping: { status: 'draft', approval: undefined } });
    const draft = await command('fill', '--tenant-pack', pack, '--out', await folder());
    expect([without.code, draft.code]).toEqual([0, 0]);
    expect(draft.err).toContain(`The mapping of ${tenant} is a draft: every figure on the page says so.`);
  });

  test('names what the server did not offer, and leaves it out of the grant', async () => {
    const offered = ['list_apps', 'list_contracts', 'update_app'].map((name) => {
      return { name, args: [], style: 'current' };
    });
    const pack = await packOf({ mapping: { connector: { tools: { capturedAt: asOf, offered } } } });
    const args = ['--tenant-pack', pack, '--out', await folder()];
    const { published } = await filledCalls(...args);
    expect(published.arguments.capabilities?.mcp.servers[0]?.tools).toEqual(['list_apps', 'list_contracts']);
    expect((await command('fill', ...args)).err).toContain('list_users was not offered at set-up.');
  });
});

const baseline = { schemaVersion: 2, tenant, asOf, currency: 'USD' };

const limit = 3_000;

async function filledWith(pack: Pack): Promise<{ out: string; shell: string; files: readonly string[] }> {
  const out = await folder();
  const { published } = await filledCalls('--uuid', uuid, '--tenant-pack', await packOf(pack), '--out', out);
  const shell = await readFile(join(out, 'index.html'), 'utf8');
  return { out, shell, files: Object.keys(published.arguments.files) };
}

describe('the shell', () => {
  test('is small enough to be read in one look, with a mapping in it', async () => {
    const { out, shell, files } = await filledWith({ decisions });
    expect(shell.length).toBeLessThanOrEqual(limit);
    expect(shell).not.toMatch(/<!doctype|<html|<head>|<body>/i);
    expect(pageConfiguration(shell)).toMatchObject({ mapping: demoMapping(asOf), decisions });
    expect(files).toEqual(['app.js', 'app.css']);
    expect(await readdir(out)).not.toContain('tenant.json');
  });

  test('leaves a baseline to the file beside it, and names it to the publisher', async () => {
    const baseline = await savedBaseline();
    const { out, shell, files } = await filledWith({ decisions, baseline });
    expect(shell.length).toBeLessThanOrEqual(limit);
    expect(pageConfiguration(shell)).toMatchObject({ baseline: null, tenantFile: 'tenant.json', decisions });
    expect(JSON.parse(await readFile(join(out, 'tenant.json'), 'utf8'))).toEqual({ baseline });
    expect(files).toEqual(['app.js', 'app.css', 'tenant.json']);
  });

  test('leaves everything that is large, however large', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      ...decisions.decisions[0],
      appId: index,
      reason: 'because it is so '.repeat(5),
    }));
    const offered = Array.from({ length: 60 }, (_, index) => ({
      name: calledTools[index] ?? `a_tool_with_a_long_name_${index}`,
      args: ['first_argument', 'second_argument'],
      style: 'current',
    }));
    const { out, shell } = await filledWith({
      decisions: { ...decisions, decisions: many },
      mapping: { connector: { tools: { capturedAt: asOf, offered } } },
    });
    expect(shell.length).toBeLessThanOrEqual(limit);
    expect(await held(out)).toMatchObject({ decisions: { decisions: many }, mapping: { connector: {} } });
    const names = (await readdir(out)).filter((name) => !name.endsWith('.jsx'));
    expect(names).toContain('tenant.json');
    for (const name of names)
      expect(longestLine(await readFile(join(out, name), 'utf8')), name).toBeLessThan(2_000);
  });
});

function longestLine(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}

describe('the demo', () => {
  test('is written as files and in one, with a call that grants nothing', async () => {
    const out = await folder();
    const { live, published } = await filledCalls('--demo', '--out', out);
    expect(published.arguments).not.toHaveProperty('capabilities');
    expect(Object.keys(published.arguments.files)).toEqual(['app.js', 'app.css', 'demo.js']);
    expect(live.arguments.mcp_tools).toEqual([]);
    expect((await readdir(out)).toSorted()).toEqual(
      ['app.css', 'app.js', 'demo.fragment.html', 'demo.html', 'demo.js', 'index.html'].toSorted(),
    );
    for (const name of await readdir(out))
      expect(longestLine(await readFile(join(out, name), 'utf8')), name).toBeLessThan(2_000);
  });

  test('takes no connector, and writes over no page of a tenant', async () => {
    const out = await folder();
    expect((await command('fill', '--demo', '--uuid', uuid, '--out', out)).code).toBe(2);
    await command('fill', '--uuid', uuid, '--tenant-pack', await packOf(), '--out', out);
    const { code, err } = await command('fill', '--demo', '--out', out);
    expect([code, plain(err)]).toEqual([
      2,
      expect.stringContaining('index.html already holds the connector'),
    ]);
  });
});

describe('fill refuses', () => {
  test.each([
    ['a UUID that is too short', ['--uuid', uuid.slice(1)], 'this has 35'],
    [
      'a UUID in other groups',
      ['--uuid', uuid.replaceAll('-', '') + '----'],
      'Its groups have 8, 4, 4, 4 and 12.',
    ],
    ['an address', ['--uuid', 'https://api.toriihq.com/mcp'], 'This is an address.'],
    ['a bare tool', ['--uuid', 'list_apps'], 'a tool without its connector'],
    ['a folder that is not there', ['--tenant-pack', '/nowhere'], 'tenant-mapping.json cannot be read'],
  ])('%s', async (_name, args, sentence) => {
    const out = await folder();
    const { code, err } = await command('fill', ...args, '--out', out);
    expect(code).toBe(2);
    expect(plain(err)).toContain(sentence);
    expect(await readdir(out)).toEqual([]);
  });

  test.each<readonly [string, Pack, readonly string[], string]>([
    ['another connector', { mapping: { connector: { uuid: other } } }, ['--uuid', uuid], `${other}, not for`],
    [
      'a UUID of wrong form',
      { mapping: { connector: { uuid: 'x y' } } },
      [],
      'connector.uuid in the mapping',
    ],
    ['decisions of another tenant', { decisions: { ...decisions, tenant: 'Acme' } }, [], 'It is for Acme'],
    ['decisions of another version', { decisions: { ...decisions, schemaVersion: 2 } }, [], 'schemaVersion'],
    ['a baseline of another version', { baseline }, [], 'version 2; this release reads version 1'],
    ['a mapping of another version', { mapping: { schemaVersion: 2 } }, [], 'schemaVersion'],
    [
      'tools of another server',
      { mapping: { connector: { tools: { capturedAt: asOf, offered: [] } } } },
      [],
      'do not include list_apps',
    ],
  ])('a tenant pack with %s', async (_name, pack, args, sentence) => {
    const out = await folder();
    const { code, err } = await command('fill', '--tenant-pack', await packOf(pack), ...args, '--out', out);
    expect(code).toBe(2);
    expect(plain(err)).toContain(sentence);
    expect(await readdir(out)).toEqual([]);
  });

  test('two mappings at once', async () => {
    const pack = await packOf();
    const both = ['--tenant-pack', pack, '--mapping', join(pack, 'tenant-mapping.json')];
    expect((await command('fill', ...both, '--out', await folder())).code).toBe(2);
  });
});

describe('a page that is there already', () => {
  test('is written again when it loses nothing', async () => {
    const args = [
      'fill',
      '--uuid',
      uuid,
      '--tenant-pack',
      await packOf({ decisions }),
      '--out',
      await folder(),
    ];
    expect((await command(...args)).code).toBe(0);
    expect((await command(...args)).code).toBe(0);
  });

  test('is left alone when it holds what the new one does not, and says what', async () => {
    const out = await folder();
    await command('fill', '--uuid', uuid, '--tenant-pack', await packOf({ decisions }), '--out', out);
    const before = await held(out);
    const again = ['fill', '--uuid', other, '--out', out];
    const { code, err } = await command(...again);
    expect(code).toBe(2);
    expect(plain(err)).toContain(
      `already holds the connector ${uuid}, the mapping of ${tenant} (approved by Demo on ${asOf}), ` +
        '1 decision and 0 edits of the plan',
    );
    expect(await held(out)).toEqual(before);
    expect((await command(...again, '--replace')).code).toBe(0);
    expect(await held(out)).toMatchObject({ connector: other, mapping: null });
  });

  test('is left alone when it is not ours', async () => {
    const out = await folder();
    await writeFile(join(out, 'index.html'), '<p>Mine</p>');
    const { code, err } = await command('fill', '--out', out);
    expect([code, plain(err)]).toEqual([2, expect.stringContaining('is not a page of this product')]);
    expect(await readdir(out)).toEqual(['index.html']);
  });
});

describe('a file in the way', () => {
  test.each([
    ['app.js', 'alert(1)'],
    ['app.css', 'p { color: red }'],
    ['tenant.json', '{ "mine": true }'],
  ])('%s that is not ours is left alone', async (name, text) => {
    const out = await folder();
    await writeFile(join(out, name), text);
    const pack = await packOf({ baseline: await savedBaseline() });
    const { code, err } = await command('fill', '--tenant-pack', pack, '--out', out);
    expect([code, plain(err)]).toEqual([2, expect.stringContaining(`${name} is not a page of this product`)]);
    expect(await readFile(join(out, name), 'utf8')).toBe(text);
  });

  test('a program from another of our releases is replaced', async () => {
    const out = await folder();
    await writeFile(join(out, 'app.js'), '/*! saas-rationalization-dashboard 0.0.9, MIT license */\nold()');
    expect((await command('fill', '--out', out)).code).toBe(0);
    expect(await readFile(join(out, 'app.js'), 'utf8')).not.toContain('old()');
  });

  test('a baseline beside the page is not lost unasked', async () => {
    const out = await folder();
    await command('fill', '--tenant-pack', await packOf({ baseline: await savedBaseline() }), '--out', out);
    const { code, err } = await command('fill', '--tenant-pack', await packOf(), '--out', out);
    expect([code, plain(err)]).toEqual([2, expect.stringContaining('already holds the baseline of')]);
  });
});

describe('a folder that cannot be written', () => {
  test('is named, and nothing is left behind', async () => {
    const path = join(await folder(), 'taken');
    await writeFile(path, 'a file, not a folder');
    const { code, err } = await command('fill', '--out', path);
    expect(code).toBe(2);
    expect(err).toContain(`${path} cannot be written`);
    expect(await readFile(path, 'utf8')).toBe('a file, not a folder');
  });

  test('keeps every page when one of them cannot take its name', async () => {
    const out = await folder();
    await mkdir(join(out, 'dashboard.fragment.html'));
    const { code, err } = await command('fill', '--out', out);
    expect([code, plain(err)]).toEqual([2, expect.stringContaining('dashboard.fragment.html is a folder')]);
    expect(await readdir(out)).toEqual(['dashboard.fragment.html']);
  });
});
