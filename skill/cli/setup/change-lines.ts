import { difference } from '../../surfaces/merge/difference.ts';
import type { Change } from './planned-changes.ts';

/** New files by name, changed ones line by line, and how many stay as they are. */
export function changeLines(changes: readonly Change[]): string {
  const made = changes.filter(({ before }) => before === null).map(({ file }) => `new      ${file}`);
  const changed = changes.flatMap(({ file, before, after }) =>
    before === null || before === after
      ? []
      : [`changed  ${file}`, ...difference(before, after).map(indented)],
  );
  const same = changes.filter(({ before, after }) => before === after).length;
  return [...made, ...changed, ...(same === 0 ? [] : [`as it was: ${same} files`])].join('\n');
}

function indented(line: string): string {
  return `         ${line}`;
}
