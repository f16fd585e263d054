/** Widest line of running text, and of tables where no terminal says how wide it is. */
export const LINE_WIDTH = 100;

/** Columns of a terminal that does not say. */
export const USUAL_WIDTH = 80;

/**
 * Text in lines of at most `width` characters, the first after `lead` and the others indented to match.
 * Words longer than a line, such as addresses, are not broken.
 */
export function wrapText(text: string, lead: string, width: number = LINE_WIDTH): string {
  return linesOf(text, width - lead.length)
    .map((line, index) => `${index === 0 ? lead : ' '.repeat(lead.length)}${line}`.trimEnd())
    .join('\n');
}

/** Text cut at spaces into lines of at most `width` characters; no text is one empty line. */
export function linesOf(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
