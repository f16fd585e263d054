/** A server that says nothing: the person is told so while they wait, and a log after it. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { watchSilence } from '../../skill/cli/terminal/watch-silence.ts';
import { terminalOver } from '../../skill/cli/terminal/terminal.ts';

function shown(isTTY: boolean) {
  const said: string[] = [];
  const screen = { isTTY, columns: 100, write: (part: string) => said.push(part) };
  return { said, terminal: terminalOver({ write: () => {} }, screen) };
}

test('a silence is counted on the progress line, until something comes', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { said, terminal } = shown(true);
  const silence = watchSilence(terminal, 'Reading Torii');
  vi.advanceTimersByTime(2_000);
  expect(said).toEqual([]);
  vi.advanceTimersByTime(10_000);
  expect(said.at(-1)).toBe('Reading Torii: no answer for 12 s');
  silence.heard('Reading apps 200 of 400');
  vi.advanceTimersByTime(2_000);
  expect(said.at(-1)).toBe('Reading apps 200 of 400');
  vi.advanceTimersByTime(2_000);
  expect(said.at(-1)).toBe('Reading apps 200 of 400: no answer for 4 s');
  silence.end();
  const before = said.length;
  vi.advanceTimersByTime(60_000);
  expect(said.length).toBe(before);
});

test('a log is not filled with it', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { said, terminal } = shown(false);
  const silence = watchSilence(terminal, 'Reading Torii');
  vi.advanceTimersByTime(60_000);
  silence.end();
  expect(said).toEqual([]);
});
