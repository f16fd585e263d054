/** What a person gets from npm: enough to run every command, and no code that only builds it. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));

function packedFiles(): string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const answer: unknown = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8' }));
  const [tarball] = answer as { readonly files: readonly { readonly path: string }[] }[];
  return tarball?.files.map(({ path }) => path) ?? [];
}

describe('the npm package', () => {
  const files = packedFiles();

  it('carries the command, the pages, the guide and its texts', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        packageJson.bin['saas-rationalization'],
        'dist/index.html',
        'dist/app.js',
        'dist/app.css',
        'dist/dashboard.html',
        'dist/demo.html',
        'dist/hosts/host.js',
        'SKILL.md',
        'LICENSE',
        'skill/references/troubleshooting.md',
        'skill/assets/tenant-mapping.schema.json',
      ]),
    );
  });

  it('carries nothing else', () => {
    const others = files.filter((path) => !/^(dist|skill\/references|skill\/assets)\//.test(path));
    expect(others.toSorted()).toEqual(['LICENSE', 'README.md', 'SKILL.md', 'package.json']);
    expect(files.filter((path) => /\.tsx?$/.test(path) || path.startsWith('dist/packages'))).toEqual([]);
  });
});
