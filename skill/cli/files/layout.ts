import { basename, join } from 'node:path';

/** Where the files lie that this product brings along: as a project, or as an installed skill. */
export interface Layout {
  readonly kind: 'project' | 'skill';
  /** The folder of SKILL.md. */
  readonly root: string;
  /** The folder of the built pages. */
  readonly pages: string;
  readonly references: string;
  readonly assets: string;
  /** The command line in one file. */
  readonly script: string;
}

export const scriptName = 'saas-rationalization.mjs';

/**
 * By the folder of the running code: `scripts` of a skill, `server` of an extension, `dist` of a project, or a
 * project's source.
 */
export function layoutAt(folder: string): Layout {
  if (basename(folder) === 'server') {
    const root = join(folder, '..');
    const script = join(folder, scriptName);
    return { kind: 'skill', root, pages: join(root, 'pages'), references: root, assets: root, script };
  }
  if (basename(folder) === 'scripts') {
    const root = join(folder, '..');
    const assets = join(root, 'assets');
    const script = join(folder, scriptName);
    return { kind: 'skill', root, pages: assets, references: join(root, 'references'), assets, script };
  }
  const root = basename(folder) === 'dist' ? join(folder, '..') : join(folder, '..', '..', '..');
  const pages = join(root, 'dist');
  return {
    kind: 'project',
    root,
    pages,
    references: join(root, 'skill', 'references'),
    assets: join(root, 'skill', 'assets'),
    script: join(pages, 'cli.mjs'),
  };
}

export const layout: Layout = layoutAt(import.meta.dirname);
