import { sharedPage } from '../../report/files.ts';
import type { Analyzed } from '../inputs/analyzed.ts';
import { builtFile } from '../files/built-file.ts';
import { ExitCode, Stop } from '../../node/stop.ts';

/** The page that `report --format html` writes: the built dashboard with this run inside. */
export async function snapshotPage({ records, mapping, decided, analysis }: Analyzed): Promise<string> {
  const built = await builtFile('dashboard.slim.html');
  const page = sharedPage(built, { records, mapping, decisions: decided, asOf: analysis.asOf });
  if (page !== null) return page;
  throw new Stop(ExitCode.ourFault, 'The built page has no configuration block. Run "npm run build" again.');
}
