/**
 * A block that the page handed over, as the source of a text: nothing is read and nothing is computed here.
 *
 * In: a file, or `-` for standard input; what surrounds the block in a chat is left out. Out: the block, after its
 * hashes are checked. What a block cannot do is refused by the name of its option.
 */
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import type { Command } from 'commander';
import { type Handover, handoverIn, parseHandover } from '../../report/handover.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { readTextFile } from '../files/read-json.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { packFolder } from './history.ts';
import { keepRecord } from './keep-run.ts';
import { list, readMappingFile } from './read-mapping.ts';

export interface HandedOptions {
  readonly handover?: string;
}

export function withHandover(command: Command): Command {
  return command.option(
    '--handover <file>',
    'the block that the page hands over, as a file or - for standard input; in place of any other source',
  );
}

/** The options that ask for records, or for more than a block holds. */
const needRecords = {
  url: '--url',
  records: '--records',
  copied: '--copied',
  input: '--input',
  mapping: '--mapping',
  plan: '--plan',
  asOf: '--as-of',
  saveSnapshot: '--save-snapshot',
  withPeople: '--with-people',
  view: '--view',
  app: '--app',
} as const;

export async function readHandover(file: string, options: object): Promise<Handover> {
  refuseOthers(options);
  const text = file === '-' ? await textOf(process.stdin) : await readTextFile(file);
  const json = handoverIn(text);
  if (json === null) {
    const sentence = `${file} holds no block of the page: copy it whole, from the first { to the last }.`;
    throw new Stop(ExitCode.badInput, sentence);
  }
  const parsed = parseHandover(json);
  if (parsed.ok) return parsed.handover;
  throw new Stop(ExitCode.badInput, [`${file} cannot be used:`, ...list(parsed.problems)].join('\n'));
}

function refuseOthers(options: object): void {
  const given: string[] = Object.entries(needRecords).flatMap(([key, name]) =>
    Reflect.get(options, key) === undefined ? [] : [name],
  );
  if (Reflect.get(options, 'depth') === 'users') given.push('--depth users');
  if (given.length === 0) return;
  throw new Stop(
    ExitCode.badInput,
    `--handover is a result of the page and no source of records: leave out ${given.join(', ')}, or choose it on the page.`,
  );
}

/** A block holds no baseline, but what the history of a tenant pack needs. */
export async function keepHanded(
  { run, about }: Handover,
  saveBaseline: string | undefined,
  terminal: Terminal,
): Promise<void> {
  if (saveBaseline === undefined) return;
  const folder = packFolder({ saveBaseline });
  if (folder === null) {
    throw new Stop(
      ExitCode.badInput,
      `A block of the page holds no baseline. With --save-baseline in the folder of a tenant-mapping.json, its run is kept in history/.`,
    );
  }
  await refuseOtherPack(join(folder, 'tenant-mapping.json'), about.tenant, terminal);
  terminal.note(`Kept as ${await keepRecord(folder, run)}; the baseline stays as it was.`);
}

async function refuseOtherPack(file: string, tenant: string, terminal: Terminal): Promise<void> {
  const mapping = await readMappingFile(file, terminal);
  if (mapping.tenant.name === tenant) return;
  throw new Stop(
    ExitCode.badInput,
    `The block is of ${tenant}, and ${file} of ${mapping.tenant.name}. Nothing was kept.`,
  );
}

/** Ends with the code for what does not hold. To be called last. */
export function failWhenDoubtful({ brief: { labels } }: Handover, strict: boolean | undefined): void {
  if (labels.includes('audit')) {
    throw new Stop(ExitCode.checkFailed, 'A check of the analysis did not hold on the page.');
  }
  if (strict === true && labels.includes('partial')) {
    throw new Stop(ExitCode.partial, 'The data is partial, and --strict was given.');
  }
}
