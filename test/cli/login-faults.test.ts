/** Everything that goes wrong with a sign-in: named, explained, and what was stored stays as it was. */
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { listen, closeServer } from '../../mocks/server/node-http.ts';
import type { OAuthQuirk } from '../../mocks/server/oauth-quirks.ts';
import { command, plain } from './command.ts';
import { asOf, file, served } from './served.ts';
import { commandOf, consenting, login, withOwnStore, type Browser } from './signing-in.ts';

withOwnStore();

const store = () => process.env['SAAS_RATIONALIZATION_CONFIG'] ?? '';

async function storedFile(): Promise<string> {
  const [name = ''] = await readdir(join(store(), 'logins'));
  return join(store(), 'logins', name);
}

/** Comes back without consent. */
const declining: Browser = async (address: URL) => {
  const back = new URL(address.searchParams.get('redirect_uri') ?? '');
  back.search = new URLSearchParams({
    error: 'access_denied',
    state: address.searchParams.get('state') ?? '',
  }).toString();
  await fetch(back);
};

/** Signs in, waits until the token is no longer good, and reads. */
async function spent(...quirks: readonly OAuthQuirk[]) {
  const { url } = await served();
  const address = `${url}?oauth=${['short-lived', ...quirks].join(',')}`;
  await login(address);
  const before = await readFile(await storedFile(), 'utf8');
  await new Promise((resolve) => void setTimeout(resolve, 2100));
  return { address, before, read: await command('validate', '--url', address, '--as-of', asOf) };
}

/** The sentence in which a login at a quirk ends, and what the person is told to consider. */
const ends: Partial<Record<OAuthQuirk, readonly [string, string]>> = {
  'no-metadata': ['says nowhere how (HTTP 404)', 'Check the address: it should end in /mcp'],
  'other-resource': ['Protected resource https://other.example/mcp does not match', 'consider trying again'],
  insecure: ['sign in at http://torii.example/authorize, which is not safe', 'Nothing was changed'],
  'no-registration': ['the server does not register clients automatically', 'give it with --client-id'],
  'registration-refused': [
    'refused to register this client (clients are registered by an administrator)',
    '--client-id',
  ],
  denied: ['the person declined', 'consider trying again'],
  'wrong-issuer': ['the answer comes from https://other.example', 'Nothing was changed'],
  'no-issuer': ['does not say that it comes from http', 'Nothing was changed'],
  'other-issuer': ['describes the sign-in of https://other.example', 'Nothing was changed'],
  'code-refused': ['handed out no token (the code is not valid)', 'consider trying again'],
};

describe('login', () => {
  test.for(Object.entries(ends))('%s', async ([quirk, [sentence, remedy]]) => {
    const { url } = await served();
    const { code, out, err } = await login(`${url}?oauth=${quirk}`);
    expect([code, out]).toEqual([3, '']);
    const last = plain(err.trim().split('\n').at(-1) ?? '');
    expect(last).toContain(`${url}?oauth=${quirk}: Not signed in: `);
    expect(last).toContain(sentence);
    expect(last).toContain(remedy);
    expect(last).not.toMatch(/<|Error/);
    expect(await readdir(join(store(), 'logins'))).toEqual([]);
  });

  test('a failure leaves an earlier sign-in as it was', async () => {
    const { url } = await served({ oauth: true });
    await login(url);
    const before = await readFile(await storedFile(), 'utf8');
    expect((await commandOf(declining, 'login', '--url', url)).err).toContain('the person declined');
    expect(await readFile(await storedFile(), 'utf8')).toBe(before);
    expect((await command('status', '--url', url)).code).toBe(0);
  });

  test('nobody answers', async () => {
    const { url } = await served();
    const { code, err } = await login(`${url}?oauth=silent`, '--timeout', '0.3');
    expect([code, err]).toEqual([3, expect.stringContaining('no answer came within')]);
  });

  test('other requests to the port of the answer change nothing', async () => {
    const { url } = await served({ oauth: true });
    const statuses: number[] = [];
    const { code } = await commandOf(
      async (address, typed) => {
        const back = new URL(address.searchParams.get('redirect_uri') ?? '');
        statuses.push((await fetch(new URL('/', back))).status);
        statuses.push((await fetch(back, { method: 'POST' })).status);
        await consenting(address, typed);
      },
      'login',
      '--url',
      url,
    );
    expect([code, statuses]).toEqual([0, [404, 404]]);
  });

  test('the port for the answer is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;
    const { url } = await served({ oauth: true });
    const { code, err } = await login(url, '--port', String(port));
    expect([code, err]).toEqual([
      2,
      expect.stringContaining(`Port ${port}, to which the browser returns, is in use.`),
    ]);
  });

  test('no one is there, or a web server that is not MCP', async () => {
    const { server, origin } = await listen(
      0,
      () => async () => new Response('<h1>Hello</h1>', { status: 404 }),
    );
    const notMcp = await login(`${origin}/mcp`);
    await closeServer(server);
    const nobody = await login(`${origin}/mcp`);
    expect([notMcp.code, nobody.code]).toEqual([3, 3]);
    expect(notMcp.err).toContain('The server answers, but it is not Torii.');
    expect(nobody.err).toMatch(/Torii cannot be reached\. \(nothing listens at this address/);
  });

  test('what the server wants more of is never granted', async () => {
    const { url } = await served();
    let asked = 0;
    const address = `${url}?oauth=never-enough`;
    const { code, err } = await commandOf(
      async (page, typed) => {
        asked += 1;
        await consenting(page, typed);
      },
      'login',
      '--url',
      address,
    );
    expect([code, asked]).toEqual([3, 3]);
    expect((await command('validate', '--url', address)).err).toContain(
      'the server asks for more: torii.more-',
    );
    expect(err).toContain('was granted too little for this; the server asks for more: torii.more-');
  });

  test.each([
    ['--port', '70000', 'It must be a port between 0 and 65535.'],
    ['--timeout', 'long', 'It must be a number of seconds'],
    ['--client-metadata-url', 'https://example.com/', 'It must be an https address with a path.'],
    ['--client-metadata-url', 'http://127.0.0.1/client.json', 'It must be an https address with a path.'],
  ])('%s %s', async (option, value, sentence) => {
    const { code, err } = await command('login', option, value);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  });
});

