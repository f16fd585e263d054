import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claudeCodeFiles } from '../../skill/surfaces/claude-code/files.ts';
import { desktopConfig } from '../../skill/surfaces/desktop/desktop-config.ts';
import { mcpJson } from '../../skill/surfaces/base/mcp-json.ts';
import { difference } from '../../skill/surfaces/merge/difference.ts';
import { shownDifference } from '../../skill/surfaces/merge/shown-difference.ts';
import { merged } from '../../skill/surfaces/merge/merged.ts';
import { textOf, url, withDemoMapping, withoutMapping } from './inputs.ts';

const ours = mcpJson(url);

function mergedText(path: string, existing: string, text: string): string {
  const result = merged(path, existing, text);
  if (!result.ok) throw new Error(`${result.why}: ${result.detail}`);
  return result.text;
}

describe('a file with servers', () => {
  it('gets ours, and keeps every other server and setting in its place', () => {
    const theirs = { mcpServers: { other: { command: 'x', env: { A: '1' } } }, theme: 'dark' };
    const text = mergedText('.mcp.json', JSON.stringify(theirs, null, 4), ours);
    expect(JSON.parse(text)).toEqual({
      ...theirs,
      mcpServers: { ...theirs.mcpServers, torii: { type: 'http', url } },
    });
    expect(Object.keys(JSON.parse(text))).toEqual(['mcpServers', 'theme']);
    expect(text).toContain('\n    "theme"');
  });

  it('is changed once: a second time changes nothing', () => {
    for (const existing of ['{}', '', '{"a":1}', '{\n\t"a": 1\n}\n', '{\r\n  "a": 1\r\n}\r\n']) {
      const once = mergedText('.mcp.json', existing, ours);
      expect(mergedText('.mcp.json', once, ours)).toBe(once);
    }
  });

  it('loses no key and no value, whatever it holds', () => {
    const json = fc.dictionary(fc.string(), fc.jsonValue()).filter((value) => !('mcpServers' in value));
    fc.assert(
      fc.property(json, (theirs) => {
        const text = JSON.stringify(theirs);
        const result = merged('.mcp.json', text, ours);
        const { mcpServers, ...rest } = result.ok ? JSON.parse(result.text) : { ...theirs, mcpServers: null };
        expect(JSON.stringify(rest)).toBe(text);
        expect(mcpServers).toEqual(result.ok ? JSON.parse(ours).mcpServers : null);
      }),
    );
  });

  it('changes nothing but our own bytes: byte order mark, tabs, long numbers, escapes, empty lines', () => {
    const theirs =
      '\uFEFF{\r\n\t"big": 12345678901234567890, "odd" :[1,2],\r\n\r\n\t"mcpServers": {\r\n\t\t"o": {"command": "x\\u0020y"}\r\n\t}\r\n}';
    const text = mergedText('.mcp.json', theirs, ours);
    const added = `,\r\n\t\t"torii": {\r\n\t\t\t"type": "http",\r\n\t\t\t"url": "${url}"\r\n\t\t}`;
    expect(text).toBe(theirs.replace('y"}', `y"}${added}`));
  });

  it("is mended where the guide's entries stand in it, with what they have of their own", () => {
    const guide = { mcpServers: { torii: { url, auth: { type: 'oauth' }, timeout: 9 } } };
    expect(JSON.parse(mergedText('.mcp.json', JSON.stringify(guide), ours)).mcpServers.torii).toEqual({
      type: 'http',
      url,
      auth: { type: 'oauth' },
      timeout: 9,
    });
    const fetcher = {
      command: 'npx',
      args: ['-y', '@modelcontextprotocol/server-fetch', url],
      env: { A: '1' },
    };
    const text = JSON.stringify({ mcpServers: { torii: fetcher } });
    const entry = JSON.parse(mergedText('claude_desktop_config.json', text, desktopConfig(url))).mcpServers
      .torii;
    expect(entry.args[1]).toMatch(/^mcp-remote@/);
    expect(entry.env).toEqual({ A: '1' });
  });

  it.each([
    ['not-json', '{"mcpServers": {}, // mine\n}'],
    ['not-kept', '{"a": 1, "a": 2}'],
    ['not-kept', `{"a": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['no-servers', '[]'],
    ['no-servers', '{"mcpServers": []}'],
    ['other-server', '{"mcpServers": {"torii": {"type": "http", "url": "https://torii.example.com/mcp"}}}'],
    ['other-server', '{"mcpServers": {"torii": {"command": "my-own-server"}}}'],
    ['other-server', '{"mcpServers": {"torii": "off"}}'],
  ])('is left alone for %s: %s', (why, existing) => {
    expect(merged('.mcp.json', existing, ours)).toMatchObject({ ok: false, why });
  });

  it('says where an entry of the same name points', () => {
    const existing = '{"mcpServers": {"torii": {"type": "http", "url": "https://torii.example.com/mcp"}}}';
    expect(merged('.mcp.json', existing, ours)).toMatchObject({
      detail: expect.stringContaining('https://torii.example.com/mcp'),
    });
  });
});

describe('CLAUDE.md', () => {
  const section = textOf(claudeCodeFiles(withoutMapping), 'CLAUDE.md');
  const other = textOf(claudeCodeFiles(withDemoMapping()), 'CLAUDE.md');

  it('gets our section after its own text, and again in the same place', () => {
    const once = mergedText('CLAUDE.md', '# Mine\n\nWords.\n', section);
    expect(once.startsWith('# Mine\n\nWords.\n\n<!--')).toBe(true);
    const later = once.replace('# Mine', '# Still mine').concat('\nAfter.\n');
    const again = mergedText('CLAUDE.md', later, other);
    expect(again).toContain('# Still mine');
    expect(again).toContain('Department');
    expect(again.endsWith('\nAfter.\n')).toBe(true);
    expect(mergedText('CLAUDE.md', again, other)).toBe(again);
  });

  it.each(['<!-- saas-rationalization: start --> only', 'x <!-- saas-rationalization: end -->'])(
    'is left alone when the markers do not enclose a section: %s',
    (existing) => {
      expect(merged('CLAUDE.md', existing, section)).toMatchObject({ ok: false, why: 'open-section' });
    },
  );
});

describe('.claude/settings.json', () => {
  const path = '.claude/settings.json';
  const settings = textOf(claudeCodeFiles(withoutMapping), path);
  const own = JSON.parse(settings);

  it('gets our rules and hooks beside its own', () => {
    const mine = { matcher: 'Bash', hooks: [{ type: 'command', command: 'mine.sh' }] };
    const theirs = {
      permissions: { allow: ['Bash(ls)'], deny: ['Read(.env)'] },
      hooks: { PreToolUse: [mine], Stop: [mine] },
      model: 'opus',
    };
    const text = mergedText(path, JSON.stringify(theirs, null, 2), settings);
    expect(JSON.parse(text)).toEqual({
      permissions: { allow: ['Bash(ls)'], deny: ['Read(.env)', ...own.permissions.deny] },
      hooks: {
        PreToolUse: [mine, ...own.hooks.PreToolUse],
        Stop: [mine],
        PostToolUse: own.hooks.PostToolUse,
      },
      model: 'opus',
    });
    expect(mergedText(path, text, settings)).toBe(text);
  });

  it('gets the hooks of this version in place of those of an earlier one', () => {
    const mine = { matcher: 'Bash', hooks: [{ type: 'command', command: 'mine.sh' }] };
    const old = { matcher: 'mcp__.*', hooks: [{ type: 'command', command: 'node "x/torii-read-only.mjs"' }] };
    const text = mergedText(path, JSON.stringify({ hooks: { PreToolUse: [old, mine] } }, null, 2), settings);
    expect(JSON.parse(text).hooks.PreToolUse).toEqual([mine, ...own.hooks.PreToolUse]);
  });

  it.each(['{"permissions": []}', '{"permissions": {"deny": "all"}}', '{"hooks": {"PreToolUse": {}}}'])(
    'is left alone where our place holds something else: %s',
    (existing) => {
      expect(merged(path, existing, settings)).toMatchObject({ ok: false });
    },
  );
});

describe('a difference that is shown', () => {
  const entry = {
    command: 'npx',
    args: ['--header', 'X-Key: s3cr3t-in-args', 'https://u:s3cr3t-user@x.example/?key=s3cr3t-query'],
    env: { API_KEY: 's3cr3t-env' },
    headers: { Authorization: 'Bearer s3cr3t-header' },
  };
  const theirs = { mcpServers: { other: entry, torii: { url, headers: { 'X-A': 's3cr3t-torii' } } } };

  it.each([[2], [0]])('shows nothing of another server but its keys, with an indentation of %i', (indent) => {
    const before = JSON.stringify(theirs, null, indent);
    const after = mergedText('.mcp.json', before, ours);
    const lines = shownDifference('x/.mcp.json', { before, after, ours }).join('\n');
    expect(lines).toContain('"type": "http"');
    expect(lines).not.toContain('s3cr3t');
  });

  it('hides what looks like a secret in other texts', () => {
    const before = 'A\n';
    const after =
      'A\nhttps://u:s3cr3t@x.example/a?token=s3cr3t&b=1\nAuthorization: Bearer s3cr3t.s3cr3t\nAPI_KEY="s3cr3t"\n';
    const lines = shownDifference('CLAUDE.md', { before, after, ours: after }).join('\n');
    expect(lines).not.toContain('s3cr3t');
    expect(lines).toContain('x.example/a');
  });
});

const long = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word} ${index}`).join('\n');
const lines = (text: string) => text.split('').join('\n');

describe('the difference of two texts', () => {
  it('shows what goes and what comes, with lines around it', () => {
    expect(difference(lines('abcdefgh'), lines('abcxefgh'))).toEqual([
      '  b',
      '  c',
      '- d',
      '+ x',
      '  e',
      '  f',
    ]);
    expect(difference('', 'a\nb\n')).toEqual(['+ a', '+ b']);
    expect(difference('same', 'same')).toEqual([]);
  });

  it('leaves out what is far from every change', () => {
    const many = Array.from({ length: 30 }, (_, index) => `line ${index}`);
    const changed = many.with(5, 'five').with(25, 'twenty-five');
    const shown = difference(many.join('\n'), changed.join('\n'));
    expect(shown).toContain('  …');
    expect(shown).not.toContain('  line 15');
  });

  it('counts the lines of what is too long to show', () => {
    expect(difference(long('old'), long('new'))).toEqual(['- 3000 lines', '+ 3000 lines']);
  });

  it('takes the old text into the new one, line by line', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const shown = difference(before.join('\n'), after.join('\n'));
        const count = (mark: string) => shown.filter((line) => line.startsWith(mark)).length;
        expect(count('+') - count('-')).toBe(
          before.join() === after.join() ? 0 : after.length - before.length,
        );
      }),
    );
  });
});
