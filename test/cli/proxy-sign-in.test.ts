/** The proxy in front of a server that signs people in, with a person who has a browser and no terminal. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ToolListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SignInPrompts } from '../../skill/sign-in/flow/person.ts';
import { createReach } from '../../skill/cli/commands/proxy/reach.ts';
import { systemClock } from '../../skill/node/clock.ts';
import type { Clock } from '../../skill/torii/base/bridge.ts';
import { readTools } from '../../skill/torii/base/catalog.ts';
import { proxied, textOf } from './proxied.ts';
import { folder, served } from './served.ts';

beforeEach(async () => {
  vi.stubEnv('TORII_MCP_TOKEN', '');
  vi.stubEnv('SAAS_RATIONALIZATION_CONFIG', await folder());
});
afterEach(() => void vi.unstubAllEnvs());

interface Visitor extends SignInPrompts {
  /** Pages of consent that came up. */
  readonly seen: URL[];
}

/** Agrees to whatever comes up, after a while. */
function visitor(afterMs = 0): Visitor {
  const seen: URL[] = [];
  return {
    seen,
    patienceMs: 20_000,
    told: () => {},
    typed: () => Promise.resolve(null),
    browse(address) {
      seen.push(address);
      void systemClock.sleep(afterMs).then(() => fetch(address));
      return Promise.resolve();
    },
  };
}

/** Waits between attempts are short; those for the person are not. */
const hasty: Clock = {
  ...systemClock,
  sleep: (ms, signal) => systemClock.sleep(Math.min(ms, 500), signal),
};

describe('a server that wants a sign-in', () => {
  test('gets one in the browser when the tools are first asked for, and keeps it', async () => {
    const { url, torii } = await served({ oauth: true });
    const person = visitor();
    const { client, call, log } = await proxied(createReach(new URL(url), person));
    expect(person.seen).toEqual([]);
    expect((await client.listTools()).tools.length).toBe(readTools.length);
    expect((await call('list_apps')).isError).not.toBe(true);
    expect((await call('update_user', { id: 1 })).isError).toBe(true);

    const again = await proxied(createReach(new URL(url), null));
    expect((await again.call('list_apps')).isError).not.toBe(true);
    expect(person.seen.length).toBe(1);
    expect(torii.calls.map(({ name }) => name)).toEqual(['list_apps', 'list_apps']);
    const logins = join(process.env['SAAS_RATIONALIZATION_CONFIG'] ?? '', 'logins');
    expect(await readdir(logins)).toHaveLength(1);
    expect(log.join('\n')).not.toMatch(/bearer|token|code=/i);
  });

  test('gets one window of two proxies that start at once; the second takes the sign-in of the first', async () => {
    const { url } = await served({ oauth: true });
    const people = [visitor(1_000), visitor(1_000)];
    const proxies = await Promise.all(people.map((person) => proxied(createReach(new URL(url), person))));
    const answers = await Promise.all(proxies.map(({ call }) => call('list_apps')));
    expect(answers.map((answer) => (answer.isError === true ? textOf(answer) : 'read'))).toEqual([
      'read',
      'read',
    ]);
    expect(people.flatMap(({ seen }) => seen)).toHaveLength(1);
  });

  test('is not bothered when a token only ran out', async () => {
    const { url, oauth } = await served({ oauth: true });
    const person = visitor();
    const { call } = await proxied(createReach(new URL(url), person));
    expect((await call('list_apps')).isError).not.toBe(true);
    oauth?.expireTokens();
    expect((await call('list_apps')).isError).not.toBe(true);
    expect(person.seen.length).toBe(1);
  });

  test('that revokes the grant in between brings the person in again, and the call succeeds', async () => {
    const { url, oauth } = await served({ oauth: true });
    const person = visitor();
    const { call } = await proxied(createReach(new URL(url), person));
    expect((await call('list_apps')).isError).not.toBe(true);
    oauth?.revokeAll();
    expect((await call('list_apps')).isError).not.toBe(true);
    expect(person.seen.length).toBe(2);
  });

  test('and a person who takes their time: the client is told to wait, then that the tools are there', async () => {
    const { url } = await served({ oauth: true });
    const reach = createReach(new URL(url), visitor(1_500));
    const { client } = await proxied(reach, { openingMs: 500, clock: hasty });
    const changed = new Promise<void>((resolve) => {
      client.setNotificationHandler(ToolListChangedNotificationSchema, () => resolve());
    });
    await expect(client.listTools()).rejects.toThrow(
      /A browser window waits for it.*Ask again once it is done/,
    );
    await changed;
    expect((await client.listTools()).tools.length).toBe(readTools.length);
  });

  test('and a person who declines: the reason, and what to do', async () => {
    const { url } = await served({ oauth: { consent: 'denied' } });
    const { call } = await proxied(createReach(new URL(url), visitor()));
    const answer = await call('list_apps');
    expect(answer.isError).toBe(true);
    expect(textOf(answer)).toMatch(/wants a sign-in\. .*the person declined.* Sign in\.$/);
  });

  test('and nobody there: how it is done', async () => {
    const { url } = await served({ oauth: true });
    const { call } = await proxied(createReach(new URL(url), null));
    expect(textOf(await call('list_apps'))).toMatch(/wants a sign-in.*Sign in\.$/);
  });

  test('and, for calls, one that reaches further: both in one go', async () => {
    const { url } = await served();
    const person = visitor();
    const { call } = await proxied(createReach(new URL(`${url}?oauth=step-up`), person));
    expect((await call('list_apps')).isError).not.toBe(true);
    expect(person.seen.length).toBe(2);
    expect(person.seen[1]?.searchParams.get('scope')).not.toBe(person.seen[0]?.searchParams.get('scope'));
  });

  test('that never reaches far enough: the person is not asked for ever', async () => {
    const { url } = await served();
    const person = visitor();
    const { call } = await proxied(createReach(new URL(`${url}?oauth=never-enough`), person));
    for (let calls = 0; calls < 4; calls += 1) {
      const answer = await call('list_apps');
      expect(answer.isError).toBe(true);
      expect(textOf(answer)).toContain('was granted too little');
    }
    expect(person.seen.length).toBeLessThan(4);
  });

  test.each([
    ['no-metadata', 'says nowhere how'],
    ['no-registration', 'does not register clients automatically'],
    ['state-mismatch', 'no answer came within 1 seconds'],
    ['code-refused', 'handed out no token'],
    ['silent', 'no answer came within 1 seconds'],
  ])('in a way that goes wrong (%s): the reason, and no end to the proxy', async (quirk, reason) => {
    const { url } = await served();
    const person = { ...visitor(), patienceMs: 1_000 };
    const { client, call } = await proxied(createReach(new URL(`${url}?oauth=${quirk}`), person));
    await expect(client.listTools()).rejects.toThrow(reason);
    expect(textOf(await call('list_apps'))).toContain(reason);
    expect(await client.ping()).toEqual({});
  });
});
