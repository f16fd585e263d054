/** Signing in by OAuth, against a real server: what is stored, who uses it, and how it ends. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { GIVEN_CLIENT } from '../../mocks/server/oauth-state.ts';
import { command, fact, plain } from './command.ts';
import { asOf, served } from './served.ts';
import { commandOf, consenting, login, withOwnStore, type Browser } from './signing-in.ts';

withOwnStore();

const logins = () => join(process.env['SAAS_RATIONALIZATION_CONFIG'] ?? '', 'logins');

async function stored(): Promise<{ path: string; text: string; login: Record<string, never> }> {
  const [name = ''] = await readdir(logins());
  const path = join(logins(), name);
  const text = await readFile(path, 'utf8');
  return { path, text, login: JSON.parse(text) };
}

async function tokenAt(url: string): Promise<string> {
  return (await command('token', '--url', url)).out.trim();
}

describe('login', () => {
  test('signs in, and every command on that server acts as the person', async () => {
    const { url } = await served({ oauth: true });
    const { code, out, err } = await login(url);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^Signed in to .* at http.*, organization .+\.\n$/),
    ]);
    expect(err).toContain('Scopes: torii.read.\n');
    const read = await command('validate', '--url', url, '--as-of', asOf);
    expect([read.code, fact(read.out, 1, 'count')]).toEqual([0, '5']);
    expect((await command('audit-tools', '--url', url)).code).toBe(0);
  });

  test('keeps tokens to the owner, in no other file and in nothing that is printed', async () => {
    const { url } = await served({ oauth: true });
    const { out, err } = await login(url);
    const { path, text } = await stored();
    expect(await readdir(logins())).toHaveLength(1);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(logins())).mode & 0o777).toBe(0o700);
    const token = await tokenAt(url);
    expect(text).toContain(token);
    const status = await command('status', '--url', url);
    for (const printed of [out, err, status.out, status.err]) expect(printed).not.toContain(token);
  });

  test('asks for what it is told to, and for this server alone', async () => {
    const { url } = await served({ oauth: true });
    let asked = new URLSearchParams();
    const { err } = await commandOf(
      async (address, typed) => {
        asked = address.searchParams;
        await consenting(address, typed);
      },
      'login',
      '--url',
      url,
      '--scope',
      'torii.read',
    );
    expect(Object.fromEntries(asked)).toMatchObject({
      scope: 'torii.read',
      resource: url,
      code_challenge_method: 'S256',
      redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/callback$/),
    });
    expect(asked.get('state')?.length).toBeGreaterThan(20);
    expect(err).toContain('Scopes: torii.read.\n');
  });

  test('asks for no scope that writes, unless nothing less is granted', async () => {
    const { url } = await served();
    for (const [quirk, wanted] of [
      ['plain', ['torii.read']],
      ['scopes-together', ['torii.read', 'torii.read torii.write']],
    ] as const) {
      const asked: (string | null)[] = [];
      const { code, err } = await commandOf(
        async (address, typed) => {
          asked.push(address.searchParams.get('scope'));
          await consenting(address, typed);
        },
        'login',
        '--url',
        `${url}?oauth=${quirk}`,
      );
      expect([code, asked]).toEqual([0, wanted]);
      expect(err).toContain(`Scopes: ${wanted.at(-1) ?? ''}.`);
      expect(err.includes('Asking for all that it suggests: torii.read torii.write.')).toBe(
        wanted.length > 1,
      );
    }
  });

  test('says so where the scopes named are not granted', async () => {
    const { url } = await served();
    const { code, err } = await login(`${url}?oauth=scopes-together`, '--scope', 'torii.read');
    expect([code, err]).toEqual([3, expect.stringContaining('does not grant the scopes asked for')]);
  });

  test('takes the address that the browser ended at, or its code, from another machine', async () => {
    const { url } = await served({ oauth: true });
    for (const paste of [(back: URL) => back.href, (back: URL) => back.searchParams.get('code') ?? '']) {
      const { code, err } = await commandOf(
        async (address, typed) => {
          const response = await fetch(address, { redirect: 'manual' });
          typed.write(`${paste(new URL(response.headers.get('location') ?? ''))}\n`);
        },
        'login',
        '--url',
        url,
      );
      expect([code, err]).toEqual([0, expect.stringContaining('paste the address it ends at')]);
    }
  });

  test('shows a page that says it is done, and holds nothing of the address', async () => {
    const { url } = await served({ oauth: true });
    let page = new Response();
    await commandOf(async (address) => void (page = await fetch(address)), 'login', '--url', url);
    const text = await page.text();
    expect(text).toContain('You can close this page');
    expect(text).not.toContain(new URL(page.url).searchParams.get('code'));
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('registers once, and again only for another port', async () => {
    const { url } = await served({ oauth: true });
    const clients = new Set<string | null>();
    const note: Browser = async (address, typed) => {
      clients.add(address.searchParams.get('client_id'));
      await consenting(address, typed);
    };
    await commandOf(note, 'login', '--url', url);
    await commandOf(note, 'login', '--url', url);
    expect(clients.size).toBe(1);
    await commandOf(note, 'login', '--url', url, '--port', '0');
    expect(clients.size).toBe(2);
  });

  test('acts as a client that an administrator registered, also the next time', async () => {
    const { url } = await served();
    const address = `${url}?oauth=no-registration`;
    expect((await login(address, '--client-id', GIVEN_CLIENT)).code).toBe(0);
    expect((await login(address)).code).toBe(0);
    const other = await login(address, '--client-id', 'of-somebody-else', '--timeout', '0.3');
    expect([other.code, other.err]).toEqual([3, expect.stringContaining('no answer came')]);
  });

  test('says that a server without a sign-in asks for none', async () => {
    const { url } = await served();
    const { code, out } = await login(url);
    expect([code, out]).toEqual([0, expect.stringContaining('asks for no sign-in')]);
  });

  test('asks once more where the first call wants a wider scope, and keeps what was granted', async () => {
    const { url } = await served();
    for (const address of [`${url}?oauth=step-up`, `${url}?oauth=step-up&missing=get_organization`]) {
      const { code, err } = await login(address);
      expect([code, err]).toEqual([0, expect.stringContaining('Scopes: torii.read torii.detail.')]);
      const read = await command('validate', '--url', address, '--as-of', asOf);
      expect(fact(read.out, 1, 'count')).toBe('5');
    }
  });

  test('warns while a token in the environment goes first', async () => {
    const { url } = await served({ oauth: true, token: 'let-me-in' });
    vi.stubEnv('TORII_MCP_TOKEN', 'let-me-in');
    expect((await login(url)).err).toContain('While TORII_MCP_TOKEN is set, commands use it');
  });
});

describe('a stored sign-in', () => {
  test('is renewed when the server no longer takes it, once for all requests', async () => {
    const server = await served({ oauth: true });
    await login(server.url);
    const before = await tokenAt(server.url);
    server.oauth?.expireTokens();
    const read = await command('validate', '--url', server.url, '--as-of', asOf);
    expect([read.code, fact(read.out, 1, 'count')]).toEqual([0, '5']);
    expect(await tokenAt(server.url)).not.toBe(before);
  });

  test('is renewed before it expires', async () => {
    const { url } = await served({ oauth: { tokenSeconds: 2 } });
    await login(url);
    const before = await tokenAt(url);
    await new Promise((resolve) => void setTimeout(resolve, 1100));
    const after = await tokenAt(url);
    expect(after).not.toBe(before);
    expect((await command('status', '--url', url)).code).toBe(0);
  });

  test('is renewed before it expires by the command that reads', async () => {
    const { url } = await served({ oauth: { tokenSeconds: 4 } });
    await login(url);
    const before = (await stored()).login;
    await new Promise((resolve) => void setTimeout(resolve, 2100));
    expect((await command('audit-tools', '--url', url)).code).toBe(0);
    expect((await stored()).login).not.toEqual(before);
  });

  test('survives many commands that renew it at once', async () => {
    const server = await served({ oauth: true });
    await login(server.url);
    server.oauth?.expireTokens();
    const ended = await Promise.all(Array.from({ length: 6 }, () => command('status', '--url', server.url)));
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await readdir(logins())).toHaveLength(1);
  });

  test('of one server is not used for another', async () => {
    const [first, second] = [await served({ oauth: true }), await served({ oauth: true })];
    await login(first.url);
    const { code, err } = await command('status', '--url', second.url);
    expect([code, err]).toEqual([3, expect.stringContaining('you are not signed in here')]);
  });
});

describe('status', () => {
  test('says who, what for, until when, and what the role hides', async () => {
    const { url } = await served({ oauth: true });
    const limited = `${url}?role=no-contracts&missing=list_transactions`;
    await login(limited);
    const { code, out } = await command('status', '--url', limited);
    expect(code).toBe(0);
    expect(out).toMatch(/^Organization: .+\.$/m);
    expect(out).toMatch(/^Expires: \d{4}-\d\d-\d\d \d\d:\d\d UTC; renewed automatically when needed\.$/m);
    expect(out).toContain('Hidden by the role: list_contracts. Renewals');
    expect(out).toContain('Not offered: list_transactions.');
    expect(out).toMatch(/^Tools: \d+ that read may be called, \d+ others are never called\.$/m);
  });

  test('ends with 3 and the way in when no one is signed in', async () => {
    const { url } = await served({ oauth: true });
    const { code, out, err } = await command('status', '--url', url);
    expect([code, out]).toEqual([3, '']);
    expect(plain(err)).toContain(`Sign in with: saas-rationalization login --url ${url}`);
  });

  test('knows a token of the environment', async () => {
    const { url } = await served({ token: 'let-me-in' });
    vi.stubEnv('TORII_MCP_TOKEN', 'let-me-in');
    expect((await command('status', '--url', url)).out).toContain('By the token in TORII_MCP_TOKEN');
  });
});

describe('token and logout', () => {
  test('token prints a token that the server takes, and nothing else', async () => {
    const { url } = await served({ oauth: true });
    await login(url);
    const { code, out, err } = await command('token', '--url', url);
    expect([code, err, out]).toEqual([0, '', expect.stringMatching(/^[\w-]{32}\n$/)]);
    vi.stubEnv('TORII_MCP_TOKEN', out);
    expect((await command('status', '--url', url)).code).toBe(0);
  });

  test('token ends with 3 when no one is signed in, also where the environment holds one', async () => {
    const { url } = await served({ oauth: true });
    const { code, out } = await command('token', '--url', url);
    expect([code, out]).toEqual([3, '']);
  });

  test('logout forgets, and ends it at the server', async () => {
    const server = await served({ oauth: true });
    await login(server.url);
    const token = await tokenAt(server.url);
    const { code, out } = await command('logout', '--url', server.url);
    expect([code, out]).toEqual([0, `Signed out of ${server.url}. The server has ended the sign-in too.\n`]);
    expect(server.oauth?.isValid(token)).toBe(false);
    expect(await readdir(logins())).toEqual([]);
    expect((await command('logout', '--url', server.url)).out).toContain('There was no sign-in');
  });

  test('logout says where the server cannot end it', async () => {
    const { url } = await served();
    await login(`${url}?oauth=no-revocation`);
    const { out } = await command('logout', '--url', `${url}?oauth=no-revocation`);
    expect(out).toContain('offers no way to end a sign-in early');
  });
});
