/**
 * Finishes sets of files whose writing was cut off between two files, the way they were meant: all new bytes were on
 * the disk by then. A file that somebody has changed since is left as it is.
 */
import { type SetFile, dropNew, dropOld, stateOf, take } from './set-file.ts';
import { fileFailure } from './file-failure.ts';
import { dropJournal, leftJournals, type Journal } from './journal.ts';

/** @param told a sentence for each set that was finished, or could not be */
export async function finishSets(told: (sentence: string) => void = () => {}): Promise<void> {
  for (const journal of await leftJournals()) {
    try {
      told(finish(journal));
    } catch (error) {
      told(
        `${nameOf(journal)} were left half written by a command that was ended, and cannot be finished: ` +
          `${fileFailure(error)}.`,
      );
    }
  }
}

function finish(journal: Journal): string {
  const states = journal.files.map((entry) => ({ entry, state: stateOf(entry) }));
  const of = (state: string): SetFile[] =>
    states.filter((one) => one.state === state).map(({ entry }) => entry);
  for (const entry of of('pending')) take(entry);
  const foreign = of('foreign');
  for (const entry of foreign) dropNew(entry);
  for (const entry of journal.files) dropOld(entry);
  dropJournal(journal.file);
  const kept = foreign.map(({ place }) => place).join(', ');
  return (
    `A command before this one was ended while it wrote ${nameOf(journal)}; they are finished now.` +
    (kept === '' ? '' : ` ${kept} had been changed since and stays as it is.`)
  );
}

function nameOf({ files: [first, ...more] }: Journal): string {
  return `${first?.place ?? 'no file'}${more.length === 0 ? '' : ` and ${more.length} more`}`;
}
