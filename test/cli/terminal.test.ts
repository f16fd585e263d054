/** Where words go: results to standard output, the rest beside it, color and progress to a person alone. */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ExitCode, Stop } from '../../skill/node/stop.ts';
import { table } from '../../skill/cli/terminal/table.ts';
import { terminalOver } from '../../skill/cli/terminal/terminal.ts';
import { createProgressText } from '../../skill/cli/terminal/progress-text.ts';
import { wrapText } from '../../skill/cli/terminal/wrap-text.ts';
import { writeWhole } from '../../skill/cli/files/write-file.ts';
import { command, commandOnTerminal } from './command.ts';
import { asOf, folder, served } from './served.ts';

afterEach(() => void vi.unstubAllEnvs());

const ESCAPE = '\u001b[';

describe('the streams', () => {
  test('a log gets one plain line a source; a terminal gets progress that is gone at the end', async () => {
    const { url } = await served();
    const logged = await command('validate', '--url', url, '--as-of', asOf);
    expect(logged.err).toContain('Read apps: 40 rows, complete.\n');
    expect(logged.err + logged.out).not.toContain(ESCAPE);

    const watched = await commandOnTerminal('validate', '--url', url, '--as-of', asOf);
    expect(watched.err).toContain('Reading apps 40 of 40');
    expect(watched.err.endsWith(`\r${ESCAPE}2K`)).toBe(true);
    expect(watched.err).not.toContain('Read apps');
    expect(watched.out).toBe(
      logged.out.replaceAll(/read .* UTC/g, () => /read .* UTC/.exec(watched.out)?.[0] ?? ''),
    );
  });

  test('a page is cut at spaces for a screen, its commands stay whole; a pipe gets its lines', () => {
    const command = '`saas-rationalization report --format json`';
    const text = `1. Ask for the figures as they stand: ${command}, and keep them.\n| a | ${'b'.repeat(50)} |\n`;
    const [screen, pipe]: [string[], string[]] = [[], []];
    const narrow = { isTTY: true, columns: 30, write: (part: string) => screen.push(part) };
    terminalOver(narrow, { write: () => {} }).page(text);
    terminalOver({ write: (part) => pipe.push(part) }, { write: () => {} }).page(text);
    expect(screen.join('')).toBe(
      `1. Ask for the figures as they\n   stand:\n   ${command},\n   and keep them.\n| a | ${'b'.repeat(50)} |\n`,
    );
    expect(pipe.join('')).toBe(text);
  });

  test('what others wrote moves no cursor and sets no title; a pipe keeps every byte', () => {
    const hostile = 'Acme\u001b]0;title\u0007\u009b2K\rGone\u202e\r\nnext\tcell';
    const [screen, log, file]: [string[], string[], string[]] = [[], [], []];
    const onScreen = terminalOver({ isTTY: true, write: (text) => screen.push(text) }, { write: () => {} });
    const piped = terminalOver({ write: (text) => file.push(text) }, { write: (text) => log.push(text) });
    onScreen.result(hostile);
    piped.result(hostile);
    piped.note(hostile);
    piped.warn(hostile);
    const harmless = 'Acme\ufffd]0;title\ufffd\ufffd2K\ufffdGone\ufffd\r\nnext\tcell\n';
    expect([screen, file, log]).toEqual([[harmless], [`${hostile}\n`], [harmless, harmless]]);
  });

  test('NO_COLOR is honored', async () => {
    vi.stubEnv('NO_COLOR', '1');
    const { url } = await served();
    const { err } = await commandOnTerminal('validate', '--url', `${url}?role=no-contracts`, '--as-of', asOf);
    expect(err).toContain('contracts: denied.');
    expect(err).not.toContain(`${ESCAPE}33m`);
  });
});

