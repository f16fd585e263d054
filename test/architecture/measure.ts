/** Measures the functions and files of the house on their syntax trees. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  parseSync,
  Visitor,
  type ArrowFunctionExpression,
  type Expression,
  type Program,
  type Statement,
} from 'oxc-parser';
import { root } from './imports.ts';

export interface Measured {
  /** File and line. */
  readonly place: string;
  /** Lines, from the first to the last. */
  readonly lines: number;
}

export interface MeasuredFunction extends Measured {
  /** Without the lines of a list, record or text that it ends in: such a table is data, not steps. */
  readonly ownLines: number;
  /** Holds functions with names of their own and draws nothing: what closures are. */
  readonly isClosure: boolean;
}

export interface Measurements {
  readonly files: readonly Measured[];
  readonly functions: readonly MeasuredFunction[];
  /** `any`, `!` after a value, `export default`, and a comment that silences the compiler. */
  readonly shortcuts: readonly string[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A longer function inside a literal is a step of its own, and the literal no table. */
const LONGEST_CELL = 10;

/** Everything written by hand that runs: examples for other people's projects included. */
export function handwrittenFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|jsx|mts|mjs)$/.test(name))
    .map((name) => join(folder, name))
    .toSorted();
}

export function measureFile(file: string): Measurements {
  return measureText(file, readFileSync(join(root, file), 'utf8'));
}

export function measureText(file: string, text: string): Measurements {
  const { program, comments, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const starts = lineStarts(text);
  const lineAt = (offset: number): number => starts.findLastIndex((start) => start <= offset) + 1;
  const linesOf = ({ start, end }: Span): number => lineAt(end) - lineAt(start) + 1;
  const { functions, shortcuts, drawn } = collect(program);
  const silenced = comments.filter(({ value }) => /@ts-(ignore|nocheck|expect-error)/.test(value));
  return {
    files: [{ place: file, lines: lineAt(text.trimEnd().length) }],
    functions: functions.map((found) => {
      const cells = functions.filter((inner) => found.literal !== null && isWithin(inner, found.literal));
      const isTable = found.literal !== null && cells.every((cell) => linesOf(cell) <= LONGEST_CELL);
      const table = isTable ? linesOf(found.literal) - 1 : 0;
      const draws = drawn.some((element) => isWithin(element, found));
      return {
        place: `${file}:${lineAt(found.start)}`,
        lines: linesOf(found),
        ownLines: linesOf(found) - table,
        isClosure: found.named >= 2 && !draws,
      };
    }),
    shortcuts: [...shortcuts, ...silenced].map(({ start }) => `${file}:${lineAt(start)}`),
  };
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

interface FoundFunction extends Span {
  /** Of the functions in its body, those that have a name of their own. */
  readonly named: number;
  readonly literal: Span | null;
}

type Body = ArrowFunctionExpression['body'];

function collect(program: Program) {
  const functions: FoundFunction[] = [];
  const shortcuts: Span[] = [];
  const drawn: Span[] = [];
  const addFunction = ({ start, end, body }: Span & { readonly body: Body | null }): void => {
    functions.push({ start, end, named: namedIn(body), literal: returnedLiteral(body) });
  };
  const addShortcut = ({ start, end }: Span): void => void shortcuts.push({ start, end });
  const addDrawn = ({ start, end }: Span): void => void drawn.push({ start, end });
  new Visitor({
    FunctionDeclaration: addFunction,
    FunctionExpression: addFunction,
    ArrowFunctionExpression: addFunction,
    TSAnyKeyword: addShortcut,
    TSNonNullExpression: addShortcut,
    ExportDefaultDeclaration: addShortcut,
    JSXElement: addDrawn,
    JSXFragment: addDrawn,
  }).visit(program);
  return { functions, shortcuts, drawn };
}

function namedIn(body: Body | null): number {
  if (body?.type !== 'BlockStatement') return 0;
  return body.body.filter(
    (statement) =>
      statement.type === 'FunctionDeclaration' ||
      (statement.type === 'VariableDeclaration' &&
        statement.declarations.some(({ init }) => init?.type === 'ArrowFunctionExpression')) ||
      (statement.type === 'ReturnStatement' && statement.argument?.type === 'ObjectExpression'),
  ).length;
}

/** The list, record or text that a function ends in. */
function returnedLiteral(body: Body | null): Span | null {
  if (body === null) return null;
  const last = body.type === 'BlockStatement' ? body.body.at(-1) : body;
  const node = withoutParentheses(last?.type === 'ReturnStatement' ? last.argument : (last ?? null));
  const isLiteral =
    node?.type === 'ArrayExpression' || node?.type === 'ObjectExpression' || node?.type === 'TemplateLiteral';
  return isLiteral ? { start: node.start, end: node.end } : null;
}

function withoutParentheses(node: Statement | Expression | null): Statement | Expression | null {
  return node?.type === 'ParenthesizedExpression' ? withoutParentheses(node.expression) : node;
}
