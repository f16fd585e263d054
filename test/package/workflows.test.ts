/** The workflow files name versions and files; both must be those of this project. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { command } from '../cli/command.ts';
import { folder } from '../cli/served.ts';

function workflow(name: string): string {
  return readFileSync(new URL(`../../.github/workflows/${name}.yml`, import.meta.url), 'utf8');
}

const [checks, release] = [workflow('ci'), workflow('release')];

/** The files that the release attaches, one a line, up to the end of the command. */
function attached(): string[] {
  const [, list = ''] = /gh release create (?:.*\\\n)((?:.*\\\n)*.*)/.exec(release) ?? [];
  return list.split('\n').map((line) => line.replace('\\', '').trim());
}

describe('the workflows', () => {
  it('check with the oldest Node that is promised, and a newer one', () => {
    const oldest = packageJson.engines.node.replace('>=', '');
    expect(checks).toContain(`node: ['${oldest}', '24']`);
    expect(checks).toContain('- run: .ci/run');
  });

  it('pin every action to a major version', () => {
    const used = [...`${checks}${release}`.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(3);
    for (const action of used) expect(action).toMatch(/^actions\/[\w-]+@v\d+$/);
  });

  it('attach every package that pack makes, and the one for npm', async () => {
    const out = await folder();
    expect((await command('pack', '--out', out)).code).toBe(0);
    const tarball = `${packageJson.name}-*.tgz`;
    expect(attached().toSorted()).toEqual([...(await readdir(out)), tarball, 'SHA256SUMS'].toSorted());
  });

  it('run scripts that exist', () => {
    const scripts = [...release.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script);
    expect(scripts).toEqual(['build', 'packages']);
    expect(Object.keys(packageJson.scripts)).toEqual(expect.arrayContaining(scripts));
  });
});
