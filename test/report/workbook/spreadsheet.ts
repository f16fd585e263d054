/**
 * A spreadsheet program in small: opens an .xlsx file and calculates the functions that the workbook
 * uses, so that its formulas are judged by their results and not by their spelling.
 */
import { strFromU8, unzipSync } from 'fflate';

type Value = number | string | null;

interface SpreadsheetCell {
  readonly formula: string | null;
  /** As stored in the file. */
  readonly stored: Value;
  readonly format: string;
}

export interface Spreadsheet {
  readonly sheets: ReadonlyMap<string, Map<string, SpreadsheetCell>>;
  /** The value of a cell, its formula recalculated. */
  calculate(sheet: string, at: string): Value;
}

export function openSpreadsheet(bytes: Uint8Array): Spreadsheet {
  const files = unzipSync(bytes);
  const text = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  const formats = formatsIn(text('xl/styles.xml'));
  const names = matches(text('xl/workbook.xml'), /<sheet [^>]*name="([^"]+)"/g).map(([, name = '']) => name);
  const sheets = new Map(
    names.map((name, index) => [name, cellsIn(text(`xl/worksheets/sheet${index + 1}.xml`), formats)]),
  );
  return { sheets, calculate: (sheet, at) => valueAt(sheets, sheet, at) };
}

function matches(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}

