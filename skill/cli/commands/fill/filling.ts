/** What goes into the pages, from the options of `fill`: the keys to write, and no others. */
import { join } from 'node:path';
import { parseConfiguredName } from '../../../torii/catalog.ts';
import type { TenantMapping } from '../../../mapping/mapping.ts';
import type { TenantPack } from '../../../package/package.ts';
import type { PageConfiguration } from '../../../report/files.ts';
import { ExitCode, Stop } from '../../../node/stop.ts';
import { readMappingFile } from '../../inputs/read-mapping.ts';
import { readJson } from '../../files/read-json.ts';
import { readTenantPack } from '../../inputs/tenant-pack.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { spellPrefix } from './connector.ts';

export interface FillingOptions {
  readonly uuid?: string;
  readonly tenantPack?: string;
  readonly mapping?: string;
}

export interface Filling {
  /** Keys that are absent stay as the template has them. */
  readonly configuration: PageConfiguration;
  /** The mapping with its defaults; null where none was given. */
  readonly mapping: TenantMapping | null;
}

export async function fillingOf(options: FillingOptions, terminal: Terminal): Promise<Filling> {
  const connector = options.uuid === undefined ? {} : { connector: connectorIn(options.uuid) };
  const given = await givenBy(options, terminal);
  if (given === null) return { configuration: connector, mapping: null };
  const { mapping, decisions, baseline, history, file } = given;
  const configuration = {
    ...connector,
    connectorName: mapping.connector.displayName,
    // As the person wrote it: with every default written out, the page would only grow.
    mapping: await readJson(file),
    ...(decisions === null ? {} : { decisions }),
    ...(baseline === null ? {} : { baseline }),
    ...(history.length === 0 ? {} : { history: history.slice(-mostRuns) }),
  };
  return { configuration, mapping };
}

/** Half a year of weeks, which is what a page draws well. */
const mostRuns = 26;

interface Given extends TenantPack {
  /** The mapping's file. */
  readonly file: string;
}

async function givenBy(
  { tenantPack: folder, mapping: file }: FillingOptions,
  terminal: Terminal,
): Promise<Given | null> {
  if (folder !== undefined && file !== undefined) {
    const sentence = 'Give --tenant-pack or --mapping: the folder has its own mapping.';
    throw new Stop(ExitCode.badInput, sentence);
  }
  if (folder !== undefined) {
    return { ...(await readTenantPack(folder, terminal)), file: join(folder, 'tenant-mapping.json') };
  }
  if (file === undefined) return null;
  return {
    mapping: await readMappingFile(file, terminal),
    decisions: null,
    baseline: null,
    history: [],
    file,
  };
}

function connectorIn(text: string): string {
  const parsed = parseConfiguredName(text);
  if (parsed.ok) return spellPrefix(parsed.prefix);
  throw new Stop(ExitCode.badInput, `--uuid: ${parsed.sentence}`);
}
