/** No command of this product runs a package under a name that somebody else could take: in documents and in written files. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import product from '../../package.json' with { type: 'json' };
import tests from '../package.json' with { type: 'json' };
import { surfaceFiles, surfaceNames } from '../../skill/surfaces/surfaces.ts';
import { withDemoMapping } from '../surfaces/inputs.ts';

/** Runs or installs a package: its name, with its version where one is given. */
const RUNS =
  /\b(?:npx|npm (?:exec|x|i|install|add)|pnpm (?:dlx|add)|yarn (?:dlx|add)|bunx)\s+(?:--?[\w-]+(?:=\S+)?\s+)*((?:@[\w.-]+\/)?[\w][\w.-]*(?:@[\w.^~-]+)?)/g;

/** In a configuration the command and its arguments are texts of their own. */
const CONFIGURED = /"(?:npx|bunx)",\s*"args":\s*\[\s*(?:"-[\w-]+",\s*)*"([^"]+)"/g;

/** Somebody else's, known and well kept: at one exact version, which nobody can change any more. */
const PINNED = /^mcp-remote@\d+\.\d+\.\d+$/;

/** A scope has an owner: nobody else can publish below it. */
const OWNED = /^@anthropic-ai\//;

const root = join(import.meta.dirname, '..', '..');

async function documents(): Promise<Map<string, string>> {
  const folders = ['.', 'docs', 'docs/decisions', 'skill/references'];
  const texts = new Map<string, string>();
  for (const folder of folders) {
    const names = (await readdir(join(root, folder))).filter((name) => name.endsWith('.md'));
    for (const name of names) texts.set(join(folder, name), await readFile(join(root, folder, name), 'utf8'));
  }
  return texts;
}

function written(): Map<string, string> {
  const texts = new Map<string, string>();
  for (const surface of surfaceNames) {
    const { files, steps } = surfaceFiles(surface, withDemoMapping());
    texts.set(`${surface}: steps`, steps);
    for (const { path, bytes } of files) texts.set(`${surface}: ${path}`, new TextDecoder().decode(bytes));
  }
  return texts;
}

function runIn(text: string): string[] {
  return [RUNS, CONFIGURED].flatMap((form) => [...text.matchAll(form)].map(([, name = '']) => name));
}

/** What a checkout has installed is run from there, whatever a registry holds. */
function isOurs(name: string): boolean {
  const installed = { ...product.devDependencies, ...tests.devDependencies };
  return PINNED.test(name) || OWNED.test(name) || Object.hasOwn(installed, name);
}

describe('a package that is run', () => {
  it('is found in every form', () => {
    expect(runIn('npx -y evil@1, npm install --save-dev @a/b, npm exec saas-rationalization')).toEqual([
      'evil@1',
      '@a/b',
      'saas-rationalization',
    ]);
    expect(runIn('{ "command": "npx", "args": ["-y", "evil"] }')).toEqual(['evil']);
    expect(isOurs('saas-rationalization')).toBe(false);
    expect(isOurs('mcp-remote')).toBe(false);
  });

  it('is installed here or pinned, in every document', async () => {
    const texts = await documents();
    expect(texts.size).toBeGreaterThan(15);
    for (const [name, text] of texts)
      expect([name, runIn(text).filter((one) => !isOurs(one))]).toEqual([name, []]);
  });

  it('is installed here or pinned, in every file that set-up writes', () => {
    const texts = written();
    expect([...texts.values()].flatMap(runIn)).toContainEqual(expect.stringMatching(PINNED));
    for (const [name, text] of texts)
      expect([name, runIn(text).filter((one) => !isOurs(one))]).toEqual([name, []]);
  });
});
