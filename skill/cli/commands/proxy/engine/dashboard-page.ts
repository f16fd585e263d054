/**
 * The dashboard as one document. The view takes records, mapping, decisions and day from the server; what the page is
 * filled with counts where a host keeps the view from the tool that gives them.
 */
import { configuredPage } from '../../../../report/files.ts';
import { documentOf, pageFiles } from '../../../../report/pages.ts';
import { ExitCode, Stop } from '../../../../node/stop.ts';
import { builtFile } from '../../../files/built-file.ts';
import { pageNames } from '../../../files/page.ts';
import { readProgram } from '../../../files/program.ts';
import { readPack, type EngineFolder } from './pack-folder.ts';

/** @throws Stop where the page is not there, or the tenant pack cannot be used */
export async function dashboardPage(places: EngineFolder, asOf: string | null): Promise<string> {
  const { mapping, decisions } = await readPack(places);
  const [shell, program, style] = await Promise.all([
    builtFile(pageNames.shell),
    readProgram(),
    builtFile(pageFiles.style),
  ]);
  const filled = configuredPage(shell, {
    tenantFile: undefined,
    ...(mapping !== null && { mapping }),
    // Their amounts are in the currency of the mapping.
    ...(mapping !== null && decisions !== null && { decisions }),
    ...(asOf !== null && { asOf }),
  });
  if (filled === null) throw new Stop(ExitCode.ourFault, 'The page has no block to fill. Reinstall.');
  const beside = { [pageFiles.program]: program.text, [pageFiles.style]: style };
  return documentOf(filled, new Map(Object.entries(beside)));
}
