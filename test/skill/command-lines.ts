import { texts } from './texts.ts';

export interface CommandLine {
  /** The text that holds it. */
  readonly path: string;
  /** As written, without the name of the program. */
  readonly line: string;
  readonly words: readonly string[];
}

const program = 'saas-rationalization';
const inlineCode = /`([^`\n]+)`/g;
const codeBlock = /^```\w*\n([\s\S]*?)^```/gm;

/** Every command line that SKILL.md or a reference names, in code or in a block of code. */
export function commandLines(): CommandLine[] {
  return texts.flatMap(({ path, text }) => {
    const blocks = [...text.matchAll(codeBlock)].flatMap(([, inside = '']) => inside.split('\n'));
    const inline = [...text.replaceAll(codeBlock, '').matchAll(inlineCode)].map(([, code = '']) => code);
    return [...blocks, ...inline]
      .filter((code) => code.startsWith(`${program} `))
      .map((code) => code.slice(program.length + 1))
      .map((line) => ({ path, line, words: wordsOf(line) }));
  });
}

/** As a shell would split it: quotes hold words together. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
