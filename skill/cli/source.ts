/**
 * Where records come from, the same for every command: a live server, a folder of saved tool results,
 * or a snapshot. Out: `TenantRecords` with certificates; a source that cannot be opened ends the command.
 */
import type { Command } from 'commander';
import type { TenantMapping } from '../mapping/mapping.ts';
import { readPortfolio } from '../mapping/read-portfolio.ts';
import { parseSnapshot, recordsOf } from '../report/snapshot.ts';
import type { OfferedTool } from '../torii/bridge.ts';
import { toriiLimits } from '../torii/budget.ts';
import type { ToolFailure } from '../torii/failure.ts';
import type { Source, TenantRecords } from '../torii/records.ts';
import { readSavedResults } from '../torii/saved-results.ts';
import { systemClock } from './clock.ts';
import { ExitCode, Stop } from './exit.ts';
import { connect, type Connection } from './http-connection.ts';
import { readFolder } from './read-folder.ts';
import { readJson } from './read-json.ts';
import { stopFor } from './stop-for.ts';
import type { Terminal } from './terminal.ts';
import { tokenFromEnvironment } from './token.ts';
import { urlOf } from './url.ts';

export interface SourceOptions {
  readonly url?: URL;
  readonly records?: string;
  readonly input?: string;
}

export function withSource(command: Command): Command {
  return command
    .option('--url <url>', 'read a live MCP server; a bearer token is taken from TORII_MCP_TOKEN', urlOf)
    .option('--records <dir>', 'read tool results that were saved to files')
    .option('--input <snapshot>', 'read a snapshot');
}

export interface ReadSource {
  readonly records: TenantRecords;
  /** Tools the server offers; null where the source is not a server. */
  readonly offered: readonly OfferedTool[] | null;
}

export interface Reading {
  readonly mapping: TenantMapping | null;
  /** Read the people too. */
  readonly people?: boolean;
  /** Apps whose users are read too. */
  readonly detail?: (records: TenantRecords) => readonly number[];
}

export async function readSource(
  options: SourceOptions,
  reading: Reading,
  terminal: Terminal,
): Promise<ReadSource> {
  const given = [options.url, options.records, options.input].filter((value) => value !== undefined);
  if (given.length !== 1) {
    throw new Stop(ExitCode.badInput, 'Say where to read from: one of --url, --records or --input.');
  }
  if (options.url !== undefined) return readLive(options.url, reading, terminal);
  const records =
    options.records === undefined
      ? await readSnapshot(options.input ?? '')
      : await readSaved(options.records, terminal);
  return { records, offered: null };
}

async function readLive(url: URL, reading: Reading, terminal: Terminal): Promise<ReadSource> {
  const connection = await open(url);
  try {
    const offered = await connection.bridge.listTools?.();
    const records = await readPortfolio({
      bridge: connection.bridge,
      clock: systemClock,
      limits: toriiLimits,
      ...reading,
      onProgress: (progress) => terminal.progress(progressLine(progress)),
    });
    terminal.progress('');
    const [lost] = requiredFailures(records);
    if (lost !== undefined) throw stopFor(lost, url);
    return { records, offered: offered === undefined || 'ok' in offered ? null : offered };
  } finally {
    await connection.close();
  }
}

export async function open(url: URL): Promise<Connection> {
  const connection = await connect({ url, token: tokenFromEnvironment() });
  if ('ok' in connection) throw stopFor(connection, url);
  return connection;
}

/** Without apps there is nothing to say; any other source missing costs its own figures only. */
function requiredFailures({ failures = [] }: TenantRecords): ToolFailure[] {
  return failures.flatMap(({ source, failure }) => (source === 'apps' ? [failure] : []));
}

function progressLine(progress: {
  source: Source;
  pages: number;
  rows: number;
  total: number | null;
}): string {
  const of = progress.total === null ? '' : ` of ${progress.total}`;
  return `Reading ${progress.source}: ${progress.rows}${of} rows, ${progress.pages} pages`;
}

async function readSnapshot(file: string): Promise<TenantRecords> {
  const parsed = parseSnapshot(await readJson(file));
  if (parsed.ok) return recordsOf(parsed.snapshot);
  const lines = parsed.problems.map(({ path, message, remedy }) => `  ${path}: ${message} ${remedy}`);
  throw new Stop(ExitCode.badInput, [`${file} is not a usable snapshot:`, ...lines].join('\n'));
}

async function readSaved(folder: string, terminal: Terminal): Promise<TenantRecords> {
  const { records, files } = readSavedResults(await readFolder(folder));
  for (const { name, problem } of files) if (problem !== null) terminal.warn(`${name}: ${problem}`);
  if (records.apps.length > 0) return records;
  throw new Stop(
    ExitCode.badInput,
    `${folder} holds no saved result of list_apps. Save the tool results as they came, one file a reply.`,
  );
}
