import { writeAll } from '../../files/write-file.ts';
import { effectOf, type Change } from './planned-changes.ts';

/** All of them or none; files that are as they should be are not written at all. */
export async function writeChanges(changes: readonly Change[]): Promise<void> {
  const written = changes.filter((change) => effectOf(change) !== 'none');
  const [first] = written;
  if (first === undefined) return;
  const more = written.length === 1 ? '' : ` and ${written.length - 1} more`;
  await writeAll(
    `${first.file}${more}`,
    written.map(({ file, after, executable }) => ({ file, bytes: after, executable })),
  );
}
