import { mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { surfaceNames } from '../../skill/surfaces/base/surface.ts';
import { command, plain } from './command.ts';
import { folder, mappingFile, served } from './served.ts';

const url = 'https://api.toriihq.com/mcp';

const skill = '.claude/skills/saas-rationalization-dashboard/';

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)))
    .toSorted();
}

const read = (...path: string[]) => readFile(join(...path), 'utf8');

/** Every file with its content, to see that nothing changed. */
async function contents(path: string): Promise<Record<string, string>> {
  const names = await filesIn(path);
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await read(path, name)] as const)),
  );
}

describe('setup claude-code --with-engine', () => {
  it('starts our own server in place of the address, and allows its answers', async () => {
    const dir = await folder();
    const { code } = await command('setup', 'claude-code', '--with-engine', '--dir', dir, '--yes');
    expect(code).toBe(0);
    const servers = JSON.parse(await read(dir, '.mcp.json')) as { mcpServers: Record<string, unknown> };
    expect(servers.mcpServers).toEqual({
      'saas-rationalization': {
        type: 'stdio',
        command: 'node',
        args: [
          `\${CLAUDE_PROJECT_DIR:-.}/${skill}scripts/saas-rationalization.mjs`,
          'proxy',
          '--engine',
          '--url',
          url,
          '--tenant-pack',
          '${CLAUDE_PROJECT_DIR:-.}/saas-rationalization',
        ],
      },
    });
    expect(await filesIn(dir)).toContain(`${skill}scripts/saas-rationalization.mjs`);
    const settings = JSON.parse(await read(dir, 'saas-rationalization', 'torii-readonly.settings.json')) as {
      permissions: { allow: string[] };
      enabledMcpjsonServers: string[];
    };
    expect(settings.enabledMcpjsonServers).toEqual(['torii', 'saas-rationalization']);
    expect(settings.permissions.allow).toEqual(
      expect.arrayContaining([
        'mcp__saas-rationalization__saas_overview',
        'mcp__saas-rationalization__query_portfolio',
        'mcp__saas-rationalization__list_apps',
      ]),
    );
    expect(await read(dir, 'saas-rationalization', 'steps.md')).toContain("project's own server");
  });

  it('goes with no other surface', async () => {
    const dir = await folder();
    const { code, err } = await command('setup', 'desktop', '--with-engine', '--dir', dir);
    expect(code).toBe(2);
    expect(plain(err)).toContain('the extension (.mcpb) answers with the engine');
    expect(await readdir(dir)).toEqual([]);
  });
});

