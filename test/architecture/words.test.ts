/** Words that a colleague would not say aloud, in code, comments, screens, commands and documents alike. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './imports.ts';

/** What is written, and what to write in its place. */
const replacements: readonly (readonly [written: RegExp, say: string])[] = [
  [/\breckon(s|ed|ing)?\b/i, 'compute, count'],
  [/\banew\b/i, 'again'],
  [/\bdearest\b/i, 'most expensive'],
  [/\bbeneath\b/i, 'below'],
  [/\bwhoever\b/i, 'the person who, everyone who'],
  [/\b(of ours|as of old|hitherto|whereof|thereof)\b/i, 'our; as before'],
  [/\bleads? back\b/i, 'goes back'],
  [/\bnobody is\b/i, 'no one is'],
  [/\bstands? (idle|nowhere|beside|around|over)\b|\bwhat(ever)? stands\b/i, 'is'],
  [/\bput aside\b/i, 'dismiss, snooze'],
  [/\b(un)?put off 90 days\b/i, 'snooze 90 days'],
  [/\b(behaviour|colour|favour|neighbour|catalogue|judgement|centre of)/i, 'the American spelling'],
  [/\b(licence holder|licence count|licence line|licence record)s?\b/i, 'license'],
  [/\b(recognis|summaris|normalis|serialis|prioritis|categoris)(e|ed|es|ing|ation)\b/i, '-ize'],
];

/** Where the words themselves are the subject, or were said by others. */
const spared = ['test/architecture/words.test.ts', 'LICENSE', 'package-lock.json'];
const passedOver = new Set(['node_modules', 'dist', 'coverage', '.git']);
const isText = /\.(ts|tsx|jsx|mts|mjs|js|css|html|md|json|sh|yml|yaml|txt)$/;

function textsIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return passedOver.has(entry.name) ? [] : textsIn(path);
    return entry.isFile() && isText.test(path) && !spared.includes(path) ? [path] : [];
  });
}

const files = textsIn('.');

function foreignWords(place: string, text: string): string[] {
  return replacements.flatMap(([written, say]) => {
    const found = written.exec(text);
    if (found === null) return [];
    const line = text.slice(0, found.index).split('\n').length;
    return [`${place}:${line} "${found[0]}": say ${say}`];
  });
}

describe('words', () => {
  it('are those of a native colleague, in every file', () => {
    expect(files.length).toBeGreaterThan(1000);
    expect(files.flatMap((file) => foreignWords(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('are noticed where they are not', () => {
    expect(foreignWords('a.md', 'One\nThe sum is reckoned anew.')).toEqual([
      'a.md:2 "reckoned": say compute, count',
      'a.md:2 "anew": say again',
    ]);
    expect(foreignWords('a.ts', '// The favored one comes first; a fake stands in for the server.')).toEqual(
      [],
    );
  });
});

/** Terms of the engine that a reader of a screen, a sheet or an answer should not need. */
describe('words on a sheet', () => {
  const sheets = files.filter((file) => file.startsWith('skill/report/workbook/'));

  it('call what leaves the bill by that name', () => {
    expect(sheets.length).toBeGreaterThan(10);
    const shown = sheets.filter((file) => /['`]Hard saving/.test(readFileSync(join(root, file), 'utf8')));
    expect(shown).toEqual([]);
  });
});
