/** A token or a password in an address is neither shown nor kept: terminals are logged, mappings committed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withoutSecretAddresses } from '../../skill/node/secrets.ts';
import { command } from './command.ts';
import { asOf, folder, served } from './served.ts';

const reading = [
  'discover',
  'validate',
  'audit-tools',
  'report',
  'brief',
  'digest',
  'login',
  'status',
] as const;

describe.each(reading)('%s', (name) => {
  const dated = ['validate', 'report', 'brief', 'digest'].includes(name) ? ['--as-of', asOf] : [];

  test.each([
    ['a token', 'http://127.0.0.1:1/mcp?token=s3cr3t&size=1', 3, '?token=[hidden]&size=1'],
    ['a key in upper case', 'http://127.0.0.1:1/mcp?x=1&API_KEY=s3cr3t', 3, '?x=1&API_KEY=[hidden]'],
    ['a password', 'http://jane:s3cr3t@127.0.0.1:1/mcp', 2, 'http://[hidden]@127.0.0.1:1/mcp'],
    ['a password on plain http', 'http://jane:s3cr3t@example.com/mcp', 2, '//[hidden]@example.com'],
  ])('does not show %s', async (_, url, expected, shown) => {
    const { code, out, err } = await command(name, '--url', url, ...dated);
    expect([code, err.replaceAll(/\s+/g, ' ')]).toEqual([expected, expect.stringContaining(shown)]);
    expect(out + err).not.toMatch(/s3cr3t|jane/);
  });
});

test('discover keeps the address without its token, and reading by it again warns of no other server', async () => {
  const { url } = await served();
  const mapping = join(await folder(), 'tenant-mapping.json');
  const secret = `${url}?token=s3cr3t`;
  const discovered = await command('discover', '--url', secret, '--out', mapping);
  expect(discovered.code, discovered.err).toBe(0);
  const kept = await readFile(mapping, 'utf8');
  expect(kept).toContain(`${url}?token=[hidden]`);
  const again = await command('report', '--url', secret, '--mapping', mapping, '--as-of', asOf);
  expect(again.code, again.err).toBe(0);
  expect(again.err).not.toContain('although the mapping is for');
  expect(kept + discovered.out + discovered.err + again.out + again.err).not.toContain('s3cr3t');
  const other = await command('report', '--url', `${url}?page=2`, '--mapping', mapping, '--as-of', asOf);
  expect(other.err).toContain(`although the mapping is for connector.url ${url}?token=[hidden]`);
});

test.each([
  'https://login.example.com/authorize?client_id=a&code_challenge=b_c&state=d&resource=https%3A%2F%2Fx%2Fmcp',
  'https://api.toriihq.com/mcp?fault=list_apps:timeout',
  'Write to jane@example.com about https://example.com/@jane.',
])('what is no secret stays: %s', (text) => {
  expect(withoutSecretAddresses(text)).toBe(text);
});
