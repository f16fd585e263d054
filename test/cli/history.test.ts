import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { createTenant, type Tenant } from '../../mocks/tenant/tenant.ts';
import { pageConfiguration } from '../../skill/report/files/configured-page.ts';
import { parseRun, RUN_BYTES } from '../../skill/report/history/run-record.ts';
import { runOf } from '../../skill/report/history/run-of.ts';
import { runText } from '../../skill/report/history/run-record.ts';
import { snapshotText, takeSnapshot } from '../../skill/report/snapshot.ts';
import { analyzed, peopleIn, readDemo } from '../report/demo-reading.ts';
import { command } from './command.ts';
import { asOf, folder, tenant } from './served.ts';

const lastWeek = '2026-11-15';

interface Pack {
  readonly folder: string;
  readonly run: (name: string, day: string, ...options: string[]) => ReturnType<typeof command>;
}

async function packOf(of: Tenant = tenant): Promise<Pack> {
  const path = await folder();
  const snapshot = join(path, 'snapshot.json');
  await writeFile(snapshot, snapshotText(takeSnapshot(await readDemo(of))));
  await writeFile(join(path, 'tenant-mapping.json'), JSON.stringify(demoMapping(asOf)));
  const source = ['--input', snapshot, '--mapping', join(path, 'tenant-mapping.json')];
  const keep = ['--save-baseline', join(path, 'baseline.json')];
  return {
    folder: path,
    run: (name, day, ...options) => command(name, ...source, '--as-of', day, ...keep, ...options),
  };
}

function kept(path: string, day: string): string {
  return readFileSync(join(path, 'history', `${day}.json`), 'utf8');
}

describe('the history of a tenant pack', () => {
  test('gets one small file a day, without people, whatever command kept it', async () => {
    const { folder: path, run } = await packOf();
    await run('digest', lastWeek);
    await run('report', asOf, '--plain');
    expect(readdirSync(join(path, 'history'))).toEqual([`${lastWeek}.json`, `${asOf}.json`]);
    const text = kept(path, asOf);
    const parsed = parseRun(JSON.parse(text));
    expect(parsed).toMatchObject({ ok: true, run: { asOf, draft: false } });
    expect(text.length).toBeLessThan(RUN_BYTES);
    expect(peopleIn(text)).toEqual([]);
  });

  test('is the same after a second run of a day', async () => {
    const { folder: path, run } = await packOf();
    await run('digest', lastWeek);
    await run('digest', asOf);
    const first = kept(path, asOf);
    await run('digest', asOf);
    expect(kept(path, asOf)).toBe(first);
  });

  test('keeps what a day had found to be saved, also after a second run of it', async () => {
    const dearer = {
      ...tenant,
      contracts: tenant.contracts.map((row) =>
        typeof row['c_yearlyCost_4'] === 'number'
          ? { ...row, c_yearlyCost_4: row['c_yearlyCost_4'] + 1000 }
          : row,
      ),
    };
    const before = await packOf(dearer);
    await before.run('digest', lastWeek);
    const snapshot = join(before.folder, 'snapshot.json');
    await writeFile(snapshot, snapshotText(takeSnapshot(await readDemo(tenant))));
    await before.run('digest', asOf);
    const saved: unknown = JSON.parse(kept(before.folder, asOf));
    const { verifiedAnnual } = saved as { verifiedAnnual: string };
    expect(Number(verifiedAnnual)).toBeGreaterThan(10_000);
    await before.run('digest', asOf);
    expect(JSON.parse(kept(before.folder, asOf))).toEqual(saved);
  });

  test('is shown by digest and report, and every figure of it can be cited', async () => {
    const { folder: path, run } = await packOf();
    await run('digest', lastWeek);
    const digest = await run('digest', asOf, '--plain');
    expect(digest.out).toContain('| Run | Baseline | Planned saving |');
    expect(digest.out).toMatch(/\| Nov 15, 2026 \|/);
    const report = await run('report', asOf);
    expect(report.out).toContain('## Over time');
    expect(report.out).toContain('(fact:past/2026-11-15/baseline)');
    await writeFile(join(path, 'text.md'), report.out);
    const checked = await run('report', asOf, '--check-narrative', join(path, 'text.md'));
    expect(checked).toMatchObject({ code: 0 });
    const wrong = report.out.replace(/\[\$[\d,.]+\]\(fact:past\//, '[$1.00](fact:past/');
    await writeFile(join(path, 'text.md'), wrong);
    expect(await run('report', asOf, '--check-narrative', join(path, 'text.md'))).toMatchObject({ code: 5 });
  });

  test('is not begun beside a baseline without a mapping', async () => {
    const { folder: path } = await packOf();
    const alone = await folder();
    const source = ['--input', join(path, 'snapshot.json'), '--as-of', asOf];
    await command('digest', ...source, '--save-baseline', join(alone, 'baseline.json'));
    expect(readdirSync(alone)).toEqual(['baseline.json']);
  });

  test('leaves out a file that is no run, and says which', async () => {
    const { folder: path, run } = await packOf();
    await mkdir(join(path, 'history'));
    await writeFile(join(path, 'history', '2026-11-01.json'), '{"kind":"saas-rationalization-run"}');
    const { code, err } = await run('digest', asOf);
    expect(code).toBe(0);
    expect(err).toContain('2026-11-01.json is left out of the history');
  });

  test('is written together with the baseline, or not at all', async () => {
    const { folder: path, run } = await packOf();
    await mkdir(join(path, 'history', `${asOf}.json`), { recursive: true });
    expect(await run('digest', asOf)).toMatchObject({ code: 2 });
    expect(existsSync(join(path, 'baseline.json'))).toBe(false);
  });

  test('can be compared with', async () => {
    const { folder: path, run } = await packOf();
    await run('digest', lastWeek);
    const { out } = await run(
      'digest',
      asOf,
      '--plain',
      '--previous',
      join(path, 'history', `${lastWeek}.json`),
    );
    expect(out).toContain('## What changed since Nov 15, 2026');
    expect(out).not.toContain('New apps');
  });

  test('goes into the page, beside it where it is large, and into a personal skill', async () => {
    const { folder: path, run } = await packOf();
    await run('digest', lastWeek);
    await run('digest', asOf);
    const pages = join(await folder(), 'pages');
    expect(await command('fill', '--tenant-pack', path, '--out', pages)).toMatchObject({ code: 0 });
    expect(statSync(join(pages, 'index.html')).size).toBeLessThan(3_001);
    expect(pageConfiguration(readFileSync(join(pages, 'index.html'), 'utf8'))?.['tenantFile']).toBe(
      'tenant.json',
    );
    const beside = JSON.parse(readFileSync(join(pages, 'tenant.json'), 'utf8')) as {
      history: { asOf: string }[];
    };
    expect(beside.history.map((one) => one.asOf)).toEqual([lastWeek, asOf]);
    const packages = join(await folder(), 'packages');
    const packed = await command('pack', '--tenant', path, '--out', packages);
    expect(packed.code).toBe(0);
    expect(packed.out).toContain(`tenant/history/${lastWeek}.json`);
  });

  test('stays below its size for ten thousand apps with long names', async () => {
    const records = await readDemo(createTenant({ size: 'medium', asOf }));
    const long = {
      ...records,
      apps: records.apps.map((row) => ({ ...row, name: `App ${'é'.repeat(300)}` })),
    };
    const text = runText(runOf(analyzed(long)));
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(RUN_BYTES);
    expect(parseRun(JSON.parse(text)).ok).toBe(true);
  });
});
