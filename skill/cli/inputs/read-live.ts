/** Reads a tenant from a live server; progress is shown, and a server without apps ends the command. */
import { readPortfolio } from '../../mapping/portfolio.ts';
import type { TenantMapping } from '../../mapping/mapping.ts';
import { renderCounted } from '../../analysis/facts.ts';
import { toriiLimits, type OfferedTool } from '../../torii/bridge.ts';
import type { ToolFailure } from '../../torii/failure.ts';
import { readTenant, type Source, type TenantRecords } from '../../torii/read.ts';
import { systemClock } from '../../node/clock.ts';
import type { HttpConnection } from '../connection/http-connection.ts';
import { openConnection } from '../connection/open-connection.ts';
import { stopOnFailure } from '../connection/stop-on-failure.ts';
import { createProgressText } from '../terminal/progress-text.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { watchSilence } from '../terminal/watch-silence.ts';

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
  /** What is asked is which fields there are: no figure comes of the rows. */
  readonly findsFields?: boolean;
}

export async function readLive(url: URL, reading: Reading, terminal: Terminal): Promise<ReadSource> {
  const connection = await openConnection(url, terminal);
  try {
    const records = await readRecords(connection, reading, terminal);
    const [lost] = requiredFailures(records);
    if (lost !== undefined) throw stopOnFailure(lost, url);
    return { records, offered: connection.offered };
  } finally {
    await connection.close();
  }
}

async function readRecords(
  { bridge }: HttpConnection,
  reading: Reading,
  terminal: Terminal,
): Promise<TenantRecords> {
  const progressText = createProgressText(systemClock);
  const shared = { bridge, clock: systemClock, limits: toriiLimits };
  const silence = watchSilence(terminal, 'Reading Torii');
  const records = await readPortfolio({
    ...shared,
    ...reading,
    onProgress: (progress) => silence.heard(progressText(progress)),
    onSource: (partial, source) => {
      if (!terminal.interactive) terminal.note(endLine(partial, source));
    },
  }).finally(() => silence.end());
  // Only a draft asks Torii what the tenant is called and which currency it keeps.
  if (reading.mapping !== null || requiredFailures(records).length > 0) return records;
  const { organization } = await readTenant(bridge, { ...shared, sources: [], organization: true });
  return { ...records, organization };
}

/** Without apps there is nothing to say; any other source missing costs its own figures only. */
function requiredFailures({ failures = [], apps }: TenantRecords): ToolFailure[] {
  if (apps.length > 0) return [];
  return failures.flatMap(({ source, failure }) => (source === 'apps' ? [failure] : []));
}

/** One plain line a source where no progress can be shown, as in the log of a scheduled run. */
function endLine({ completeness }: TenantRecords, source: Source): string {
  const end = completeness.find((certificate) => certificate.source === source);
  return `Read ${source}: ${renderCounted(end?.rows ?? 0, 'row')}, ${end?.status ?? 'not-read'}.`;
}
