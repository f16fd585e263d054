import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ExitCode, Stop } from '../../node/stop.ts';
import { fileFailure } from './file-failure.ts';
import { readTextFile } from './read-json.ts';

export interface FolderFiles {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Links that lead nowhere, or in a circle: what they stand for was not read. */
  readonly unread: readonly { readonly name: string; readonly problem: string }[];
}

interface Walk {
  readonly names: string[];
  readonly unread: { name: string; problem: string }[];
  /** Folders as they truly lie, so that a circle of links is walked once. */
  readonly seen: Set<string>;
}

/** Every readable file of a folder, sub-folders included, by name; sorted, so that order never matters. Hidden ones are no results. */
export async function readFolder(folder: string): Promise<FolderFiles> {
  const walk: Walk = { names: [], unread: [], seen: new Set() };
  try {
    await walkInto(folder, '', walk);
  } catch (error) {
    throw new Stop(ExitCode.badInput, `${folder} cannot be read as a folder: ${fileFailure(error)}.`);
  }
  const files: { name: string; text: string }[] = [];
  for (const name of walk.names.toSorted())
    files.push({ name, text: await readTextFile(join(folder, name)) });
  return { files, unread: walk.unread };
}

async function walkInto(folder: string, within: string, walk: Walk): Promise<void> {
  const place = join(folder, within);
  walk.seen.add(await realpath(place));
  const entries = await readdir(place, { withFileTypes: true });
  for (const entry of entries.filter(({ name }) => !name.startsWith('.')).toSorted(byName))
    await visit(folder, join(within, entry.name), walk);
}

function byName({ name: one }: Dirent, { name: other }: Dirent): number {
  return one < other ? -1 : 1;
}

async function visit(folder: string, name: string, walk: Walk): Promise<void> {
  const place = join(folder, name);
  try {
    const found = await stat(place);
    if (found.isFile()) walk.names.push(name);
    if (!found.isDirectory()) return;
    if (walk.seen.has(await realpath(place)))
      walk.unread.push({ name, problem: 'This link goes back to a folder that was read already.' });
    else await walkInto(folder, name, walk);
  } catch (error) {
    walk.unread.push({ name, problem: `It was not read: ${fileFailure(error)}.` });
  }
}
