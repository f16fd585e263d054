/** What the texts say of the engine is what the engine holds. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { calledTools } from '../../skill/torii/tools/called-tools.ts';
import { findingTypes } from '../../skill/analysis/records/finding.ts';
import { levers } from '../../skill/analysis/records/ledger-row.ts';
import { fillTables } from '../../skill/assets/tables/fill-tables.ts';
import { tables } from '../../skill/assets/tables/tables.ts';
import { textAssets } from '../../skill/assets/texts.ts';
import { mappingSchema } from '../../skill/mapping/base/mapping.ts';
import { readTools } from '../../skill/torii/base/catalog.ts';
import { texts } from './texts.ts';

function between(name: string): string[] {
  const marker = `<!-- generated: ${name} -->\n`;
  return texts.flatMap(({ text }) =>
    text
      .split(marker)
      .slice(1)
      .map((rest) => rest.slice(0, rest.indexOf('<!-- end -->'))),
  );
}

describe('generated tables', () => {
  test('are as the code gives them', () => {
    const written = texts.map(({ text }) => text);
    const generated = textAssets('skill/assets').map(({ text }) => text);
    expect(generated.toSorted()).toEqual(written.toSorted());
  });

  test.each(Object.keys(tables))('“%s” is used by a text', (name) => {
    expect(between(name).length).toBeGreaterThan(0);
  });

  test('a figure that was changed by hand is written over', () => {
    const [model] = texts.filter(({ path }) => path.endsWith('recommendation-model.md'));
    const text = model?.text ?? '';
    const changed = text.replace('`thresholds.inactiveDays` | `90`', '`thresholds.inactiveDays` | `91`');
    expect(changed).not.toBe(text);
    expect(fillTables(changed)).toMatchObject({ ok: true, text });
  });

  test.each([
    [
      'a name that no table has',
      '<!-- generated: nothing -->\n<!-- end -->',
      'No table is called "nothing".',
    ],
    ['a marker that is not closed', '<!-- generated: levers -->\n', 'not closed'],
    [
      'a marker that swallows the next',
      '<!-- generated: levers -->\n<!-- generated: states -->\n<!-- end -->',
      'not closed',
    ],
  ])('%s is a problem', (_, text, problem) => {
    const filled = fillTables(text);
    expect(filled.ok ? '' : filled.problem).toContain(problem);
  });
});

describe('what the program says', () => {
  const sources = readdirSync('skill', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('assets'))
    .map((name) => readFileSync(`skill/${name}`, 'utf8'));
  const section = texts
    .find(({ path }) => path.endsWith('troubleshooting.md'))
    ?.text.split('## The script')[1];
  const quoted = [...(section ?? '').matchAll(/^\| "([^"]+)" \|/gm)].map(([, message = '']) => message);

  test('some of it is quoted', () => {
    expect(quoted.length).toBeGreaterThan(1);
  });

  test.each(quoted)('“%s” is quoted as the code has it', (message) => {
    expect(sources.some((source) => source.includes(message))).toBe(true);
  });
});

describe('the texts say all of it', () => {
  test('every tool that may be called, and every one that the page calls', () => {
    for (const list of between('read-tools')) {
      for (const tool of readTools) expect(list).toContain(`\`${tool}\``);
    }
    for (const list of between('called-tools')) {
      expect(list.match(/\w+/g)).toEqual([...calledTools]);
    }
  });

  test('every type of finding, every lever', () => {
    const [findings = ''] = between('findings');
    const [named = ''] = between('levers');
    for (const type of findingTypes) expect(findings).toContain(`| \`${type}\` |`);
    for (const lever of levers) expect(named).toContain(`| \`${lever}\` |`);
  });

  test('every threshold with the default of the schema', () => {
    const [table = ''] = between('thresholds');
    const { perApp: _, ...thresholds } = mappingSchema.parse({
      schemaVersion: 1,
      tenant: { name: 'x', currency: 'USD' },
      status: 'draft',
      fields: { app: {}, contract: {} },
    }).thresholds;
    for (const [key, days] of Object.entries(thresholds)) {
      expect(table).toContain(`| \`thresholds.${key}\` | \`${days}\` |`);
    }
  });
});
