import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { command } from './command.ts';
import { asOf, file, folder, mappingFile, served } from './served.ts';

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
    expect(second.out).toContain('## What changed since 15 Nov 2026');
    expect(second.out).toContain('Next run expected on 29 Nov 2026.');
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
    expect(out).toContain('## What changed since 15 Nov 2026');
    expect(out).toMatch(/Verified: .+ seats under contract, after \d+, which saves \$[\d,.]+ a year\./);
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
    expect(out).toContain('Next run expected on 29 Nov 2026.');
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