describe('setup', () => {
  it.each([
    ['claude-ai', ['request-to-it.md', 'steps.md', 'tool-permissions.md']],
    [
      'project',
      [
        'project-instructions.md',
        'request-to-it.md',
        'steps.md',
        'tenant-mapping.json',
        'tool-permissions.md',
      ],
    ],
    [
      'desktop',
      [
        'claude_desktop_config.json',
        'context/glossary.md',
        'context/tenant-mapping.json',
        'request-to-it.md',
        'steps.md',
        'tool-permissions.md',
      ],
    ],
    [
      'cowork',
      ['request-to-it.md', 'schedule-prompt.md', 'steps.md', 'tenant-mapping.json', 'tool-permissions.md'],
    ],
    [
      'claude-code',
      [
        '.claude/settings.json',
        '.mcp.json',
        'CLAUDE.md',
        'saas-rationalization/prompt.md',
        'saas-rationalization/request-to-it.md',
        'saas-rationalization/run.mjs',
        'saas-rationalization/steps.md',
        'saas-rationalization/tenant-mapping.json',
        'saas-rationalization/torii-read-only.sh',
        'saas-rationalization/torii-readonly.settings.json',
        'saas-rationalization/torii-records.sh',
        'saas-rationalization/torii.mcp.json',
      ],
    ],
    [
      'api',
      [
        'agent-sdk.mts',
        'client-tools.mts',
        'messages-connector.mts',
        'messages_connector.py',
        'request-to-it.md',
        'steps.md',
        'tenant-mapping.json',
        'torii-tools.json',
      ],
    ],
  ])('%s writes exactly its files, and prints its steps', async (surface, files) => {
    const dir = await folder();
    const ended = await command('setup', surface, '--dir', dir, '--mapping', await mappingFile(url));
    expect(ended).toMatchObject({ code: 0 });
    const written = await filesIn(dir);
    expect(written.filter((name) => !name.startsWith(skill))).toEqual(files);
    const steps = files.find((name) => name.endsWith('steps.md')) ?? '';
    expect(ended.out).toBe(await read(dir, steps));
  });

  it('claude-code gets the skill as well, with its script ready to run', async () => {
    const dir = await folder();
    await command('setup', 'claude-code', '--dir', dir);
    expect(await filesIn(join(dir, skill))).toEqual(
      expect.arrayContaining(['SKILL.md', 'assets/demo-index.html', 'scripts/saas-rationalization.mjs']),
    );
    const { mode } = await stat(join(dir, skill, 'scripts/saas-rationalization.mjs'));
    expect(mode & 0o111).toBe(0o111);
  });

  it('a second time changes nothing and says so', async () => {
    const dir = await folder();
    const mapping = await mappingFile(url);
    await command('setup', '--all', '--dir', dir, '--mapping', mapping);
    const before = await contents(dir);
    const again = await command('setup', '--all', '--dir', dir, '--mapping', mapping);
    expect(again.code).toBe(0);
    expect(again.err).toContain(`as it was: ${Object.keys(before).length} files`);
    expect(await contents(dir)).toEqual(before);
  });

  it('--all writes each surface into a folder of its own', async () => {
    const dir = await folder();
    expect(await command('setup', '--all', '--dir', dir)).toMatchObject({ code: 0 });
    expect((await readdir(dir)).toSorted()).toEqual([...surfaceNames].toSorted());
  });

  it('--dry-run shows and writes nothing', async () => {
    const dir = await folder();
    const ended = await command('setup', 'claude-code', '--dir', dir, '--dry-run');
    expect(ended).toMatchObject({ code: 0, out: '' });
    expect(ended.err).toContain('new      ');
    expect(await filesIn(dir)).toEqual([]);
  });

  it('without a surface and without a person to ask, compares them', async () => {
    const ended = await command('setup');
    expect(ended.code).toBe(2);
    for (const name of surfaceNames) expect(ended.err).toContain(name);
    expect(plain(ended.err)).toContain('choose it when');
  });

  it.each([
    [['setup', 'cowork', '--all'], 'not both'],
    [['setup', 'fax'], 'Allowed choices are claude-ai'],
    [['setup', 'api', '--config', 'x.json'], 'configuration file of Claude Desktop'],
    [['setup', 'api', '--url', 'https://user:secret@api.toriihq.com/mcp'], 'no password'],
    [['setup', 'api', '--url', 'https://api.toriihq.com/mcp?token=secret'], 'no password'],
    [['setup', 'api', '--url', 'https://api.toriihq.com/mcp;id'], 'unusual sign'],
    [['setup', 'api', '--url', 'https://api.toriihq.com/$(id)'], 'unusual sign'],
    [['setup', 'api', '--url', 'https://$(id).toriihq.com/mcp'], 'unusual sign'],
    [['setup', 'api', '--url', 'https://api.toriihq.com/mcp#$(id)'], 'unusual sign'],
    [['setup', 'api', '--mapping', 'missing.json'], 'missing.json cannot be read'],
  ])('refuses %j', async (args, words) => {
    const ended = await command(...args, '--dry-run');
    expect(ended.code).toBe(2);
    expect(plain(ended.err)).toContain(words);
  });
});

