/**
 * A person who signs in at the command line: a folder of their own for what is stored, a browser that
 * opens every address they are shown, and hands to type with.
 */
import { PassThrough } from 'node:stream';
import { beforeEach, onTestFinished, vi } from 'vitest';
import { run } from '../../skill/cli/program/program.ts';
import { terminalOver } from '../../skill/cli/terminal/terminal.ts';
import type { Ended } from './command.ts';
import { folder } from './served.ts';

/** Keeps what is stored in a folder of its own for every test, and the environment free of tokens. */
export function withOwnStore(): void {
  beforeEach(async () => {
    vi.stubEnv('SAAS_RATIONALIZATION_CONFIG', await folder());
    vi.stubEnv('TORII_MCP_TOKEN', '');
    vi.stubEnv('TORII_CLIENT_SECRET', '');
    onTestFinished(() => void vi.unstubAllEnvs());
  });
}

/** What the person does with the address they are shown; may write to what is typed. */
export type Browser = (address: URL, typed: PassThrough) => Promise<void>;

/** Follows every redirect, the one back to this machine included. */
export const consenting: Browser = async (address) => {
  await (await fetch(address)).text();
};

/** Runs a command with a person in front of it; `login` gets a browser that it cannot open by itself. */
export async function commandOf(browser: Browser, ...args: readonly string[]): Promise<Ended> {
  const [out, err]: [string[], string[]] = [[], []];
  const typed = new PassThrough();
  let browsing = Promise.resolve();
  const shown = (text: string) => {
    err.push(text);
    const address = /^https?:\S+response_type=\S+$/m.exec(text)?.[0];
    if (address !== undefined) browsing = browser(new URL(address), typed).catch(() => {});
  };
  const terminal = terminalOver({ write: (text) => out.push(text) }, { write: shown }, typed);
  const code = await run(args[0] === 'login' ? [...args, '--no-browser'] : args, terminal);
  await browsing;
  return { code, out: out.join(''), err: err.join('') };
}

export function login(url: string, ...options: readonly string[]): Promise<Ended> {
  return commandOf(consenting, 'login', '--url', url, ...options);
}
