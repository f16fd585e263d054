/** `pack`: what is in the packages, that they are the same each time, and what is refused. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { moduleConfiguration } from '../../skill/report/files/configured-module.ts';
import { pageConfiguration } from '../../skill/report/files/configured-page.ts';
import { command, plain, type Ended } from './command.ts';
import { contents, installed, packed, skillName as name, type Contents } from './installed-skill.ts';
import { asOf, folder, served } from './served.ts';

const script = join('scripts', 'saas-rationalization.mjs');
const tenantName = 'Brindlewick Instruments';

function textOf(files: Contents, path: string): string {
  const bytes = files[path];
  if (bytes === undefined) throw new Error(`${path} is not among ${Object.keys(files).join(', ')}`);
  return new TextDecoder().decode(bytes);
}

/** Equal bytes have equal fingerprints; comparing a megabyte byte by byte takes the test runner a minute. */
async function fingerprint(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

async function tenantPack(change: object = {}): Promise<string> {
  const path = await folder();
  const mapping = { ...demoMapping(asOf), ...change };
  await writeFile(join(path, 'tenant-mapping.json'), JSON.stringify(mapping));
  await writeFile(join(path, 'snapshot.json'), '{"users": [{"email": "somebody@example.com"}]}');
  return path;
}

function node(skill: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(skill, script), ...args], { cwd: skill });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, out, err }));
  });
}

describe('pack', () => {
  test('makes every package, the same bytes each time', async () => {
    const [first, second] = [await packed(), await packed()];
    const names = await readdir(first);
    expect(names).toEqual([
      'demo.html',
      `${name}-plugin.zip`,
      `${name}.mcpb`,
      `${name}.plugin`,
      `${name}.skill`,
      `${name}.zip`,
    ]);
    for (const file of names)
      expect(await fingerprint(join(second, file)), file).toBe(await fingerprint(join(first, file)));
    expect(await fingerprint(join(first, `${name}.zip`))).toBe(
      await fingerprint(join(first, `${name}.skill`)),
    );
  });

  test('prints what is in them, with sizes', async () => {
    const { out } = await command('pack', '--out', await folder());
    expect(out).toMatch(new RegExp(`^${name}.skill, ${name}.zip: [\\d,]+ bytes$`, 'm'));
    expect(out).toMatch(new RegExp(`^ +[\\d,]+  ${name}/SKILL.md$`, 'm'));
    expect(out).toMatch(/^demo.html: [\d,]+ bytes$/m);
  });

  test('puts connector, guard and skill into the plugin', async () => {
    const files = await contents(join(await packed(), `${name}.plugin`));
    expect(JSON.parse(textOf(files, '.claude-plugin/plugin.json'))).toMatchObject({
      name,
      version: packageJson.version,
    });
    expect(JSON.parse(textOf(files, '.mcp.json'))).toEqual({
      mcpServers: { torii: { type: 'http', url: 'https://api.toriihq.com/mcp' } },
    });
    const [hook] = JSON.parse(textOf(files, 'hooks/hooks.json')).hooks.PreToolUse[0].hooks;
    const target = /\$\{CLAUDE_PLUGIN_ROOT\}\/([\w./-]+)/.exec(hook.command)?.[1] ?? '';
    expect(hook.onFailure).toBe('block');
    expect(textOf(files, target)).toContain('list_apps');
    expect(textOf(files, `skills/${name}/SKILL.md`)).toContain(`name: ${name}`);
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['README.md', 'icon.svg', 'LICENSE']));
  });

  test('brings the licenses of everything that is bundled', async () => {
    const out = await packed();
    const texts = [
      textOf(await contents(join(out, `${name}.skill`)), `${name}/assets/third-party-notices.txt`),
      textOf(await contents(join(out, `${name}.mcpb`)), 'third-party-notices.txt'),
    ];
    for (const bundled of ['commander', 'preact', 'zod', '@modelcontextprotocol/sdk'])
      for (const text of texts) expect(text).toMatch(new RegExp(`^${bundled} \\d+\\.\\d+\\.\\d+, MIT$`, 'm'));
  });

  test('keeps the old packages where a new one cannot be written', async () => {
    const out = await folder();
    await mkdir(join(out, `${name}.zip`));
    await writeFile(join(out, 'demo.html'), 'old');
    const { code, err } = await command('pack', '--out', out);
    expect(code).toBe(2);
    expect(plain(err)).toContain(`${name}.zip is a folder`);
    expect(await readFile(join(out, 'demo.html'), 'utf8')).toBe('old');
    expect(await readdir(out)).toEqual(['demo.html', `${name}.zip`]);
  });
});

