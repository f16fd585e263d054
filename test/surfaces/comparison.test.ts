import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { comparisonTable } from '../../skill/surfaces/texts/comparison.ts';
import { surfaceNames } from '../../skill/surfaces/base/surface.ts';

it('compares the six surfaces in the order of the guide, cell by cell', () => {
  const [header = '', line, ...rows] = comparisonTable().split('\n');
  expect(line).toBe('| --- | --- | --- | --- | --- | --- |');
  expect(rows.map((row) => row.split('|').at(-2)?.trim())).toEqual(
    surfaceNames.map((name) => `\`setup ${name}\``),
  );
  for (const row of rows) expect(row.split('|')).toHaveLength(header.split('|').length);
});

it('is the table of the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(comparisonTable());
});
