import { surfaceNames, surfaces } from '../base/surface.ts';

const HEADER = ['Surface', 'Choose it when', 'Packaging', 'Scheduling', 'Technical level', 'Files and steps'];

/** Which surface fits, as a Markdown table: the README's, and what `setup` shows without a surface. */
export function comparisonTable(): string {
  const rows = surfaceNames.map((name) => {
    const { title, fits, packaging, scheduling, technicalLevel } = surfaces[name];
    return [title, fits, packaging, scheduling, technicalLevel, `\`setup ${name}\``];
  });
  const lines = [HEADER, HEADER.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
