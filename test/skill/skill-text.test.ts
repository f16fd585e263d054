/** SKILL.md as a skill: what loaders demand of it, and what a person must be able to rely on. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validationPrompts } from '../../skill/surfaces/texts/validation-prompts.ts';
import { body, frontmatter, references, skillText, texts } from './texts.ts';

const allowedKeys = ['name', 'description', 'license', 'compatibility', 'metadata', 'allowed-tools'];

function value(key: string): string {
  return new RegExp(`^${key}: (.*)$`, 'm').exec(frontmatter)?.[1] ?? '';
}

describe('frontmatter', () => {
  test('holds allowed keys only', () => {
    const keys = [...frontmatter.matchAll(/^([a-z-]+):/gm)].map(([, key]) => key);
    expect(keys.length).toBeGreaterThan(1);
    for (const key of keys) expect(allowedKeys).toContain(key);
  });

  test('has a name that every loader takes', () => {
    expect(value('name')).toBe('saas-rationalization-dashboard');
  });

  test('describes what, then when, within the shortest limit', () => {
    const description = value('description');
    expect(description.length).toBeLessThanOrEqual(200);
    expect(description).toMatch(/^Read-only .*\. Use when /);
    expect(description).not.toMatch(/[<>]|: /);
  });

  test('keeps compatibility within its limit', () => {
    expect(value('compatibility').length).toBeLessThanOrEqual(500);
    expect(value('compatibility').length).toBeGreaterThan(0);
  });

  test('carries the version of the program', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(frontmatter).toContain(`\n  version: ${version}`);
  });
});

describe('size', () => {
  test('SKILL.md leaves room in a context', () => {
    expect(skillText.text.split('\n').length).toBeLessThanOrEqual(230);
    // 3,600 tokens by the public tokenizer o200k.
    expect(skillText.text.length).toBeLessThanOrEqual(14_800);
  });

  test.each(references)('$path is useful and short', ({ text }) => {
    const lines = text.split('\n').length;
    expect(lines).toBeGreaterThanOrEqual(50);
    expect(lines).toBeLessThanOrEqual(170);
  });

  test('long references begin with their contents', () => {
    for (const { path, text } of references.filter((one) => one.text.split('\n').length > 100)) {
      expect(text.slice(0, 800), path).toContain('Contents:');
    }
  });
});

describe('what SKILL.md defines', () => {
  test.each(validationPrompts)('the prompt %s, word for word', (prompt) => {
    expect(body).toContain(`. ${prompt}\n`);
    expect(references.find(({ path }) => path.endsWith('prompt-pack.md'))?.text).toContain(`- ${prompt}\n`);
  });

  test.each([
    'Organizational View',
    'tenant mapping',
    'tenant pack',
    'baseline',
    'hard saving',
    'cost avoidance',
    'notice deadline',
    'last safe date',
    'completeness',
    'as of',
    'unknown',
    'partial',
  ])('the term “%s”', (term) => {
    const words = body.slice(body.indexOf('## Words'), body.indexOf('## Tiers'));
    expect(words).toContain(term);
  });

  test.each([
    'The read-only rule',
    'Tiers',
    'Demo',
    'Preflight',
    'First dashboard',
    'Publish',
    'Approve',
    'Refresh',
    'Validate',
    'Without the script',
    'References',
  ])('a section on “%s”', (title) => {
    expect(body).toContain(`\n## ${title}\n`);
  });

  test('three tiers, the last of them gated', () => {
    expect(body).toMatch(/\| 3 \| scheduled digest \| approved; \*\*refuse without one\*\* \|/);
  });

  test('both artifact runtimes, and neither', () => {
    for (const word of ['`capabilities`', '`mcp_tools`', '`create_artifact`', '`Artifact`', '| neither |']) {
      expect(body).toContain(word);
    }
  });

  test('that blocking tools is account-wide', () => {
    expect(body).toContain('account-wide');
  });

  test('that savings were not computed where the script cannot run', () => {
    expect(body).toContain('Savings were not computed');
  });

  test('which reference to open when, for every one of them', () => {
    const table = body.slice(body.indexOf('## References'));
    for (const { path } of references) expect(table).toContain(`\`${path}\` |`);
  });
});

describe('wording', () => {
  test.each([
    [
      /organi[sz]ational (lens|slice|filter|dimension)|department view|business[- ]unit view/i,
      'Organizational View',
    ],
    [/\bmoney saved\b|\bguaranteed\b|\bsavings potential\b|\bpotential savings\b/i, 'hard saving'],
    [/\bzombie|\bwasteful users?\b|\boffenders?\b|\bworst users?\b/i, 'no ranking of people'],
    [/\b(you must|please) (cancel|terminate|delete|remove)\b/i, 'advice, not orders'],
    [/\bTODO\b|\bTBD\b|\blorem\b/i, 'finished texts'],
  ])('%s is not said: %s', (forbidden) => {
    for (const { path, text } of texts) expect(forbidden.exec(text)?.[0] ?? null, path).toBeNull();
  });
});
