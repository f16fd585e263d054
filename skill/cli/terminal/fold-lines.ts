import { table } from './table.ts';
import { wrapText } from './wrap-text.ts';

/** Marks a space that must not be broken; it appears in no text here or from Torii. */
const KEPT = '\uE000';

/**
 * Markdown for a screen of `width` columns: its lines cut at spaces, the items of lists indented, its tables
 * drawn. Text between backticks stays whole, and so do lines that are set in: people copy them.
 */
export function foldLines(text: string, width: number): string {
  return blocksOf(text.split('\n'))
    .map((block) =>
      isTable(block) ? drawn(block, width) : block.map((line) => foldedLine(line, width)).join('\n'),
    )
    .join('\n');
}

/** Marks of bold and italic text are for renderers; between backticks every sign counts. */
export function withoutEmphasis(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replaceAll(/\*\*([^*\n]+)\*\*/g, '$1')
            .replaceAll(/(?<=^|[\s(|])_([^_\n]+)_(?=$|[\s).,:;|])/gm, '$1'),
    )
    .join('');
}

/** Lines of tables by themselves, all between them together. */
function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    if (block === undefined || isRow(block[0] ?? '') !== isRow(line)) blocks.push([line]);
    else block.push(line);
  }
  return blocks;
}

function isRow(line: string): boolean {
  return line.startsWith('|') && line.endsWith('|');
}

const RULE = /^\|(?:\s*:?-+:?\s*\|)+$/;

function isTable([, rule = '']: readonly string[]): boolean {
  return RULE.test(rule);
}

function drawn([header = '', rule = '', ...rows]: readonly string[], width: number): string {
  const right = cellsOf(rule).flatMap((cell, column) => (cell.endsWith('-:') ? [column] : []));
  return table(cellsOf(header), rows.map(cellsOf), right, width);
}

/** A bar in a cell is written with a backslash before it. */
function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll(String.raw`\|`, '|'));
}

/** What a person is told to type, to the end of its line. */
const OWN_COMMAND = /(?<![\w/.-])(?:saas-rationalization|node \S+\.mjs) [a-z].*$/;

function foldedLine(line: string, width: number): string {
  if (line.length <= width || /^[\s|]/.test(line)) return line;
  const lead = /^(?:\d+\. |- |> )?/.exec(line)?.[0] ?? '';
  const keep = (code: string) => code.replaceAll(' ', KEPT);
  const whole = line
    .slice(lead.length)
    .replaceAll(/`[^`]+`/g, keep)
    .replace(OWN_COMMAND, keep);
  return wrapText(whole, lead, width).replaceAll(KEPT, ' ');
}
