import { calledTools, entryOf, readTools, requiredTools, type ReadTool } from '../../torii/catalog.ts';
import { markdownTable } from '../../report/texts.ts';

/** The tools that a page is granted, as one line of names. */
export function calledToolsLine(): string[] {
  return [calledTools.map(code).join(', ')];
}

/** Every tool that may be called at all, as one line of names. */
export function readToolsLine(): string[] {
  return [readTools.map(code).join(', ')];
}

/** Every tool that may be called, its other names, whether the page calls it, and what is lost without it. */
export function toolsTable(): string[] {
  const called = new Set<ReadTool>(calledTools);
  const required = new Set<ReadTool>(requiredTools);
  const rows = readTools.map((tool) => {
    const { aliases, without } = entryOf(tool);
    const use = required.has(tool) ? 'always' : called.has(tool) ? 'yes' : 'no';
    return [code(tool), aliases.map(code).join(', ') || '–', use, without];
  });
  return markdownTable(['Tool', 'Also offered as', 'Page calls it', 'Without it'], rows);
}

function code(name: string): string {
  return `\`${name}\``;
}