function unescaped(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The number format of each style, by its index. */
function formatsIn(xml: string): string[] {
  const codes = new Map(
    matches(xml, /<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g).map(([, id, code = '']) => [
      id,
      unescaped(code),
    ]),
  );
  const styles = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(xml)?.[1] ?? '';
  return matches(styles, /<xf [^>]*?(?:numFmtId="(\d+)")?[^>]*>/g).map(([tag]) => {
    const id = /numFmtId="(\d+)"/.exec(tag)?.[1] ?? '0';
    return codes.get(id) ?? (id === '49' ? '@' : id);
  });
}

function cellsIn(xml: string, formats: readonly string[]): Map<string, SpreadsheetCell> {
  const cells = matches(xml, /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs);
  return new Map(
    cells.map(([, at = '', attributes = '', body = '']) => {
      const formula = /<f>(.*?)<\/f>/s.exec(body)?.[1];
      const stored = /<(?:v|t)(?: [^>]*)?>(.*?)<\/(?:v|t)>/s.exec(body)?.[1];
      const type = / t="(\w+)"/.exec(attributes)?.[1];
      const format = formats[Number(/ s="(\d+)"/.exec(attributes)?.[1] ?? 0)] ?? '';
      const value = stored === undefined ? null : storedValue(stored, type);
      return [at, { formula: formula === undefined ? null : unescaped(formula), stored: value, format }];
    }),
  );
}

function storedValue(text: string, type: string | undefined): Value {
  return type === 'str' || type === 'inlineStr' ? unescaped(text) : Number(text);
}

type Sheets = Spreadsheet['sheets'];

function valueAt(sheets: Sheets, sheet: string, at: string): Value {
  const cell = sheets.get(sheet)?.get(at);
  if (cell === undefined) return null;
  return cell.formula === null ? cell.stored : single(parse(cell.formula, sheet, sheets));
}

type Range = readonly Value[];
type Operand = Value | Range;

function isRange(operand: Operand): operand is Range {
  return Array.isArray(operand);
}

function single(operand: Operand): Value {
  if (isRange(operand)) throw new Error('A range is no value.');
  return operand;
}

/** NaN stands for the error of a text in a sum; a branch that is not taken may hold one. */
function numeric(operand: Operand): number {
  const value = single(operand);
  return typeof value === 'string' ? Number.NaN : (value ?? 0);
}

const functions: Readonly<Record<string, (...given: Operand[]) => Value>> = {
  SUM: (range) => numbersIn(range).reduce((sum, one) => sum + one, 0),
  COUNT: (range) => numbersIn(range).length,
  SUMIFS: (sums, where, what) => {
    const values = isRange(sums ?? null) ? (sums as Range) : [];
    const keys = isRange(where ?? null) ? (where as Range) : [];
    const wanted = single(what ?? null);
    return values.reduce<number>(
      (sum, one, index) => (typeof one === 'number' && meets(keys[index] ?? null, wanted) ? sum + one : sum),
      0,
    );
  },
  // Spreadsheets see 15 digits, so that a half that floats fell short of is still a half.
  ROUND: (value, digits) => {
    const scale = 10 ** numeric(digits ?? null);
    const scaled = numeric(value ?? null) * scale;
    return (Math.sign(scaled) * Math.round(Number(Math.abs(scaled).toPrecision(15)))) / scale;
  },
  MAX: (...given) => Math.max(...given.map(numeric)),
  MIN: (...given) => Math.min(...given.map(numeric)),
  N: (value) => (typeof value === 'number' ? value : 0),
  IF: (condition, yes, no) => single((condition === 1 ? yes : no) ?? null),
};

function numbersIn(operand: Operand | undefined): number[] {
  return (isRange(operand ?? null) ? (operand as Range) : []).filter((one) => typeof one === 'number');
}

function meets(key: Value, wanted: Value): boolean {
  return typeof wanted === 'string' && wanted.startsWith('<>') ? key !== wanted.slice(2) : key === wanted;
}

const token =
  /\s*("[^"]*"|<>|<=|>=|(?:\w+!)?\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?|[A-Z]+(?=\()|\d+(?:\.\d+)?|.)/gy;

/** Comparison, then sums, then products, then signs; a branch that is not taken is calculated too. */
function parse(formula: string, sheet: string, sheets: Sheets): Operand {
  const tokens = matches(formula, token).map(([, one = '']) => one);
  let next = 0;
  const take = (): string => tokens[next++] ?? '';
  const level = (operators: readonly string[], below: () => Operand): Operand => {
    let left = below();
    while (operators.includes(tokens[next] ?? '')) left = applied(take(), left, below());
    return left;
  };
  const comparison = (): Operand => level(['=', '>', '<', '<>'], () => level(['+', '-'], product));
  const product = (): Operand => level(['*', '/'], primary);
  const primary = (): Operand => {
    const one = take();
    if (one === '-') return -numeric(primary());
    if (one === '(') return closed(comparison());
    if (one.startsWith('"')) return one.slice(1, -1);
    if (/^\d/.test(one)) return Number(one);
    if (tokens[next] === '(') return call(one);
    return refer(one, sheet, sheets);
  };
  const closed = (inner: Operand): Operand => {
    if (take() !== ')') throw new Error(`A bracket is missing in ${formula}`);
    return inner;
  };
  const call = (name: string): Operand => {
    take();
    const given: Operand[] = [];
    do given.push(comparison());
    while (tokens[next] === ',' && take() === ',');
    const known = functions[name];
    if (known === undefined) throw new Error(`No function ${name}`);
    return closed(known(...given));
  };
  const result = comparison();
  if (next < tokens.length) throw new Error(`Not understood: ${tokens.slice(next).join('')} in ${formula}`);
  return result;
}

function applied(operator: string, left: Operand, right: Operand): Value {
  if (operator === '=') return (single(left) ?? '') === (single(right) ?? '') ? 1 : 0;
  if (operator === '<>') return (single(left) ?? '') === (single(right) ?? '') ? 0 : 1;
  const [a, b] = [numeric(left), numeric(right)];
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  if (operator === '*') return a * b;
  if (operator === '/') return a / b;
  return (operator === '>' ? a > b : a < b) ? 1 : 0;
}

function refer(reference: string, own: string, sheets: Sheets): Operand {
  const [, sheet = own, from = '', to] =
    /^(?:(\w+)!)?([A-Z$]+[\d$]+)(?::([A-Z$]+[\d$]+))?$/.exec(reference.replaceAll(/\$/g, '')) ?? [];
  if (sheets.get(sheet) === undefined) throw new Error(`#REF! ${reference}`);
  if (to === undefined) return valueAt(sheets, sheet, from);
  const column = from.replace(/\d+/, '');
  const [first, last] = [from, to].map((at) => Number(at.replace(/\D+/, '')));
  return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, index) =>
    valueAt(sheets, sheet, `${column}${(first ?? 0) + index}`),
  );
}
