/**
 * Breaks lines that no tool shows whole: a model reads a file by lines, and cuts long ones.
 *
 * In: a minified script or style. Out: the same code with line breaks where the language allows one
 * anywhere: behind `,` and `;` of a script and behind `}` of a style, never inside a string, a template,
 * or a regular expression.
 */
import { parseSync } from 'vite';

/** Lines break at the first chance after this many characters. */
const WISHED = 1_000;

type Span = readonly [start: number, end: number];

/** @throws when the script does not parse */
export function shortScript(code: string): string {
  const { program, errors } = parseSync('app.js', code, { sourceType: 'script' });
  const [error] = errors;
  if (error !== undefined) throw new Error(`The script does not parse: ${error.message}`);
  return broken(code, ',;', literalsOf(program));
}

export function shortStyle(css: string): string {
  const texts = [...css.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\*[\s\S]*?\*\//g)];
  return broken(
    css,
    '}',
    texts.map(({ index, 0: text }) => [index, index + text.length]),
  );
}

/** Spans in which a line break would change the meaning, in order. */
function literalsOf(program: object): Span[] {
  const spans: Span[] = [];
  const visit = (node: object): void => {
    if (isWhole(node)) {
      spans.push([node.start, node.end]);
      return;
    }
    for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) visit(value);
  };
  visit(program);
  return spans.toSorted(([a], [b]) => a - b);
}

interface Placed {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** A template is left whole with the expressions in it. */
function isWhole(node: object): node is Placed {
  return 'type' in node && (node.type === 'Literal' || node.type === 'TemplateLiteral');
}

function broken(text: string, marks: string, kept: readonly Span[]): string {
  const lines: string[] = [];
  let start = 0;
  let span = 0;
  for (let at = 0; at < text.length; at += 1) {
    while ((kept[span]?.[1] ?? Infinity) <= at) span += 1;
    const [from = Infinity, to = 0] = kept[span] ?? [];
    if (at >= from) {
      at = to - 1;
      continue;
    }
    const character = text.charAt(at);
    if (character === '\n') {
      lines.push(text.slice(start, at));
      start = at + 1;
    } else if (at - start >= WISHED && marks.includes(character)) {
      lines.push(text.slice(start, at + 1));
      start = at + 1;
    }
  }
  return [...lines, text.slice(start)].join('\n');
}
