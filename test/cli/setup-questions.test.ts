/** What `setup` asks a person, with keys typed into it. */
import { PassThrough } from 'node:stream';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../skill/cli/program/program.ts';
import { chooseSurface } from '../../skill/cli/commands/setup/choose-surface.ts';
import { Stop } from '../../skill/node/stop.ts';
import { terminalOver } from '../../skill/cli/terminal/terminal.ts';
import { folder } from './served.ts';

function keyboard(): { input: PassThrough & { isTTY: true }; shown: () => string; output: PassThrough } {
  const input = Object.assign(new PassThrough(), { isTTY: true as const });
  const output = new PassThrough();
  let text = '';
  output.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { input, output, shown: () => text };
}

function terminalFor(input: PassThrough & { isTTY: true }) {
  const err: string[] = [];
  const screen = { isTTY: true, write: (text: string) => err.push(text) };
  return { terminal: terminalOver(screen, screen, input), err };
}

describe('the choice of a surface', () => {
  it('shows each with what it is for, and takes the one that is picked', async () => {
    const { input, output, shown } = keyboard();
    const picked = chooseSurface(terminalFor(input).terminal, { input, output });
    await expect.poll(shown).toContain('Claude.ai chat');
    expect(shown()).toContain('Technical level: None');
    for (let step = 0; step < 3; step += 1) input.write('\u001b[B');
    await expect.poll(shown).toContain('Technical level: Medium');
    input.write('\r');
    expect(await picked).toBe('cowork');
  });

  it('ends without a trace on Ctrl-C', async () => {
    const { input, output, shown } = keyboard();
    const picked = chooseSurface(terminalFor(input).terminal, { input, output });
    const ended = picked.catch((reason: unknown) => reason);
    await expect.poll(shown).toContain('Which surface fits?');
    input.write('\u0003');
    expect(await ended).toBeInstanceOf(Stop);
  });
});

describe('the question before files are changed', () => {
  it.each([
    ['y\n', 0, true],
    ['n\n', 2, false],
    ['\n', 2, false],
  ])('%j ends with %i', async (answer, code, changed) => {
    const dir = await folder();
    await writeFile(join(dir, '.mcp.json'), '{"mcpServers":{}}\n');
    const { input } = keyboard();
    const { terminal, err } = terminalFor(input);
    const ended = run(['setup', 'claude-code', '--dir', dir], terminal);
    await expect.poll(() => err.join('')).toContain('Change 1 of your files');
    input.write(answer);
    expect(await ended).toBe(code);
    expect((await readFile(join(dir, '.mcp.json'), 'utf8')).includes('torii')).toBe(changed);
  });
});
