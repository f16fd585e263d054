/** The same figures by every way in: live, saved tool results, a snapshot, and the page's own pipeline. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import type { AnalysisJson } from '../../skill/analysis/base/contract.ts';
import { parseBaseline } from '../../skill/report/snapshot/baseline.ts';
import { analysisText } from '../../skill/report/snapshot/published-json.ts';
import { parseSnapshot } from '../../skill/report/snapshot/snapshot.ts';
import { recordsOf } from '../../skill/report/snapshot/snapshot-records.ts';
import { analyzed } from '../report/demo-reading.ts';
import { command, plain } from './command.ts';
import { savedResults } from './saved-results.ts';
import { asOf, file, folder, mappingFile, served, tenant } from './served.ts';

/** What every way in has to agree on, to the cent. */
function figures(json: string): Partial<AnalysisJson> {
  const { totals, apps, renewals, findings, plan, ledger, slices } = JSON.parse(json) as AnalysisJson;
  return { totals, apps, renewals, findings, plan, ledger, slices };
}

/** The first sentence of a brief or a digest: the first line that begins with a figure. */
function headline(text: string): string | undefined {
  return text.split('\n').find((line) => line.startsWith('['));
}

describe('one tenant', () => {
  test('gives the same figures live, from saved results and from a snapshot, and on the page', async () => {
    const { url } = await served();
    const mapping = await mappingFile(url);
    const snapshot = join(await folder(), 'snapshot.json');
    const common = ['--mapping', mapping, '--as-of', asOf, '--format', 'json'];
    const live = await command('report', '--url', url, ...common, '--save-snapshot', snapshot);
    const saved = await command('report', '--records', await savedResults(), ...common);
    const offline = await command('report', '--input', snapshot, ...common);
    expect([live.code, saved.code, offline.code]).toEqual([0, 0, 0]);
    expect(offline.out).toBe(live.out);
    expect(figures(saved.out)).toEqual(figures(live.out));

    const parsed = parseSnapshot(JSON.parse(await readFile(snapshot, 'utf8')));
    if (!parsed.ok) throw new Error('no snapshot');
    expect(analysisText(analyzed(recordsOf(parsed.snapshot)))).toBe(live.out);
  });

  test('gives the same bytes at user depth, live and offline', async () => {
    const { url } = await served();
    const snapshot = join(await folder(), 'snapshot.json');
    const common = [
      '--mapping',
      await mappingFile(url),
      '--as-of',
      asOf,
      '--depth',
      'users',
      '--format',
      'json',
    ];
    const live = await command('report', '--url', url, ...common, '--save-snapshot', snapshot);
    const offline = await command('report', '--input', snapshot, ...common);
    const { depth, apps } = JSON.parse(live.out) as AnalysisJson;
    expect(live.code).toBe(0);
    expect(depth.basis).toBe('users');
    expect(depth.apps).toBeGreaterThan(5);
    expect(apps.filter(({ seats }) => seats?.basis === 'users')).toHaveLength(depth.apps);
    expect(offline.out).toBe(live.out);
  });

  test('leaves no name behind, unless asked to keep them', async () => {
    const { url } = await served();
    const mapping = await mappingFile(url);
    const [without, withPeople] = [join(await folder(), 'a.json'), join(await folder(), 'b.json')];
    const common = ['report', '--url', url, '--mapping', mapping, '--as-of', asOf, '--depth', 'users'];
    const quiet = await command(...common, '--save-snapshot', without);
    const named = await command(...common, '--save-snapshot', withPeople, '--with-people');
    const [email] = tenant.users.flatMap(({ email }) => (typeof email === 'string' ? email : []));
    if (email === undefined) throw new Error('nobody has an e-mail');
    expect(await readFile(without, 'utf8')).not.toContain(email);
    expect(await readFile(withPeople, 'utf8')).toContain(email);
    expect((await stat(withPeople)).mode & 0o777).toBe(0o600);
    expect(quiet.out + named.out).not.toContain('@');
  });
});

