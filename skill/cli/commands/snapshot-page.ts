import { documentOf, pageFiles } from '../../report/pages.ts';
import { sharedPage } from '../../report/files.ts';
import type { Analyzed } from '../inputs/analyze-inputs.ts';
import { builtFile } from '../files/built-file.ts';
import { ExitCode, Stop } from '../../node/stop.ts';

/** The page that `report --format html` writes: the built dashboard with this run inside. */
export async function snapshotPage({ records, mapping, decided, analysis }: Analyzed): Promise<string> {
  const [shell, program, style] = await Promise.all([
    builtFile('index.html'),
    builtFile(pageFiles.program),
    builtFile(pageFiles.style),
  ]);
  const page = sharedPage(shell, { records, mapping, decisions: decided, asOf: analysis.asOf });
  const code = { [pageFiles.program]: program, [pageFiles.style]: style };
  if (page !== null) return documentOf(page, new Map(Object.entries(code)));
  throw new Stop(ExitCode.ourFault, 'The built page has no configuration block. Run "npm run build" again.');
}
