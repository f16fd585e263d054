/** The tools of a server against the catalog, and against what they were before. */
import { describe, expect, test } from 'vitest';
import { command } from './command.ts';
import { served } from './served.ts';

async function fingerprintAt(url: string): Promise<string> {
  const { out } = await command('audit-tools', '--url', url);
  return /^fingerprint: (.+)$/m.exec(out)?.[1] ?? '';
}

describe('audit-tools', () => {
  test('says of every tool whether it may be called, and that writes never are', async () => {
    const { url, torii } = await served();
    const { code, out, err } = await command('audit-tools', '--url', url);
    expect([code, err]).toEqual([0, '']);
    for (const { name } of torii.tools())
      expect(out).toMatch(new RegExp(`^${name} +(callable|refused)`, 'm'));
    expect(out).toMatch(/^run_workflow +refused +not a read tool$/m);
    expect(torii.calls).toEqual([]);
  });

  test('with the fingerprint of before: nothing changed, or which tools did', async () => {
    const { url } = await served();
    const before = await fingerprintAt(url);
    expect((await command('audit-tools', '--url', url, '--fingerprint', before)).code).toBe(0);

    const older = await command('audit-tools', '--url', `${url}?style=older`, '--fingerprint', before);
    expect(older.code).toBe(5);
    expect(older.out).toMatch(/^list_apps +changed +its arguments changed$/m);
    expect(older.err).toMatch(/tools changed: .*list_apps.*Run "mapping drift"/);

    const fewer = await command('audit-tools', '--url', `${url}?missing=list_users`, '--fingerprint', before);
    expect(fewer.code).toBe(5);
    expect(fewer.out).toMatch(/^list_users +changed +no longer offered$/m);
  });

  test('a tool without which nothing works is missing loudly, any other by what it costs', async () => {
    const { url } = await served();
    const required = await command('audit-tools', '--url', `${url}?missing=list_contracts`);
    expect(required.code).toBe(5);
    expect(required.out).toMatch(/^list_contracts +MISSING/m);
    expect(required.err).toContain('list_contracts is not offered.');
    const optional = await command('audit-tools', '--url', `${url}?missing=list_transactions`);
    expect(optional.code).toBe(0);
    expect(optional.out).toMatch(/^list_transactions +not offered +\S/m);
  });

  test('finds the tools of a listing that comes in pages, and under other names', async () => {
    const { url } = await served();
    expect(await fingerprintAt(`${url}?tools=4`)).toBe(await fingerprintAt(url));
    const { code, out } = await command('audit-tools', '--url', `${url}?rename=list_apps:get_apps`);
    expect(code).toBe(0);
    expect(out).toMatch(/^get_apps +callable/m);
  });

  test('refuses a text that is no fingerprint', async () => {
    const { url } = await served();
    const { code, err } = await command('audit-tools', '--url', url, '--fingerprint', 'abc');
    expect(code).toBe(2);
    expect(err).toContain('It must be a line that audit-tools printed after "fingerprint:".');
  });
});
