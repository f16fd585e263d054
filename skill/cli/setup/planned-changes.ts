/** What would become of each file. Everything is read and merged before anything is written. */
import { readFile, realpath } from 'node:fs/promises';
import type { PackedFile } from '../../package/packed-file.ts';
import { merged, type Merged } from '../../surfaces/merge/merged.ts';
import { ExitCode, Stop } from '../exit.ts';

export interface Target {
  readonly made: PackedFile;
  /** Where it is to be written. */
  readonly file: string;
}

export interface Change {
  readonly file: string;
  /** Null where there is no such file yet. */
  readonly before: string | null;
  readonly after: string;
  readonly executable: boolean;
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
  const ours = new TextDecoder().decode(made.bytes);
  const { before, problem } = await existing(file);
  if (problem !== null) return `${file} cannot be read: ${problem}.`;
  const result: Merged = before === null ? { ok: true, text: ours } : merged(made.path, before, ours);
  if (!result.ok) return sentence(file, result, ours);
  // Of a link, what it leads to is changed: the link itself stays one.
  const place = before === null ? file : await realpath(file);
  return { file: place, before, after: result.text, executable: made.executable ?? false };
}

interface Existing {
  readonly before: string | null;
  readonly problem: string | null;
}

async function existing(file: string): Promise<Existing> {
  try {
    return { before: await readFile(file, 'utf8'), problem: null };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { before: null, problem: null };
    return { before: null, problem: error instanceof Error ? error.message : String(error) };
  }
}

const remedies: Readonly<Record<(Merged & { ok: false })['why'], string>> = {
  'not-json': 'Mend it, or move it away, and run this again. Comments are not allowed in it.',
  'not-kept': 'Writing it anew would lose that, so it is left alone. Add this by hand:',
  'no-servers': 'It does not look like a file of that kind. Mend it, or move it away, and run this again.',
  'other-server':
    "That may be someone's choice, so it is left alone. Rename or remove the entry, or give its address with --url, and run this again.",
  'open-section': 'Remove what is left of our section, and run this again.',
};

function sentence(file: string, { why, detail }: Merged & { ok: false }, ours: string): string {
  const problem = `${file} cannot be merged: ${detail}. ${remedies[why]}`;
  return why === 'not-kept' ? `${problem}\n${ours.trimEnd()}` : problem;
}
