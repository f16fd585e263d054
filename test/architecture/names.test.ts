import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { root, sourceFiles } from './imports.ts';

interface Definition {
  readonly name: string;
  readonly file: string;
}

/** The names a file defines and exports itself; a re-export through a door defines nothing. */
function definitionsIn(file: string, text: string): Definition[] {
  const { module, program } = parseSync(file, text);
  const imported = new Set(
    module.staticImports.flatMap(({ entries }) => entries.map(({ localName }) => localName.value)),
  );
  expect(program.body.length, `${file} is empty`).toBeGreaterThan(0);
  return module.staticExports
    .flatMap(({ entries }) => entries)
    .filter(({ moduleRequest }) => moduleRequest === null)
    .flatMap(({ exportName, localName }) => {
      const { name } = exportName;
      const isImported = localName.name !== null && imported.has(localName.name);
      return name === null || isImported ? [] : [{ name, file }];
    });
}

/** Each name that several files define, with those files. */
function repeated(definitions: readonly Definition[]): Map<string, readonly string[]> {
  const files = new Map<string, Set<string>>();
  for (const { name, file } of definitions) files.set(name, (files.get(name) ?? new Set()).add(file));
  return new Map([...files].filter(([, found]) => found.size > 1).map(([name, found]) => [name, [...found]]));
}

const definitions = ['skill', 'artifact', 'mocks']
  .flatMap(sourceFiles)
  .flatMap((file) => definitionsIn(file, readFileSync(join(root, file), 'utf8')));

describe('exported names', () => {
  it('are defined once across skill, artifact and mocks', () => {
    expect(definitions.length).toBeGreaterThan(1000);
    expect([...repeated(definitions)]).toEqual([]);
  });

  it('are caught where two files define one, and passed through doors freely', () => {
    const invented = [
      ...definitionsIn('skill/a.ts', 'export interface Part {}\nexport const one = 1;'),
      ...definitionsIn('mocks/b.ts', 'type Part = string;\nexport { type Part };'),
      ...definitionsIn('skill/door.ts', "export { one } from './a.ts';"),
      ...definitionsIn('skill/other.ts', "import { one } from './a.ts';\nexport { one };"),
    ];
    expect([...repeated(invented)]).toEqual([['Part', ['skill/a.ts', 'mocks/b.ts']]]);
  });
});