describe('--help', () => {
  const commands = [
    [],
    ['validate'],
    ['discover'],
    ['audit-tools'],
    ['preview'],
    ['login'],
    ['logout'],
    ['status'],
    ['token'],
    ['mapping'],
    ['mapping', 'check'],
    ['mapping', 'approve'],
    ['mapping', 'drift'],
  ];

  test.each(commands.map((words) => [words.join(' '), words] as const))(
    '%s has an example',
    async (_, words) => {
      const { code, out, err } = await command(...words, '--help');
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain(`Usage: saas-rationalization${words.map((word) => ` ${word}`).join('')}`);
      expect(out).toMatch(/Example.*:\n {2}.*saas-rationalization /);
    },
  );

  test('wrong usage is a sentence, a suggestion and code 2', async () => {
    const misspelt = await command('validte');
    expect([misspelt.code, misspelt.out]).toEqual([2, '']);
    expect(misspelt.err).toContain('Did you mean validate?');
    const nowhere = await command('validate', '--as-of', '2026-02-30', '--records', '.');
    expect(nowhere.code).toBe(2);
    expect(nowhere.err).toContain('It must be a calendar date such as 2026-11-22.');
    expect((await command()).code).toBe(2);
    expect((await command('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('text', () => {
  test('a table wraps its last column, and only that', () => {
    const text = table(['app', 'n', 'why'], [['Slack', '12', 'word '.repeat(60).trim()]], [1]);
    const lines = text.split('\n');
    expect(lines.every((line) => line.length <= 100)).toBe(true);
    expect(lines.length).toBeGreaterThan(4);
    expect(lines[2]).toMatch(/^Slack {2}12 {2}word/);
    expect(lines[3]).toMatch(/^ {11}word/);
  });

  const header = ['tool', 'status', 'rows', 'detail'];
  const rows = [
    ['list_applications', 'callable', '1,234', 'cursor, fields, filters, includeLicenses, size, sort'],
    ['update_app', 'refused', '5', 'not a read tool'],
  ];

  test.each([120, 80])('a table fits %i columns, its columns aligned and nothing lost', (width) => {
    const lines = table(header, rows, [2], width).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
    const column = lines[0]?.indexOf('detail') ?? -1;
    const details = lines.slice(2).map((line) => line.slice(column).trim());
    expect(details.join(' ')).toBe(rows.map((row) => row[3]).join(' '));
    expect(lines.find((line) => line.includes('list_applications'))).toContain('1,234');
  });

  test('a last column that is too wide beside its row goes below it', () => {
    const wide = table(
      ['field', 'key', 'filled', 'evidence'],
      [['app.activeUsers', 'activeUsersCount', '98 %', '"activeUsersCount" is the key']],
      [2],
      50,
    );
    expect(wide).toBe(
      [
        'field            key               filled',
        '  evidence',
        '---------------  ----------------  ------',
        'app.activeUsers  activeUsersCount    98 %',
        '  "activeUsersCount" is the key',
      ].join('\n'),
    );
  });

  test('where even that is too wide, rows become records of lines "label: value"', () => {
    const text = table(
      header,
      [['list_applications', 'refused', '', 'not a read tool, and nobody asked for it']],
      [2],
      30,
    );
    expect(text).toBe(
      'tool: list_applications\n  status: refused\n  detail: not a read tool, and\n    nobody asked for it',
    );
    expect(table(header, rows, [2], 30)).toContain('\n\ntool: update_app\n');
  });

  test('no line of a record is wider than the screen', () => {
    const detail = 'giving up 21 unassigned seats and 1 of 13 inactive seats; else it renews for $22,910';
    for (let width = 20; width <= 60; width += 1) {
      const lines = table(['App', 'Consider', 'Ask'], [['Slack', detail, 'owner 50033']], [2], width).split(
        '\n',
      );
      expect(lines.filter(({ length }) => length > width)).toEqual([]);
      const words = lines.join(' ').split(/\s+/);
      expect(words).toEqual(expect.arrayContaining(detail.split(' ')));
    }
  });

  test('a page draws its Markdown tables for the screen; a bar inside a cell is no border', () => {
    const text = 'By category:\n\n| App | Cost |\n|---|---:|\n| Slack \\| EU | $1 |\n| Jira | $1,200 |\n';
    const screen: string[] = [];
    const narrow = { isTTY: true, columns: 60, write: (part: string) => screen.push(part) };
    terminalOver(narrow, { write: () => {} }).page(text);
    expect(screen.join('')).toBe(
      'By category:\n\nApp           Cost\n----------  ------\nSlack | EU      $1\nJira        $1,200\n',
    );
  });

  test('a page on a screen has no marks of emphasis; what is between backticks keeps its signs', () => {
    const text = '_Soon:_ **“Okta”**, by `a_b_c **x**`; my_own_name stays (_once_).\n';
    const [screen, pipe]: [string[], string[]] = [[], []];
    const wide = { isTTY: true, columns: 100, write: (part: string) => screen.push(part) };
    terminalOver(wide, { write: () => {} }).page(text);
    terminalOver({ write: (part) => pipe.push(part) }, { write: () => {} }).page(text);
    expect(screen.join('')).toBe('Soon: “Okta”, by `a_b_c **x**`; my_own_name stays (once).\n');
    expect(pipe.join('')).toBe(text);
  });

  test('sentences on a terminal are cut at spaces, and commands below them stay whole', () => {
    const said: string[] = [];
    const narrow = { isTTY: true, columns: 30, write: (part: string) => said.push(part) };
    terminalOver({ write: () => {} }, narrow).note(
      'The server wants a sign-in. Sign in with:\n  saas-rationalization login --url https://x.example/mcp',
    );
    expect(said.join('')).toBe(
      'The server wants a sign-in.\nSign in with:\n  saas-rationalization login --url https://x.example/mcp\n',
    );
  });

  test('a command at the end of a sentence is moved whole, never broken', () => {
    const said: string[] = [];
    const narrow = { isTTY: true, columns: 60, write: (part: string) => said.push(part) };
    terminalOver({ write: () => {} }, narrow).note(
      'Sign in with: saas-rationalization login --url https://x.example/mcp',
    );
    expect(said.join('')).toBe('Sign in with:\nsaas-rationalization login --url https://x.example/mcp\n');
  });

  test('an address is longer than a line but stays whole', () => {
    const address = `https://example.com/${'a'.repeat(120)}`;
    expect(wrapText(`See ${address} for more.`, '! ')).toBe(`! See\n  ${address}\n  for more.`);
  });
});

describe('progress', () => {
  test('says how far of how many, and about how long it still takes', () => {
    let now = 0;
    const text = createProgressText({ now: () => now });
    const page = { source: 'apps', pages: 1, rows: 400, total: 1000 } as const;
    expect(text(page)).toBe('Reading apps 400 of 1,000');
    expect(text({ ...page, source: 'contracts', rows: 20, total: 20 })).toBe(
      'Reading apps 400 of 1,000, contracts 20 of 20',
    );
    const users = { source: 'appUsers', pages: 3, rows: 90, total: null } as const;
    expect(text({ ...page, rows: 1000 })).toBe('Reading apps 1,000 of 1,000');
    text({ ...users, apps: { done: 0, of: 120 } });
    now = 10_000;
    expect(text({ ...users, apps: { done: 40, of: 120 } })).toBe(
      'Reading the users of app 40 of 120, about 20 s left',
    );
  });
});

describe('a file', () => {
  test('is written whole, or not at all and without a trace', async () => {
    const inside = await folder();
    await mkdir(join(inside, 'taken'));
    await expect(writeWhole(join(inside, 'taken'), 'text')).rejects.toThrow(Stop);
    await expect(writeWhole(join(inside, 'taken'), 'text')).rejects.toMatchObject({
      exitCode: ExitCode.badInput,
    });
    expect(await readdir(inside)).toEqual(['taken']);
    await writeWhole(join(inside, 'new', 'report.md'), 'text');
    expect(await readdir(join(inside, 'new'))).toEqual(['report.md']);
    expect(process.listenerCount('SIGINT')).toBe(0);
  });
});
