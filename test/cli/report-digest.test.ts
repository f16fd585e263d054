import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { command, plain } from './command.ts';
import { asOf, file, folder, mappingFile, served, tenant } from './served.ts';

const lastWeek = '2026-11-15';

describe('digest', () => {
  test('says that it is the first, then what changed since a baseline', async () => {
    const { url } = await served();
    const baseline = join(await folder(), 'baseline.json');
    const common = ['digest', '--url', url, '--mapping', await mappingFile(url), '--plain'];
    const first = await command(...common, '--as-of', lastWeek, '--save-baseline', baseline);
    const second = await command(
      ...common,
      '--as-of',
      asOf,
      '--previous',
      baseline,
      '--next-run',
      '2026-11-29',
    );
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(first.out).toContain('This is the first digest');
    expect(second.out).toContain('## What changed since Nov 15, 2026');
    expect(second.out).toContain('Next run expected on Nov 29, 2026.');
    expect(second.out).not.toContain('This is the first digest');
  });

  test('compares with a snapshot too, and proves what was saved', async () => {
    const tenant = createTenant({ size: 'small', asOf });
    const contracts = tenant.contracts.map((row) =>
      row['c_seats_5'] === null || row['status'] !== 'active'
        ? row
        : { ...row, c_seats_5: Number(row['c_seats_5']) + 3 },
    );
    const before = await served({ tenant: { ...tenant, contracts } });
    const now = await served({ tenant });
    const mapping = await mappingFile(now.url);
    const snapshot = join(await folder(), 'snapshot.json');
    const common = ['--mapping', mapping, '--plain', '--as-of'];
    await command('report', '--url', before.url, ...common, lastWeek, '--save-snapshot', snapshot);
    const args = [...common, asOf, '--previous', snapshot, '--since', lastWeek];
    const { code, out } = await command('digest', '--url', now.url, ...args);
    expect(code).toBe(0);
    expect(out).toContain('## What changed since Nov 15, 2026');
    expect(out).toMatch(
      /Saved \(verified\): .+ seats under contract, after \d+, which saves \$[\d,.]+ a year\./,
    );
  });

  test('compares with the run before, also where this run is saved over it', async () => {
    const { url } = await served();
    const path = join(await folder(), 'baseline.json');
    const common = ['digest', '--url', url, '--mapping', await mappingFile(url), '--save-baseline', path];
    await command(...common, '--as-of', lastWeek);
    const { code, out } = await command(...common, '--as-of', asOf, '--previous', path);
    expect(code).toBe(0);
    expect(out).toContain('## What changed since Nov 15, 2026');
    expect(readFileSync(path, 'utf8')).toContain(asOf);
  });

  test('a run before that cannot be used is not written over', async () => {
    const { url } = await served();
    const path = await file('baseline.json', { hello: 1 });
    const { code } = await command('digest', '--url', url, '--previous', path, '--save-baseline', path);
    expect(code).toBe(2);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ hello: 1 });
  });

  test('compares deadlines alone where only the date of the last run is known', async () => {
    const { url } = await served();
    const args = ['--mapping', await mappingFile(url), '--as-of', asOf, '--since', lastWeek, '--plain'];
    const { out } = await command('digest', '--url', url, ...args);
    expect(out).toContain('No figures of an earlier run are at hand');
  });

  test('says “no data” where the apps cannot be read, and ends with 3', async () => {
    const { url } = await served({ token: 'secret' });
    const { code, out } = await command('digest', '--url', url, '--as-of', asOf, '--next-run', '2026-11-29');
    expect(code).toBe(3);
    expect(out).toMatch(/^# SaaS digest: no data\n/);
    expect(out).toContain('Next run expected on Nov 29, 2026.');
    expect(out).not.toContain('$0');
  });

  test.each([
    ['a file that is neither', { hello: 1 }, 'neither a snapshot nor a baseline'],
    ['a snapshot that is broken', { kind: 'saas-rationalization-snapshot', schemaVersion: 1 }, 'apps'],
  ])('refuses %s as the run before', async (_name, content, message) => {
    const { url } = await served();
    const previous = await file('previous.json', content);
    const { code, err } = await command('digest', '--url', url, '--as-of', asOf, '--previous', previous);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('refuses a run before that is of a later date', async () => {
    const { url } = await served();
    const { code, err } = await command('digest', '--url', url, '--as-of', asOf, '--since', '2026-12-01');
    expect(code).toBe(2);
    expect(err).toContain('The run before is of 2026-12-01, after 2026-11-22.');
  });
});

describe('a scheduled digest', () => {
  test.each([
    ['no mapping', {}, 'needs --mapping'],
    ['a draft', { status: 'draft', approval: undefined }, 'is a draft'],
  ])('refuses %s before anything is read', async (name, change, sentence) => {
    const { url, torii } = await served();
    const mapping = name === 'a draft' ? ['--mapping', await mappingFile(url, change)] : [];
    const ended = await command('digest', '--url', url, ...mapping, '--as-of', asOf, '--scheduled');
    expect([ended.code, ended.out]).toEqual([2, '']);
    expect(plain(ended.err)).toContain(sentence);
    expect(torii.calls).toEqual([]);
  });

  test('runs on an approved mapping, and says whether it still fits', async () => {
    const { url } = await served();
    const { fields: right, states: known } = demoMapping(asOf);
    const states = { ...known, 'Parked by Audit': 'closing' };
    const fields = { ...right, contract: { ...right.contract, noticeDays: { key: 'c_gone_99' } } };
    const common = ['digest', '--url', url, '--as-of', asOf, '--scheduled', '--mapping'];
    const fits = await command(...common, await mappingFile(url, { states }));
    const drifted = await command(...common, await mappingFile(url, { fields, states }));
    expect([fits.code, drifted.code]).toEqual([0, 0]);
    expect(fits.out).toContain('It still fits the tenant.');
    expect(drifted.out).toContain('It may no longer fit in `fields.contract.noticeDays`');
  });
});

describe('a digest for a webhook', () => {
  test('is sent as JSON with its text, after it is printed, and the secret path is not shown', async () => {
    const { url } = await served();
    const hook = await webhook(200);
    const address = `http://127.0.0.1:${hook.port}/services/secret`;
    const mapping = await mappingFile(url);
    const args = ['digest', '--url', url, '--mapping', mapping, '--as-of', asOf, '--plain'];
    const ended = await command(...args, '--webhook', address);
    expect(ended.code).toBe(0);
    expect(hook.received).toEqual([{ text: ended.out }]);
    expect(ended.err).toContain(`to 127.0.0.1:${hook.port}`);
    expect(ended.err).not.toContain('secret');
  });

  test('goes to the address in the environment where the command line names none', async () => {
    const { url } = await served();
    const hook = await webhook(200);
    vi.stubEnv('SAAS_RATIONALIZATION_WEBHOOK', `http://127.0.0.1:${hook.port}/services/secret`);
    onTestFinished(() => void vi.unstubAllEnvs());
    const unasked = await command('digest', '--url', url, '--as-of', asOf);
    expect([unasked.code, hook.received]).toEqual([0, []]);
    const asked = await command('digest', '--url', url, '--as-of', asOf, '--plain', '--webhook');
    expect(hook.received).toEqual([{ text: asked.out }]);
    vi.stubEnv('SAAS_RATIONALIZATION_WEBHOOK', '');
    const empty = await command('digest', '--input', 'nowhere.json', '--webhook');
    expect([empty.code, empty.err]).toEqual([2, expect.stringContaining('--webhook has no address')]);
  });

  test.each([
    ['an answer of 404', 404, 'it answered 404'],
    ['a redirect', 302, 'could not be reached'],
  ])('names %s, with the digest printed all the same', async (_name, status, sentence) => {
    const { url } = await served();
    const hook = await webhook(status);
    const address = `http://127.0.0.1:${hook.port}/hook`;
    const ended = await command('digest', '--url', url, '--as-of', asOf, '--webhook', address);
    expect(ended.code).toBe(3);
    expect(ended.err).toContain(sentence);
    expect(ended.out).toMatch(/^# SaaS digest\n/);
  });

  test('sends “no data” too, since silence would look like calm', async () => {
    const { url } = await served({ token: 'secret' });
    const hook = await webhook(200);
    const address = `http://127.0.0.1:${hook.port}/hook`;
    const ended = await command('digest', '--url', url, '--as-of', asOf, '--webhook', address);
    expect(ended.code).toBe(3);
    expect(hook.received).toEqual([{ text: ended.out }]);
  });

  test('goes to no address without encryption', async () => {
    const address = 'http://hooks.example.com/secret';
    const ended = await command('digest', '--input', 'nowhere.json', '--webhook', address);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('https://');
    expect(ended.err).not.toContain('secret');
  });

  test('is not sent from a run that keeps names', async () => {
    const { url, torii } = await served();
    const hook = await webhook(200);
    const address = `http://127.0.0.1:${hook.port}/hook`;
    const ended = await command('digest', '--url', url, '--with-people', '--webhook', address);
    expect([ended.code, ended.out]).toEqual([2, '']);
    expect([hook.received, torii.calls]).toEqual([[], []]);
  });
});

interface Webhook {
  readonly port: number;
  readonly received: unknown[];
}

/** Answers every post with one status and keeps what came. */
async function webhook(status: number): Promise<Webhook> {
  const received: unknown[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push(JSON.parse(Buffer.concat(chunks).toString()));
      response.writeHead(status, { location: 'http://127.0.0.1:1/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, received };
}

describe('a brief', () => {
  test('names the owners where names were asked for, and else says their ids', async () => {
    const { url } = await served();
    const common = ['brief', '--url', url, '--mapping', await mappingFile(url), '--as-of', asOf, '--plain'];
    const [quiet, named] = [await command(...common), await command(...common, '--with-people')];
    const names = tenant.users.flatMap(({ firstName, lastName }) =>
      typeof firstName === 'string' && typeof lastName === 'string' ? [`${firstName} ${lastName}`] : [],
    );
    const owners = named.out
      .split('\n')
      .filter((line) => names.some((name) => line.endsWith(`| “${name}” |`)));
    expect(owners.length).toBeGreaterThan(1);
    expect(quiet.out.match(/\| owner \d+ \|/g)?.length).toBe(owners.length);
    expect(named.out).not.toMatch(/\| owner \d+ \|/);
    for (const name of names) expect(quiet.out).not.toContain(name);
  });
});