describe('the installed skill', () => {
  test('analyses and fills with nothing but Node, and packs itself to the same bytes', async () => {
    const packages = await packed();
    const skill = await installed(join(packages, `${name}.skill`));
    const { url } = await served();
    const snapshot = join(await folder(), 'snapshot.json');
    await command('report', '--url', url, '--save-snapshot', snapshot, '--as-of', asOf);
    const report = await node(skill, 'report', '--input', snapshot, '--as-of', asOf, '--format', 'json');
    expect([report.code, JSON.parse(report.out).asOf]).toEqual([0, asOf]);
    const fill = await node(skill, 'fill', '--tenant-pack', await tenantPack(), '--out', 'filled');
    expect(fill.code).toBe(0);
    expect(fill.out).toContain(join(skill, 'filled', 'index.html'));
    expect((await node(skill, 'pack', '--out', 'packages')).code).toBe(0);
    expect(await fingerprint(join(skill, 'packages', `${name}.skill`))).toBe(
      await fingerprint(join(packages, `${name}.skill`)),
    );
  });

  test('fills nothing with a program that is not the one it was built with', async () => {
    const skill = await installed(join(await packed(), `${name}.skill`));
    const whole = await node(skill, 'fill', '--out', 'first');
    const hash = createHash('sha256')
      .update(await readFile(join(skill, 'first', 'app.js')))
      .digest('hex');
    expect(whole.out).toContain(`the unchanged program of this release, sha256 ${hash} (checked just now)`);
    await appendFile(join(skill, 'assets', 'app.js'), '\n//');
    for (const args of [[], ['--demo']]) {
      const { code, err } = await node(skill, 'fill', ...args, '--out', 'second');
      expect([code, plain(err)]).toEqual([5, expect.stringContaining(`not ${hash}. Nothing was written.`)]);
    }
    expect(await readdir(skill)).not.toContain('second');
  });

  test('carries no page twice', async () => {
    const { length } = await readFile(join(await packed(), `${name}.skill`));
    // 990 kB: the page twice, once as a program and once as the React module, and the command line; a second
    // copy of any of them would be 200 kB.
    expect(length).toBeLessThan(1_050_000);
  });

  test('makes no package of a skill that would be refused, and names the rules', async () => {
    const skill = await installed(join(await packed(), `${name}.skill`));
    await appendFile(join(skill, 'SKILL.md'), 'See references/nowhere.md.\n');
    await writeFile(join(skill, 'assets', 'old.zip'), 'an archive');
    const { code, err } = await node(skill, 'pack', '--out', 'packages');
    expect(code).toBe(5);
    expect(err).toContain('would not be accepted. Nothing was written.');
    expect(err).toContain(`nested-archive: ${name}/assets/old.zip: An archive lies inside the archive.`);
    expect(err).toContain(`broken-link: ${name}/SKILL.md: It names references/nowhere.md`);
    expect(await readdir(skill)).not.toContain('packages');
  });

  test('says what needs more than the skill', async () => {
    const skill = await installed(join(await packed(), `${name}.skill`));
    const { code, err } = await node(skill, 'preview', '--no-open', '--port', '0');
    expect([code, plain(err)]).toEqual([2, expect.stringContaining('is not part of the skill')]);
  });
});

