import { renderCounted } from '../../../analysis/facts.ts';
import { shownDifference } from '../../../surfaces/merge.ts';
import { effectOf, type Change } from './planned-changes.ts';

/** New files by name, changed ones line by line, and how many stay as they are. */
export function changeLines(changes: readonly Change[]): string {
  const made = changes.filter((change) => effectOf(change) === 'new').map(({ file }) => `new      ${file}`);
  const changed = changes.filter((change) => effectOf(change) === 'changed').flatMap(changedLines);
  const same = changes.filter((change) => effectOf(change) === 'none').length;
  return [...made, ...changed, ...(same === 0 ? [] : [`as it was: ${renderCounted(same, 'file')}`])].join(
    '\n',
  );
}

function changedLines({ file, before, after, made }: Change): string[] {
  const [old, now] = [before ?? new Uint8Array(), after].map((bytes) => new TextDecoder().decode(bytes));
  const lines = shownDifference(file, {
    before: old ?? '',
    after: now ?? '',
    ours: new TextDecoder().decode(made),
  });
  return [`changed  ${file}`, ...lines.map((line) => `         ${line}`)];
}
