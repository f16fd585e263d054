/** What would become of each file. Everything is read and merged before anything is written. */
import { readFile, realpath } from 'node:fs/promises';
import type { PackedFile } from '../../../surfaces/packed-files.ts';
import { merged, type Merged } from '../../../surfaces/merge.ts';
import { ExitCode, Stop, systemCode } from '../../../node/stop.ts';
import { fileFailure } from '../../files/file-failure.ts';

export interface Target {
  readonly made: PackedFile;
  /** Where it is to be written. */
  readonly file: string;
}

export interface Change {
  readonly file: string;
  /** Null where there is no such file yet. */
  readonly before: Uint8Array | null;
  readonly after: Uint8Array;
  /** What would be written into an empty folder: all that is ours of it. */
  readonly made: Uint8Array;
  readonly executable: boolean;
}

/** What a change does to its file. */
export function effectOf({ before, after }: Change): 'new' | 'changed' | 'none' {
  if (before === null) return 'new';
  return Buffer.from(before).equals(after) ? 'none' : 'changed';
}

/** Stops with every file that cannot be merged, so that a person mends them in one go. */
export async function plannedChanges(targets: readonly Target[]): Promise<Change[]> {
  const planned = await Promise.all(targets.map(planFor));
  const problems = planned.filter((plan) => typeof plan === 'string');
  if (problems.length > 0) {
    throw new Stop(ExitCode.badInput, [...problems, 'Nothing was written.'].join('\n'));
  }
  return planned.filter((plan) => typeof plan !== 'string');
}

async function planFor({ made, file }: Target): Promise<Change | string> {
  const executable = made.executable ?? false;
  const { before, problem } = await existing(file);
  if (problem !== null) return `${file} cannot be read: ${problem}.`;
  if (before === null) return { file, before, after: made.bytes, made: made.bytes, executable };
  const result = mergedBytes(made, before);
  if (!result.ok) return sentence(file, result, textOf(made.bytes));
  // Of a link, what it leads to is changed: the link itself stays one.
  return { file: await realpath(file), before, after: result.after, made: made.bytes, executable };
}

type MergedBytes = { readonly ok: true; readonly after: Uint8Array } | (Merged & { readonly ok: false });

/** Files that are not merged may be of any kind, and keep every byte. */
function mergedBytes({ path, bytes }: PackedFile, before: Uint8Array): MergedBytes {
  const ours = textOf(bytes);
  const result = merged(path, textOf(before), ours);
  if (!result.ok) return result;
  if (result.text === ours) return { ok: true, after: bytes };
  if (!Buffer.from(textOf(before)).equals(before))
    return { ok: false, why: 'not-kept', detail: 'it is not UTF-8' };
  return { ok: true, after: new TextEncoder().encode(result.text) };
}

/** With its byte order mark, if it has one. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

interface Existing {
  readonly before: Uint8Array | null;
  readonly problem: string | null;
}

async function existing(file: string): Promise<Existing> {
  try {
    return { before: await readFile(file), problem: null };
  } catch (error) {
    return { before: null, problem: systemCode(error) === 'ENOENT' ? null : fileFailure(error) };
  }
}

const remedies: Readonly<Record<(Merged & { ok: false })['why'], string>> = {
  'not-json': 'Mend it, or move it away, and run this again. Comments are not allowed in it.',
  'not-kept': 'What a host would read then is unclear, so it is left alone. Fix it, or add this by hand:',
  'no-servers': 'It does not look like a file of that kind. Mend it, or move it away, and run this again.',
  'other-server':
    "That may be someone's choice, so it is left alone. Rename or remove the entry, or give its address with --url, and run this again.",
  'open-section': 'Remove what is left of our section, and run this again.',
};

function sentence(file: string, { why, detail }: Merged & { ok: false }, ours: string): string {
  const problem = `${file} cannot be merged: ${detail}. ${remedies[why]}`;
  return why === 'not-kept' ? `${problem}\n${ours.trimEnd()}` : problem;
}
