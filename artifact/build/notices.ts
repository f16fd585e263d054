/**
 * Vite plugin: the licenses of everything that is bundled, in one text that travels with it.
 *
 * In: the packages that pages carry. Out: beside the command line, a text with each package's name,
 * version and license, its own and those of the pages. Fails the build when a page carries a package
 * that is not named, so that no license is forgotten.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

export interface NoticesOptions {
  /** The environment that is built last; its output takes the text. */
  readonly environment: string;
  readonly fileName: string;
  /** Environments whose output is shipped before it, and the packages bundled into them. */
  readonly pages: { readonly environments: readonly string[]; readonly packages: readonly string[] };
}

export function notices({ environment, fileName, pages }: NoticesOptions): Plugin {
  return {
    name: 'notices',
    applyToEnvironment: ({ name }) => name === environment || pages.environments.includes(name),
    generateBundle: {
      // Pages take their bundle apart afterwards.
      order: 'pre',
      handler(_, bundle) {
        const folders = packageFolders(bundle);
        if (this.environment.name !== environment) {
          const unnamed = [...folders.keys()].filter((name) => !pages.packages.includes(name));
          if (unnamed.length > 0) this.error(`Name the licenses of ${unnamed.join(', ')} in vite.config.ts.`);
          return;
        }
        for (const name of pages.packages) folders.set(name, join('node_modules', name));
        this.emitFile({ type: 'asset', fileName, source: noticesOf(folders) });
      },
    },
  };
}

const inPackage = /^\0?(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//;

/** The folder of each package of which code is left in the bundle, by name. */
function packageFolders(bundle: Rolldown.OutputBundle): Map<string, string> {
  const folders = new Map<string, string>();
  for (const output of Object.values(bundle)) {
    if (output.type !== 'chunk') continue;
    for (const [id, { renderedLength }] of Object.entries(output.modules)) {
      const [, folder, name] = inPackage.exec(id) ?? [];
      if (renderedLength > 0 && folder !== undefined && name !== undefined) folders.set(name, folder);
    }
  }
  return folders;
}

function noticesOf(folders: ReadonlyMap<string, string>): string {
  const sorted = [...folders].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rule = '\n\n----------------------------------------\n\n';
  return `${['Software that is bundled here, and its licenses', ...sorted.map(noticeOf)].join(rule)}\n`;
}

function noticeOf([name, folder]: readonly [string, string]): string {
  const { version, license } = manifestIn(folder);
  const file = existsSync(folder)
    ? readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    : undefined;
  const text = file === undefined ? '' : `\n\n${readFileSync(join(folder, file), 'utf8').trim()}`;
  return `${name} ${version}, ${license}${text}`;
}

function manifestIn(folder: string): { readonly version: string; readonly license: string } {
  const { version, license }: Readonly<Record<string, unknown>> = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  if (typeof version === 'string' && typeof license === 'string') return { version, license };
  throw new Error(`${folder}/package.json does not say its version and license.`);
}
