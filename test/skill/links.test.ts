/** Every path that the texts name exists in the installed skill, and every section that they link to. */
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scriptName } from '../../skill/cli/files/layout.ts';
import { builtAssets } from '../../skill/cli/files/ingredients.ts';
import { references, texts } from './texts.ts';

/** Put there by the build and the packing; everything else is committed. */
const built = new Set([`scripts/${scriptName}`, ...builtAssets.map((name) => `assets/${name}`)]);

const mention = /(?<![\w./-])(?:references|assets|scripts)\/[\w./-]*\w/g;

function exists(path: string): boolean {
  return built.has(path) || existsSync(`skill/${path}`);
}

describe('packaged paths', () => {
  test.each(texts)('$path names files that are there', ({ text }) => {
    const named = text.match(mention) ?? [];
    expect(named.filter((path) => !exists(path))).toEqual([]);
  });

  test('some are named at all', () => {
    expect(texts.flatMap(({ text }) => text.match(mention) ?? []).length).toBeGreaterThan(30);
  });

  test.each(texts)('$path links to sections it has', ({ text }) => {
    const sections = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => anchorOf(title));
    const linked = [...text.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor]) => anchor);
    for (const anchor of linked) expect(sections).toContain(anchor);
  });
});

describe('references', () => {
  test('are those of the published layout, and troubleshooting', () => {
    expect(references.map(({ path }) => path.slice('references/'.length))).toEqual([
      'business-user-field-mapping-wizard.md',
      'business-user-prompt-pack.md',
      'cowork-skill-setup-guide.md',
      'daily-refresh-digest-template.md',
      'dashboard-data-spec.md',
      'field-mapping-decision-tree.md',
      'read-only-dashboard-rules.md',
      'scheduled-refresh-guide.md',
      'scoring-and-recommendation-model.md',
      'tenant-field-mapping-guide.md',
      'troubleshooting.md',
    ]);
  });

  test('lie one level deep', () => {
    expect(readdirSync('skill/references', { withFileTypes: true }).every((entry) => entry.isFile())).toBe(
      true,
    );
  });
});

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
}
