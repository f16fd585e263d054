/** The dashboard as one document, filled with the mapping and the decisions that the answers rest on. */
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
    ...(decisions !== null && { decisions }),
    ...(asOf !== null && { asOf }),
  });
  if (filled === null) throw new Stop(ExitCode.ourFault, 'The page has no block to fill. Reinstall.');
  const beside = { [pageFiles.program]: program.text, [pageFiles.style]: style };
  return documentOf(filled, new Map(Object.entries(beside)));
}
