/** A person at a terminal who wanted something else: offered the sign-in, in a browser that opens automatically. */
import { chmod, readdir } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { run } from '../../skill/cli/program/program.ts';
import { terminalOver } from '../../skill/cli/terminal/terminal.ts';
import { fact } from './command.ts';
import { asOf, file, served } from './served.ts';
import { withOwnStore } from './signing-in.ts';

withOwnStore();

/** What the desktop opens addresses with: follows the redirects, as somebody who consents. */
const browser = `#!/bin/sh
exec "${process.execPath}" -e 'fetch(process.argv[1])' "$1"
`;

beforeEach(async () => {
  const script = await file('browser.sh', browser);
  await chmod(script, 0o755);
  vi.stubEnv('BROWSER', script);
  // Without a desktop xdg-open turns to BROWSER.
  for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'XDG_CURRENT_DESKTOP', 'DESKTOP_SESSION'])
    vi.stubEnv(name, '');
});

async function atTerminal(typed: string, ...args: readonly string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = terminalOver(
    { isTTY: true, write: (text) => out.push(text) },
    { isTTY: true, write: (text) => err.push(text) },
    input,
  );
  input.write(typed);
  const code = await run(args, terminal);
  return { code, out: out.join(''), err: err.join('') };
}

describe.skipIf(process.platform !== 'linux')('a server that wants a sign-in', () => {
  test('gets one, and the command continues', async () => {
    const { url } = await served({ oauth: true });
    const { code, out, err } = await atTerminal('\n', 'validate', '--url', url, '--as-of', asOf);
    expect([code, fact(out, 1, 'count')]).toEqual([0, '5']);
    expect(err).toContain(`${url} wants a sign-in.\nOpen the browser for it? [Y/n]\n`);
    expect(err).toContain('Waiting for the sign-in in the browser.');
  });

  test('is left alone when the person would rather not', async () => {
    const { url } = await served({ oauth: true });
    const { code, out, err } = await atTerminal('no\n', 'validate', '--url', url);
    expect([code, out]).toEqual([3, '']);
    // The command has a line of its own where it does not fit behind the sentence.
    expect(err).toContain(`Sign in with:\nsaas-rationalization login --url ${url}\n`);
    expect(await readdir(process.env['SAAS_RATIONALIZATION_CONFIG'] ?? '')).toEqual([]);
  });
});