describe('a personal skill', () => {
  const personal = `${name}.personal.zip`;

  test('carries what a tenant approved, in files and in its pages, and no other file', async () => {
    const pack = await tenantPack();
    const decision = { appId: 1006, verdict: 'accepted', by: 'A. Analyst', at: asOf };
    const decisions = { schemaVersion: 1, tenant: tenantName, decisions: [decision] };
    await writeFile(join(pack, 'decisions.json'), JSON.stringify(decisions));
    const { url } = await served();
    const mapping = join(pack, 'tenant-mapping.json');
    const baseline = join(pack, 'baseline.json');
    await command('report', '--url', url, '--mapping', mapping, '--save-baseline', baseline);
    const out = await folder();
    const { code, err } = await command('pack', '--tenant', pack, '--out', out);
    expect([code, plain(err)]).toEqual([
      0,
      expect.stringContaining('It names who approved and decided: Demo, A. Analyst. No other people'),
    ]);
    expect(await readdir(out)).toContain(`${name}.skill`);
    const files = await contents(join(out, personal));
    expect(JSON.parse(textOf(files, `${name}/tenant/decisions.json`))).toEqual(decisions);
    expect(textOf(files, `${name}/tenant/baseline.json`)).toBe(await readFile(baseline, 'utf8'));
    expect(JSON.parse(textOf(files, `${name}/tenant/tenant-mapping.json`))).toEqual(demoMapping(asOf));
    const page = pageConfiguration(textOf(files, `${name}/assets/index.html`));
    expect(page).toMatchObject({ mapping: { tenant: { name: tenantName } } });
    const module = textOf(files, `${name}/assets/react-dashboard-template.jsx`);
    expect(moduleConfiguration(module)).toMatchObject({ mapping: { tenant: { name: tenantName } } });
    expect(Object.keys(files).filter((path) => path.includes('snapshot.json'))).toEqual([]);
    expect(pageConfiguration(textOf(files, `${name}/assets/demo-index.html`))).toMatchObject({
      mapping: null,
    });
  });

  test('is refused with a draft', async () => {
    const out = await folder();
    const draft = await tenantPack({ status: 'draft', approval: undefined });
    const { code, err } = await command('pack', '--tenant', draft, '--out', out);
    expect(code).toBe(5);
    expect(plain(err)).toContain(`The mapping of ${tenantName} is a draft.`);
    expect(await readdir(out)).toEqual([]);
  });

  test('keeps its filling when filled again, and gives it to no other tenant', async () => {
    const skill = await installed(join(await packed('--tenant', await tenantPack()), personal));
    const again = await node(skill, 'fill', '--uuid', '5b1f0c62-3d5e-4a57-9a0e-2f6f1d1c7a10');
    expect(again.code).toBe(0);
    expect(plain(again.err)).toContain(
      `index.html already holds the mapping of ${tenantName} (approved by Demo on ${asOf}); ` +
        'what is not given now stays.',
    );
    const page = await readFile(join(skill, 'dashboard', 'index.html'), 'utf8');
    expect(pageConfiguration(page)).toMatchObject({ mapping: { tenant: { name: tenantName } } });
    const foreign = await tenantPack({ tenant: { name: 'Acme', currency: 'USD' } });
    const refused = await node(skill, 'fill', '--tenant-pack', foreign, '--out', 'other');
    expect([refused.code, plain(refused.err)]).toEqual([2, expect.stringContaining('is for Acme')]);
    expect(await readdir(skill)).not.toContain('other');
  });

  test('does not become a public package', async () => {
    const skill = await installed(join(await packed('--tenant', await tenantPack()), personal));
    const open = await node(skill, 'pack', '--out', 'packages');
    expect([open.code, plain(open.err)]).toEqual([
      2,
      expect.stringContaining(`the mapping of ${tenantName}`),
    ]);
    const renewed = await node(skill, 'pack', '--tenant', 'tenant', '--out', 'packages');
    expect(renewed.code).toBe(0);
    expect(await readdir(join(skill, 'packages'))).toEqual([personal]);
  });
});
