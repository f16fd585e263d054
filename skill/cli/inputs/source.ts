/**
 * Where records come from, the same for every command: a live server, saved or copied tool results, or a
 * snapshot. Out: `TenantRecords` with certificates; a source that cannot be opened ends the command,
 * one that is not complete is named on standard error.
 */
import type { Command } from 'commander';
import type { TenantMapping } from '../../mapping/mapping.ts';
import { recordsOf } from '../../report/snapshot.ts';
import { type TenantRecords, readSavedResults } from '../../torii/read.ts';
import { incompleteSources } from '../terminal/completeness-lines.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { list } from './read-mapping.ts';
import { readCopied } from './read-copied.ts';
import { usableSnapshot } from './read-snapshot.ts';
import { readRecords } from '../files/read-records.ts';
import { readJson } from '../files/read-json.ts';
import { readLive, type Reading, type ReadSource } from './read-live.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { withoutSecretAddresses } from '../../node/secrets.ts';
import { urlOf } from '../../node/addresses.ts';

export interface SourceOptions {
  readonly url?: URL;
  readonly records?: string;
  readonly copied?: string;
  readonly input?: string;
}

export type SourceKind = 'live' | 'saved' | 'copied' | 'snapshot';

export function withSource(command: Command): Command {
  return command
    .option('--url <url>', 'read a live MCP server, with TORII_MCP_TOKEN or your stored sign-in', urlOf)
    .option('--records <path>', 'read tool results that were saved: a folder, or the transcript of a session')
    .option(
      '--copied <folder>',
      'use small results that a model copied into files, as far as totals of Torii in the same folder confirm them',
    )
    .option('--input <snapshot>', 'read a snapshot; - is standard input');
}

/** The one source that the options name; stops when they name none, or several. */
export function sourceKind({ url, records, copied, input }: SourceOptions): SourceKind {
  const given: SourceKind[] = [
    ...(url === undefined ? [] : ['live' as const]),
    ...(records === undefined ? [] : ['saved' as const]),
    ...(copied === undefined ? [] : ['copied' as const]),
    ...(input === undefined ? [] : ['snapshot' as const]),
  ];
  const [kind] = given;
  if (kind !== undefined && given.length === 1) return kind;
  throw new Stop(
    ExitCode.badInput,
    'Say where to read from: one of --url, --records, --copied or --input, and only one.',
  );
}

export async function readSource(
  options: SourceOptions,
  reading: Reading,
  terminal: Terminal,
): Promise<ReadSource> {
  sourceKind(options);
  const { url } = options;
  if (url !== undefined) warnOfOtherServer(url, reading.mapping, terminal);
  const read =
    url !== undefined
      ? await readLive(url, reading, terminal)
      : {
          records: await readFiles(options, reading, terminal),
          offered: null,
        };
  for (const sentence of incompleteSources(read.records.completeness)) terminal.warn(sentence);
  return read;
}

function readFiles(
  { records: folder, copied, input = '' }: SourceOptions,
  reading: Reading,
  terminal: Terminal,
): Promise<TenantRecords> {
  if (folder !== undefined) return readSaved(folder, terminal);
  return copied === undefined ? readSnapshot(input, terminal) : readCopied(copied, reading, terminal);
}

/** A mapping made for one server may not fit another, so a different address is never silent. */
function warnOfOtherServer(url: URL, mapping: TenantMapping | null, terminal: Terminal): void {
  const expected = mapping?.connector.url;
  if (expected === undefined || isSameAddress(expected, url)) return;
  terminal.warn(`--url ${url.href} is read, although the mapping is for connector.url ${expected}.`);
}

/** A mapping holds its address without a token. */
function isSameAddress(expected: string, { href }: URL): boolean {
  if (!URL.canParse(expected)) return false;
  return withoutSecretAddresses(new URL(expected).href) === withoutSecretAddresses(href);
}

async function readSnapshot(file: string, terminal: Terminal): Promise<TenantRecords> {
  const parsed = usableSnapshot(file, await readJson(file), terminal);
  if (parsed.ok) return recordsOf(parsed.snapshot);
  throw new Stop(
    ExitCode.badInput,
    [`${file} is not a usable snapshot:`, ...list(parsed.problems)].join('\n'),
  );
}

async function readSaved(folder: string, terminal: Terminal): Promise<TenantRecords> {
  const saved = await readRecords(folder);
  for (const { name, problem } of saved.unread) terminal.warn(`${name}: ${problem}`);
  const { records, files } = readSavedResults(saved.files);
  for (const { name, problem } of files) if (problem !== null) terminal.warn(`${name}: ${problem}`);
  // A tenant without apps is a certificate of no rows; no certificate is no reading.
  const apps = records.completeness.find(({ source }) => source === 'apps');
  if (apps !== undefined && apps.status !== 'not-read') return records;
  throw new Stop(
    ExitCode.badInput,
    `${folder} holds no saved result of list_apps. Give the folder with the results as they came, or the transcript (.jsonl) of the session that asked for them.`,
  );
}
