/** What other pages, other processes and a hostile server do to a sign-in. */
import { mkdir, stat, readFile, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../skill/node/clock.ts';
import { reachOf } from '../../skill/node/addresses.ts';
import { mayBeAsked } from '../../skill/sign-in/server/sign-in-fetch.ts';
import { loginFile } from '../../skill/sign-in/store/login-folder.ts';
import { whileLocked } from '../../skill/sign-in/store/login-lock.ts';
import { tryToken } from '../../skill/sign-in/flow/try-token.ts';
import { listen, closeServer } from '../../mocks/server/node-http.ts';
import { served } from './served.ts';
import { commandOf, consenting, login, withOwnStore, type Browser } from './signing-in.ts';

withOwnStore();

/** A page that is open on this machine sends the browser to the callback before the answer comes. */
function interrupted(query: string, statuses: number[]): Browser {
  return async (address, typed) => {
    const callback = new URL(address.searchParams.get('redirect_uri') ?? '');
    callback.search = query;
    statuses.push((await fetch(callback)).status);
    await consenting(address, typed);
  };
}

describe('the address to which the browser returns', () => {
  test.each(['', '?state=wrong&code=theirs', '?error=access_denied', '?code=theirs', '?state=&code=x'])(
    'refuses %j and waits for the answer that is its own',
    async (query) => {
      const { url } = await served({ oauth: true });
      const statuses: number[] = [];
      const ended = await commandOf(interrupted(query, statuses), 'login', '--url', url);
      expect(ended).toMatchObject({ code: 0 });
      expect(statuses).toEqual([400]);
    },
  );

  test('does not take an answer whose state differs', async () => {
    const { url } = await served();
    const ended = await login(`${url}?oauth=state-mismatch`, '--timeout', '0.3');
    expect(ended.code).toBe(3);
    expect(ended.err).toContain('no answer came');
  });
});

describe('where a server on the internet may send a sign-in', () => {
  const torii = new URL('https://api.torii.example/mcp');

  test.each([
    'https://127.0.0.1/x',
    'https://127.8.8.8/x',
    'https://0.0.0.0/x',
    'https://0x7f.1/x',
    'https://2130706433/x',
    'https://localhost./x',
    'https://a.localhost/x',
    'https://[::1]/x',
    'https://[::]/x',
    'https://[::ffff:127.0.0.1]/x',
    'https://[::ffff:7f00:1]/x',
    'https://169.254.169.254/latest',
    'https://[fe80::1]/x',
    'https://10.0.0.1/x',
    'https://172.20.1.1/x',
    'https://192.168.1.1/x',
    'https://100.64.0.1/x',
    'https://[fd00::1]/x',
    'https://[::ffff:10.0.0.1]/x',
    'https://printer.local/x',
    'http://sign-in.example/x',
  ])('not to %s', (address) => {
    expect(mayBeAsked(new URL(address), torii)).toBe(false);
  });

  test.each(['https://sign-in.example/x', 'https://8.8.8.8/x', 'https://[2606:4700::1111]/x'])(
    'to %s',
    (address) => {
      expect(mayBeAsked(new URL(address), torii)).toBe(true);
    },
  );

  test('a server of the network around may send it there, and not to this machine', () => {
    const inside = new URL('https://10.0.0.5/mcp');
    expect(reachOf(inside)).toBe('this-network');
    expect(mayBeAsked(new URL('https://192.168.1.1/x'), inside)).toBe(true);
    expect(mayBeAsked(new URL('https://127.0.0.1/x'), inside)).toBe(false);
  });
});

describe('a lock on a stored sign-in', () => {
  const url = new URL('https://api.torii.example/mcp');

  const use = { purpose: 'renewal', patienceMs: 20_000 } as const;

  async function leave(text: string, ageMs: number): Promise<void> {
    const lock = `${loginFile(url)}.lock`;
    await mkdir(dirname(lock), { recursive: true });
    await writeFile(lock, text);
    const at = new Date(Date.now() - ageMs);
    await utimes(lock, at, at);
  }

  test.each([
    ['dated a year ahead', '', -365 * 86_400_000],
    ['of a process that died', '999999999', 0],
    ['that names no process', 'someone else', 6_000],
    ['of long ago', String(process.pid), 60_000],
  ])('%s is not waited for', async (_, text, age) => {
    await leave(text, age);
    const began = Date.now();
    expect(await whileLocked(url, use, async () => 'renewed')).toBe('renewed');
    expect(Date.now() - began).toBeLessThan(2_000);
  });

  test('of a stranger that runs on is left after a while, and the wait is said', async () => {
    await leave(String(process.ppid), 3_000);
    const began = Date.now();
    const heard: string[] = [];
    const told = (sentence: string) => void heard.push(sentence);
    expect(await whileLocked(url, { ...use, told }, async () => 'renewed')).toBe('renewed');
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(heard).toEqual(['Another process seems to be renewing this sign-in; waiting for it.']);
  });

  test('of a process at work is touched, so that nobody takes it for left', async () => {
    // Its folder is there once somebody has signed in.
    await leave('', -365 * 86_400_000);
    await whileLocked(url, use, async () => {
      await leave(String(process.pid), 5_000);
      await systemClock.sleep(2_500);
      expect(Date.now() - (await stat(`${loginFile(url)}.lock`)).mtimeMs).toBeLessThan(3_000);
    });
  });

  test('names the process that holds it', async () => {
    await leave('', -365 * 86_400_000);
    const text = await whileLocked(url, use, () => readFile(`${loginFile(url)}.lock`, 'utf8'));
    expect(text).toBe(String(process.pid));
  });
});

describe('a token', () => {
  test.each(['', 'a\r\nx-evil: 1', 'tok en', 'tök'])(
    'that cannot be sent is not stored: %j',
    async (token) => {
      await expect(tryToken(new URL('http://127.0.0.1:9/mcp'), token)).rejects.toThrow('cannot be sent');
    },
  );

  test.each([
    [401, false],
    [200, true],
    [400, true],
    [500, true],
  ])('answered with %i is kept: %s', async (status, kept) => {
    const seen: (string | null)[] = [];
    const { server, origin } = await listen(0, () => async ({ headers }) => {
      seen.push(headers.get('authorization'));
      return new Response(null, { status });
    });
    const tried = tryToken(new URL(`${origin}/mcp`), 'abc').then(
      () => true,
      () => false,
    );
    expect(await tried).toBe(kept);
    expect(seen).toEqual(['Bearer abc']);
    await closeServer(server);
  });
});