describe('report', () => {
  test('prints Markdown by default and nothing else on standard output', async () => {
    const { url } = await served();
    const { code, out, err } = await command('report', '--url', url, '--as-of', asOf, '--plain');
    expect(code).toBe(0);
    expect(out).toMatch(/^# SaaS rationalization report\n/);
    expect(out).toContain('> Draft: ');
    expect(plain(err)).toContain('No mapping was given: a draft is discovered');
  });

  test('writes a table of the apps to a file', async () => {
    const { url } = await served();
    const out = join(await folder(), 'deep', 'apps.csv');
    const ended = await command('report', '--url', url, '--as-of', asOf, '--format', 'csv', '--out', out);
    expect([ended.code, ended.out]).toEqual([0, '']);
    expect(await readFile(out, 'utf8')).toMatch(/^#tenant,/);
  });

  test('ends with 4 under --strict where a role hides the contracts, the report written all the same', async () => {
    const { url } = await served({ role: ['no-contracts'] });
    const args = ['report', '--url', url, '--mapping', await mappingFile(url), '--as-of', asOf];
    const strict = await command(...args, '--strict');
    const lenient = await command(...args);
    expect([strict.code, lenient.code]).toEqual([4, 0]);
    expect(strict.out).toBe(lenient.out);
    expect(strict.out).toContain('> Partial: ');
    expect(strict.out).toContain('The contracts are hidden from the Torii role.');
    expect(strict.err).toContain('--strict');
  });

  test('follows what people decided, in major units', async () => {
    const { url } = await served();
    const mapping = await mappingFile(url);
    const by = { by: 'Ada', at: '2026-11-20' };
    const plan = await file('decisions.json', {
      schemaVersion: 1,
      tenant: 'Brindlewick Instruments',
      decisions: [{ appId: 1004, verdict: 'rejected', reason: 'Merger ahead', ...by }],
      edits: [{ appId: 1005, action: 'retire', oneTime: '8000.50', ...by }],
    });
    const args = ['report', '--url', url, '--mapping', mapping, '--as-of', asOf, '--format', 'json'];
    const ended = await command(...args, '--plan', plan);
    const { totals, apps, findings } = JSON.parse(ended.out) as AnalysisJson;
    expect(ended.code).toBe(0);
    expect(totals.oneTime).toBe('8000.50');
    expect(apps.find(({ id }) => id === 1005)).toMatchObject({ action: 'retire', projectedAnnual: '0.00' });
    const rejected = findings.filter(({ appId, decision }) => appId === 1004 && decision === 'rejected');
    expect(rejected.length).toBeGreaterThan(0);
  });

  test.each([
    [
      'an amount as a number',
      { edits: [{ appId: 1, action: 'keep', by: 'A', at: asOf, oneTime: 5 }] },
      'edits.0.oneTime',
    ],
    ['a wrong key', { edit: [] }, 'edit'],
  ])('refuses a plan with %s', async (_name, part, path) => {
    const plan = await file('decisions.json', {
      schemaVersion: 1,
      tenant: 'Brindlewick Instruments',
      ...part,
    });
    const { url } = await served();
    const { code, err } = await command('report', '--url', url, '--plan', plan, '--as-of', asOf);
    expect(code).toBe(2);
    expect(err).toContain(path);
  });

  test('says when an edit of the plan cannot be followed, and ends with 5', async () => {
    const { url } = await served();
    const edits = [{ appId: 424242, action: 'retire', by: 'Ada', at: '2026-11-20' }];
    const plan = await file('decisions.json', { schemaVersion: 1, tenant: 'Brindlewick Instruments', edits });
    const args = ['--mapping', await mappingFile(url), '--as-of', asOf, '--plan', plan];
    const { code, out, err } = await command('report', '--url', url, ...args);
    expect(code).toBe(5);
    expect(out).toContain('Does not hold: Every plan edit is followed.');
    expect(err).toContain('424242');
  });

  test('checks somebody’s prose: 0 where every figure is a fact, 5 with the line where one is not', async () => {
    const { url } = await served();
    const common = ['--url', url, '--mapping', await mappingFile(url), '--as-of', asOf];
    const brief = await command('brief', ...common);
    const right = await file('brief.md', brief.out);
    const [, money = ''] = /\[\$([\d,.]+)\]\(fact:totals\/baselineAnnual\)/.exec(brief.out) ?? [];
    const wrong = await file('forged.md', brief.out.replace(`$${money}`, `$9${money}`));
    const holds = await command('report', ...common, '--check-narrative', right);
    const fails = await command('report', ...common, '--check-narrative', wrong);
    expect(holds.out).toMatch(/: all \d+ figures and dates are facts of this analysis\.\n$/);
    expect([holds.code, fails.code]).toEqual([0, 5]);
    const line = brief.out.split('\n').findIndex((text) => text.includes('totals/baselineAnnual')) + 1;
    expect(fails.out).toContain(`${wrong}:${line}: totals/baselineAnnual is`);
  });

  test('keeps a baseline that a digest can start from', async () => {
    const { url } = await served();
    const baseline = join(await folder(), 'baseline.json');
    await command('report', '--url', url, '--as-of', asOf, '--save-baseline', baseline);
    expect(parseBaseline(JSON.parse(await readFile(baseline, 'utf8'))).ok).toBe(true);
  });
});

describe('brief', () => {
  test('of one app; an unknown id is named', async () => {
    const { url } = await served();
    const common = ['--url', url, '--mapping', await mappingFile(url), '--as-of', asOf, '--plain'];
    const known = await command('brief', ...common, '--app', '1005');
    const unknown = await command('brief', ...common, '--app', '7');
    expect(known.out).toMatch(/^# Renewal brief: “Zoom Workplace”\n/);
    expect([known.code, unknown.code]).toEqual([0, 2]);
    expect(unknown.err).toContain('No app with the id 7');
  });
});

describe('a larger tenant', () => {
  test('has one page and one screen as well', async () => {
    const { url } = await served({ tenant: createTenant({ size: 'medium', asOf }) });
    const common = ['--url', url, '--mapping', await mappingFile(url), '--as-of', asOf];
    const brief = await command('brief', ...common);
    const digest = await command('digest', ...common);
    expect([brief.code, digest.code]).toEqual([0, 0]);
    expect(headline(brief.out)).toContain('can leave the bill today');
    expect(headline(digest.out)).toBe(headline(brief.out));
  });
});
