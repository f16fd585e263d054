import { describe, expect, it } from 'vitest';
import { handwrittenFiles, measureFile, measureText, type Measurements } from './measure.ts';

/** Lines that a reader can hold in mind, and that fit on a screen. */
const limits = { file: 250, function: 40, closure: 60 };

const measured = ['skill', 'artifact', 'mocks'].flatMap(handwrittenFiles).map(measureFile);

function tooLong({ files, functions }: Measurements): string[] {
  return [
    ...files.filter(({ lines }) => lines > limits.file),
    ...functions.filter(({ lines, ownLines, isClosure }) =>
      isClosure ? lines > limits.closure : ownLines > limits.function,
    ),
  ].map(({ place, lines }) => `${place} has ${lines} lines`);
}

describe('sizes', () => {
  it('look at every file and function', () => {
    expect(measured.length).toBeGreaterThan(900);
    expect(measured.flatMap(({ functions }) => functions).length).toBeGreaterThan(7000);
  });

  it('stay within what a reader can hold in mind', () => {
    expect(measured.flatMap(tooLong)).toEqual([]);
  });

  it.each([
    ['a long function', `function far() {\n${'step();\n'.repeat(39)}}`],
    [
      'a long closure',
      `function make() {\n const a = () => 1;\n const b = () => 2;\n${'step();\n'.repeat(57)}}`,
    ],
    [
      'a long component',
      `function Far() {\n const a = () => 1;\n const b = () => 2;\n${'step();\n'.repeat(38)}return <p />;}`,
    ],
    [
      'a table with steps in it',
      `const far = () => [\n() => {\n${'step();\n'.repeat(11)}},\n${'1,\n'.repeat(30)}];`,
    ],
    ['a long file', 'step();\n'.repeat(251)],
  ])('are noticed in %s', (_, text) => {
    expect(tooLong(measureText('example.tsx', text))).toHaveLength(1);
  });

  it.each([
    ['a table', `const columns = () => [\n${"{ header: 'App' },\n".repeat(60)}];`],
    [
      'a closure of a screen',
      `function make() {\n const a = () => 1;\n const b = () => 2;\n${'step();\n'.repeat(50)}}`,
    ],
  ])('leave %s alone', (_, text) => {
    expect(tooLong(measureText('example.ts', text))).toEqual([]);
  });
});

describe('shortcuts around the compiler', () => {
  it('are the one default export that hosts of React modules render', () => {
    const found = measured.flatMap(({ shortcuts }) => shortcuts);
    expect(found.map((place) => place.replace(/:\d+$/, ''))).toEqual([
      'artifact/react-dashboard-template.jsx',
    ]);
  });

  it.each(['let a: any;', 'a!.b();', 'export default 1;', '// @ts-ignore\na();'])(
    'are noticed in %j',
    (text) => {
      expect(measureText('example.ts', text).shortcuts).toEqual(['example.ts:1']);
    },
  );
});
