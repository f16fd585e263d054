/** Two servers of one person, as two programs start them: what one has read, the other does not read again. */
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { neighborhood } from '../../skill/cli/commands/proxy/engine/neighbor.ts';
import { engined } from './engine.ts';
import { served } from './served.ts';

const before = process.env['XDG_RUNTIME_DIR'];
let runtime: string;
let mine: string;

beforeEach(async () => {
  // The address of a socket is short on every system.
  runtime = await mkdtemp(join(tmpdir(), 'sr-'));
  process.env['XDG_RUNTIME_DIR'] = runtime;
  mine = join(runtime, `saas-rationalization-${process.getuid?.()}`);
});
afterEach(async () => {
  await rm(runtime, { recursive: true, force: true });
  if (before === undefined) delete process.env['XDG_RUNTIME_DIR'];
  else process.env['XDG_RUNTIME_DIR'] = before;
});

test('share one reading, also the one that is under way', async () => {
  const { url, torii } = await served();
  const options = { sharedBy: [url] };
  const [one, two] = [await engined(url, {}, options), await engined(url, {}, options)];
  const [first, second] = await Promise.all([one.answer('saas_overview'), two.answer('saas_overview')]);
  expect(second.content['readAt']).toBe(first.content['readAt']);
  expect(second.content['totals']).toEqual(first.content['totals']);
  expect(torii.calls.filter(({ name }) => name === 'list_contracts')).toHaveLength(1);
  expect((await stat(mine)).mode & 0o077).toBe(0);
});

test('of several that begin at the same time, one reads', async () => {
  const { url, torii } = await served();
  const all = await Promise.all([1, 2, 3, 4].map(() => engined(url, {}, { sharedBy: [url] })));
  const answers = await Promise.all(all.map(({ answer }) => answer('completeness')));
  expect(new Set(answers.map(({ content }) => content['readAt'])).size).toBe(1);
  expect(torii.calls.filter(({ name }) => name === 'list_contracts')).toHaveLength(1);
});

test('both rest on the new one where one of them asks for it', async () => {
  const { url, torii } = await served();
  const options = { sharedBy: [url] };
  const [one, two] = [await engined(url, {}, options), await engined(url, {}, options)];
  const first = await one.answer('saas_overview');
  const second = await two.answer('saas_overview', { refresh: true });
  expect(second.content['readAt']).not.toBe(first.content['readAt']);
  expect((await one.answer('saas_overview')).content['readAt']).toBe(second.content['readAt']);
  expect(torii.calls.filter(({ name }) => name === 'list_contracts')).toHaveLength(2);
});

test('read for themselves where they have not all in common, or one has gone', async () => {
  const { url, torii } = await served();
  const one = await engined(url, {}, { sharedBy: [url, 'one account'] });
  const other = await engined(url, {}, { sharedBy: [url, 'another'] });
  await one.answer('saas_overview');
  await other.answer('saas_overview');
  expect(torii.calls.filter(({ name }) => name === 'list_contracts')).toHaveLength(2);
});

test('find nobody behind a socket that was left, and open their own', async () => {
  const left = neighborhood(['same'], () => Promise.resolve({}));
  await left.meet();
  const [name = ''] = await readdir(mine);
  left.close();
  await new Promise((resolve) => setTimeout(resolve, 20));
  // As a program that was killed leaves it.
  const killed = createServer();
  await new Promise<void>((resolve) => killed.listen(join(mine, name), resolve));
  await new Promise((resolve) => setTimeout(resolve, 0));
  killed.close();
  await writeFile(join(mine, name), '').catch(() => {});
  const next = neighborhood(['same'], () => Promise.resolve({ said: 'here' }));
  expect(await next.meet()).toBeNull();
  const visitor = neighborhood(['same'], () => Promise.resolve({}));
  const found = await visitor.meet();
  expect(await found?.ask({ from: 0 })).toEqual({ said: 'here' });
  found?.close();
  next.close();
});

test('are not found in a folder that others may open', async () => {
  await mkdir(mine, { mode: 0o700 });
  await chmod(mine, 0o755);
  const one = neighborhood(['same'], () => Promise.resolve({}));
  const two = neighborhood(['same'], () => Promise.resolve({}));
  expect([await one.meet(), await two.meet()]).toEqual([null, null]);
  await rm(mine, { recursive: true });
});