describe('setup where files are already there', () => {
  const entry = { mcpServers: { other: { command: 'x' } } };

  it('shows the difference and changes them only with --yes', async () => {
    const dir = await folder();
    await writeFile(join(dir, '.mcp.json'), JSON.stringify(entry, null, 2));
    const before = await contents(dir);
    const asked = await command('setup', 'claude-code', '--dir', dir);
    expect(asked.code).toBe(2);
    expect(asked.err).toMatch(/\+ +"torii": \{/);
    expect(await contents(dir)).toEqual(before);
    expect(await command('setup', 'claude-code', '--dir', dir, '--yes')).toMatchObject({ code: 0 });
    expect(JSON.parse(await read(dir, '.mcp.json')).mcpServers).toMatchObject({
      ...entry.mcpServers,
      torii: { type: 'http', url },
    });
  });

  it('changes the file that a link leads to, and leaves the link', async () => {
    const dir = await folder();
    await writeFile(join(dir, 'AGENTS.md'), '# Mine\n');
    await symlink('AGENTS.md', join(dir, 'CLAUDE.md'));
    expect(await command('setup', 'claude-code', '--dir', dir, '--yes')).toMatchObject({ code: 0 });
    expect(await read(dir, 'AGENTS.md')).toMatch(/^# Mine\n\n<!-- saas-rationalization: start -->/);
    const links = (await readdir(dir, { withFileTypes: true })).filter((file) => file.isSymbolicLink());
    expect(links.map(({ name }) => name)).toEqual(['CLAUDE.md']);
  });

  it("merges into Claude Desktop's own file wherever it is", async () => {
    const dir = await folder();
    const config = join(await folder(), 'claude_desktop_config.json');
    await writeFile(config, JSON.stringify(entry));
    await command('setup', 'desktop', '--dir', dir, '--config', config, '--yes');
    expect(Object.keys(JSON.parse(await readFile(config, 'utf8')).mcpServers)).toEqual(['other', 'torii']);
    expect(await filesIn(dir)).not.toContain('claude_desktop_config.json');
  });

  it.each([
    ['is no JSON', '{ // mine\n}', 'cannot be merged', 'Comments are not allowed'],
    [
      'has an entry that points elsewhere',
      '{"mcpServers":{"torii":{"type":"http","url":"https://torii.example.com/mcp"}}}',
      'https://torii.example.com/mcp',
      'give its address with --url',
    ],
    ['would lose a key', '{"a":1,"a":2}', 'a key occurs twice', '"type": "http"'],
  ])('writes nothing at all when one of them %s', async (_name, text, problem, remedy) => {
    const dir = await folder();
    await writeFile(join(dir, '.mcp.json'), text);
    const ended = await command('setup', 'claude-code', '--dir', dir, '--yes');
    expect(ended.code).toBe(2);
    expect(ended.err).toContain(join(dir, '.mcp.json'));
    expect(ended.err).toContain(problem);
    expect(ended.err).toContain(remedy);
    expect(await contents(dir)).toEqual({ '.mcp.json': text });
  });

  it('leaves a text alone that is not UTF-8', async () => {
    const dir = await folder();
    const latin1 = Buffer.from('# Größe\n', 'latin1');
    await writeFile(join(dir, 'CLAUDE.md'), latin1);
    const ended = await command('setup', 'claude-code', '--dir', dir, '--yes');
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('it is not UTF-8');
    expect(await readFile(join(dir, 'CLAUDE.md'))).toEqual(latin1);
  });

  it('names a folder that cannot be written, and damages nothing', async () => {
    const dir = await folder();
    await writeFile(join(dir, '.mcp.json'), JSON.stringify(entry));
    // A file where a folder would have to be made, for any user: no one can write below it.
    await writeFile(join(dir, 'saas-rationalization'), 'mine');
    const before = await contents(dir);
    const ended = await command('setup', 'claude-code', '--dir', dir, '--yes');
    expect(ended.code).toBe(2);
    expect(ended.err).toContain(join(dir, 'saas-rationalization'));
    expect(await contents(dir)).toEqual(before);
  });

  it('names a file that is a folder', async () => {
    const dir = await folder();
    await mkdir(join(dir, 'CLAUDE.md'));
    const ended = await command('setup', 'claude-code', '--dir', dir, '--yes');
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('CLAUDE.md cannot be read');
    expect(await filesIn(dir)).toEqual([]);
  });
});

describe('setup with a server', () => {
  it("makes its lists from the server's own tools", async () => {
    const server = await served();
    const dir = await folder();
    const ended = await command('setup', 'claude-ai', '--dir', dir, '--url', server.url);
    expect(ended).toMatchObject({ code: 0 });
    const permissions = await read(dir, 'tool-permissions.md');
    const [allowed = '', blocked = ''] = permissions.split('## Blocked');
    expect(allowed).toContain('- `list_apps`');
    expect(allowed).not.toContain('update_user');
    for (const tool of ['update_user', 'run_workflow', 'get_audit_logs', 'download_file']) {
      expect(blocked).toContain(`- \`${tool}\``);
    }
  });

  it('falls back to the catalog, and says so, when it cannot be asked', async () => {
    const dir = await folder();
    const ended = await command('setup', 'claude-ai', '--dir', dir, '--url', 'http://127.0.0.1:9/mcp');
    expect(ended.code).toBe(0);
    expect(ended.err).toContain('made from the catalog instead');
    expect(await read(dir, 'tool-permissions.md')).toContain('No server was asked');
  });

  it('falls back in the same way when it may not be asked', async () => {
    const server = await served({ token: 'another' });
    const ended = await command('setup', 'api', '--dir', await folder(), '--url', server.url);
    expect(ended.code).toBe(0);
    expect(ended.err).toContain('made from the catalog instead');
  });

  it("writes nothing when it is not Torii's server", async () => {
    const server = await served();
    const dir = await folder();
    const foreign = `${server.url}?fault=*:not-torii`;
    const ended = await command('setup', 'claude-ai', '--dir', dir, '--url', foreign);
    expect(ended.code).toBe(3);
    expect(ended.err).toContain('is this its server?');
    expect(await filesIn(dir)).toEqual([]);
  });
});
