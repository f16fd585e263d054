/**
 * Saved tool results from where a person says: a folder, one file, or the transcript of a session.
 *
 * Where a host saved a large result and kept its notice instead, the notice is followed. Other files of the
 * folder come along; what reads the results says of each what it is.
 */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { noticedPlace, unpackedFiles, type SavedFile } from '../../torii/read.ts';
import { readFolder, type FolderFiles } from './read-folder.ts';
import { readTextFile } from './read-json.ts';

export interface FoundRecords {
  readonly files: readonly SavedFile[];
  readonly unread: FolderFiles['unread'];
}

export async function readRecords(path: string): Promise<FoundRecords> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  const { files, unread } = isFile
    ? { files: [{ name: basename(path), text: await readTextFile(path) }], unread: [] }
    : await readFolder(path);
  return { files: await followed(unpackedFiles(files)), unread };
}

async function followed(files: readonly SavedFile[]): Promise<SavedFile[]> {
  const used = new Set<SavedFile>();
  const read: SavedFile[] = [];
  for (const file of files) {
    const place = noticedPlace(file.text);
    const beside = place === null ? undefined : besideOf(file, place, files);
    if (beside !== undefined) used.add(beside);
    const text = beside?.text ?? (place === null ? null : await textAt(place));
    read.push(text === null ? file : { ...file, text });
  }
  return read.filter((_, index) => !used.has(files[index] ?? { name: '', text: '' }));
}

/** What the capture hook has put beside its notice, or a copy of the saved file under its own name. */
function besideOf({ name }: SavedFile, place: string, files: readonly SavedFile[]): SavedFile | undefined {
  const kept = name.replace(/\.json$/, '.saved.json');
  return (
    files.find((file) => file.name === kept && kept !== name) ??
    files.find((file) => file.name !== name && basename(file.name) === basename(place))
  );
}

/** A host clears its own folder after some weeks. */
async function textAt(place: string): Promise<string | null> {
  return readFile(place, 'utf8').catch(() => null);
}
