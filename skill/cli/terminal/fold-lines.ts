import { wrapText } from './wrap-text.ts';

/** Marks a space that must not be broken; it appears in no text here or from Torii. */
const KEPT = '\uE000';

/**
 * Markdown for a screen of `width` columns: its lines cut at spaces, the items of lists indented. Tables
 * stay as they are, and so does text between backticks, which people copy.
 */
export function foldLines(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => (line.length <= width || line.startsWith('|') ? line : foldedLine(line, width)))
    .join('\n');
}

function foldedLine(line: string, width: number): string {
  const lead = /^(?:\d+\. |- |> )?/.exec(line)?.[0] ?? '';
  const whole = line.slice(lead.length).replaceAll(/`[^`]+`/g, (code) => code.replaceAll(' ', KEPT));
  return wrapText(whole, lead, width).replaceAll(KEPT, ' ');
}
