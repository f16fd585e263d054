import { parseMappingText } from '../../mapping/mapping.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { readTextFile } from '../files/read-json.ts';

/** Stops before an unreviewed draft would overwrite an approved mapping. */
export async function keepApproved(file: string): Promise<void> {
  const there = await readTextFile(file).catch(() => null);
  if (there === null) return;
  const held = parseMappingText(there);
  if (!held.ok || held.mapping.status !== 'approved') return;
  throw new Stop(
    ExitCode.badInput,
    `${file} is the approved mapping of ${held.mapping.tenant.name}. Nothing was overwritten. ` +
      'Add --replace to write over it, or choose another file with --out.',
  );
}