describe('a stored sign-in that has ended', () => {
  test('and came with nothing to renew it', async () => {
    const { address, read } = await spent('no-refresh');
    expect([read.code, read.out]).toEqual([3, '']);
    expect(read.err).toContain(
      'The stored sign-in has expired, and the server gave nothing to renew it with.',
    );
    expect(read.err).toContain(`Sign in with: saas-rationalization login --url "${address}"`);
    expect((await command('token', '--url', address)).code).toBe(3);
  });

  test('and is not renewed', async () => {
    const { address, before, read } = await spent('refresh-rejected');
    expect([read.code, read.out]).toEqual([3, '']);
    expect(read.err).toContain(
      'The server does not renew the stored sign-in: the refresh token is not valid.',
    );
    const { client } = JSON.parse(before) as { client: unknown };
    expect(JSON.parse(await readFile(await storedFile(), 'utf8'))).toMatchObject({ client });
    expect((await login(address)).code).toBe(0);
  });

  test('while the process that renews it is in trouble', async () => {
    const { before, read } = await spent('refresh-down');
    expect(read.code).toBe(3);
    expect(read.err).toContain('Torii cannot be reached. (HTTP 503)');
    expect(await readFile(await storedFile(), 'utf8')).toBe(before);
  });
});

describe('a server that repeats the secrets it is sent', () => {
  test('does not get them printed', async () => {
    const { url } = await served();
    const address = `${url}?oauth=repeats`;
    const printed = [(await login(address)).err];
    const token = (await command('token', '--url', address)).out.trim();
    printed.push((await command('validate', '--url', address, '--as-of', asOf)).err);
    vi.stubEnv('TORII_MCP_TOKEN', token);
    printed.push((await command('validate', '--url', address, '--as-of', asOf)).err);
    expect(token).toMatch(/^[\w-]{32}$/);
    for (const err of printed) expect(err).not.toContain(token);
    expect(printed.slice(1)).toEqual([0, 1].map(() => expect.stringContaining('[hidden] did not help')));
  });

  test('nor those with which a sign-in is renewed', async () => {
    const { before, read } = await spent('repeats', 'refresh-rejected');
    const { tokens } = JSON.parse(before) as { tokens: { refresh_token: string } };
    expect(read.err).toContain('the refresh token [hidden] is not valid');
    expect(read.err).not.toContain(tokens.refresh_token);
  });
});

describe('a stored sign-in that cannot be used', () => {
  const broken = [
    ['not JSON', '{"server":', 'It is not a stored sign-in.'],
    ['of another form', '{"format":1}', 'It is not a stored sign-in.'],
  ] as const;

  test.for(broken)('%s: named, left alone, replaced by login', async ([, text, sentence]) => {
    const { url } = await served({ oauth: true });
    await login(url);
    const path = await storedFile();
    await writeFile(path, text);
    for (const name of ['status', 'token', 'validate']) {
      const { code, out, err } = await command(name, '--url', url);
      expect([name, code, out]).toEqual([name, 3, '']);
      expect(err).toContain(`The stored sign-in ${path} is not used. ${sentence} Consider`);
    }
    expect(await readFile(path, 'utf8')).toBe(text);
    expect((await login(url)).code).toBe(0);
    expect((await command('status', '--url', url)).code).toBe(0);
  });

  test.skipIf(process.platform === 'win32')('open to others', async () => {
    const { url } = await served({ oauth: true });
    await login(url);
    const path = await storedFile();
    await chmod(path, 0o644);
    const { code, err } = await command('validate', '--url', url);
    expect([code, err]).toEqual([3, expect.stringContaining('Others on this machine may read it (mode 644')]);
  });

  test('a folder in its place', async () => {
    const { url } = await served({ oauth: true });
    await login(url);
    const path = await storedFile();
    await command('logout', '--url', url);
    await mkdir(path);
    const { code, err } = await command('status', '--url', url);
    expect([code, err]).toEqual([3, expect.stringContaining('It cannot be read: EISDIR')]);
  });

  test('logout removes it, and says that the server was not told', async () => {
    const { url } = await served({ oauth: true });
    await login(url);
    await writeFile(await storedFile(), 'nonsense');
    const { code, out } = await command('logout', '--url', url);
    expect([code, out]).toEqual([0, expect.stringContaining('The server was not told')]);
  });
});

describe('a place that cannot be written', () => {
  test('is named before anybody signs in', async () => {
    vi.stubEnv('SAAS_RATIONALIZATION_CONFIG', join(await file('a-file', ''), 'below'));
    const { url } = await served({ oauth: true });
    const { code, out, err } = await login(url);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('The sign-in cannot be stored in');
    expect(err).toContain('SAAS_RATIONALIZATION_CONFIG can name another folder.');
    expect(err).not.toContain('Sign in here');
  });

  // A user who may write anywhere is not stopped by a mode.
  test.skipIf(process.getuid?.() === 0)('also when it is only read-only', async () => {
    await mkdir(join(store(), 'logins'));
    await chmod(store(), 0o500);
    onTestFinished(() => chmod(store(), 0o700));
    const { url } = await served({ oauth: true });
    expect((await login(url)).code).toBe(2);
  });
});
