/**
 * Records that a model copied out of its conversation into files: used as far as Torii's own totals confirm them.
 *
 * Out: records whose lists say how many totals confirm them. A total that disagrees ends the command, and so does a
 * list that nothing counts; what is still open is named with the calls that would confirm it.
 */
import { draftMapping } from '../../mapping/discover.ts';
import { fieldsToRequest } from '../../mapping/portfolio.ts';
import {
  confirmCopied,
  copiedFiles,
  readSavedResults,
  type ConfirmedRecords,
  type OpenTotal,
  type ReadFields,
  type TenantRecords,
} from '../../torii/read.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { readRecords } from '../files/read-records.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Reading } from './read-live.ts';

export async function readCopied(
  folder: string,
  { mapping, findsFields = false }: Reading,
  terminal: Terminal,
): Promise<TenantRecords> {
  const { files, unread } = await readRecords(folder);
  const { replies, totals, unread: unusable } = copiedFiles(files);
  const saved = readSavedResults(replies);
  for (const { name, problem } of [...unread, ...unusable, ...saved.files])
    if (problem !== null) terminal.warn(`${name}: ${problem}`);
  const { app, contract } = fieldsToRequest(
    mapping ?? draftMapping(saved.records).mapping,
    saved.records.fields,
  );
  const fields: ReadFields = { apps: app, contracts: contract };
  const confirmed = confirmCopied(saved.records, totals, fields);
  refuseDifferences(confirmed, folder);
  if (confirmed.open.length > 0) terminal.note(howToConfirm(confirmed.open, folder));
  // Which fields there are may be looked up in rows that nothing confirms; no figure is made of them.
  if (findsFields) return saved.records;
  refuseUncounted(confirmed, folder);
  for (const { source, status, reason } of confirmed.records.completeness)
    if (status === 'complete' && reason !== null) terminal.warn(`${source}: ${reason}`);
  return confirmed.records;
}

function refuseDifferences({ differences }: ConfirmedRecords, folder: string): void {
  if (differences.length === 0) return;
  const head = `Torii disagrees with what was copied into ${folder}. Nothing is computed from it:`;
  throw new Stop(
    ExitCode.checkFailed,
    [head, ...differences.slice(0, MOST_SHOWN).map((text) => `  ${text}`)].join('\n'),
  );
}

const MOST_SHOWN = 20;

function refuseUncounted({ uncounted, records }: ConfirmedRecords, folder: string): void {
  const apps = records.completeness.find(({ source }) => source === 'apps');
  if (apps === undefined || apps.status === 'not-read')
    throw new Stop(ExitCode.badInput, `${folder} holds no copied reply of list_apps.`);
  if (uncounted.length === 0) return;
  throw new Stop(
    ExitCode.checkFailed,
    `No count of Torii's confirms the copied ${uncounted.join(' and ')}. Nothing is computed from them.`,
  );
}

function howToConfirm(open: readonly OpenTotal[], folder: string): string {
  const calls = open.map(({ tool, input }) => `  ${JSON.stringify({ tool, input })}`);
  return [
    `Cells that no total of Torii confirms are left out. To confirm them, make each of these calls and write`,
    `{"tool", "input", "reply"} with its reply into a file of its own in ${folder}:`,
    ...calls,
  ].join('\n');
}
