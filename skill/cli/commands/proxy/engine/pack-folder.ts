/** Mapping and decisions as they lie on this machine, read again for every reading of Torii. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { TenantMapping } from '../../../../mapping/mapping.ts';
import { parseDecisions, type DecisionsFile } from '../../../../mapping/tenant-files.ts';
import { ExitCode, Stop } from '../../../../node/stop.ts';
import { readJson } from '../../../files/read-json.ts';
import { checkedMapping, list } from '../../../inputs/read-mapping.ts';

export interface EngineFolder {
  /** File of the mapping; null = in the tenant pack, or nowhere. */
  readonly mapping: string | null;
  /** Folder of the tenant pack; null = none was named, and nothing is ever written. */
  readonly tenantPack: string | null;
}

export interface HeldPack {
  /** Null = to be discovered. */
  readonly mapping: TenantMapping | null;
  readonly decisions: DecisionsFile | null;
}

export const mappingName = 'tenant-mapping.json';
export const decisionsName = 'decisions.json';

/** @throws Stop naming the file and what is wrong with it */
export async function readPack({ mapping, tenantPack }: EngineFolder): Promise<HeldPack> {
  const mappingFile = mapping ?? (await fileIn(tenantPack, mappingName));
  const decisionsFile = await fileIn(tenantPack, decisionsName);
  return {
    mapping: mappingFile === null ? null : (await checkedMapping(mappingFile)).mapping,
    decisions: decisionsFile === null ? null : await decisionsIn(decisionsFile),
  };
}

async function fileIn(folder: string | null, name: string): Promise<string | null> {
  if (folder === null) return null;
  const file = join(folder, name);
  return access(file).then(
    () => file,
    () => null,
  );
}

async function decisionsIn(file: string): Promise<DecisionsFile> {
  const parsed = parseDecisions(await readJson(file));
  if (parsed.ok) return parsed.decisions;
  throw new Stop(ExitCode.badInput, [`${file} cannot be followed:`, ...list(parsed.problems)].join('\n'));
}
