/**
 * The page before and after it is filled, and the files it becomes: a shell with its program, style and
 * perhaps a tenant file beside it, the same in one file, and the module for people who edit it.
 */
import { configuredModule, moduleConfiguration } from '../../report/files.ts';
import { configuredPage, pageConfiguration, type PageConfiguration } from '../../report/files.ts';
import { documentOf, fragmentOf, pageFiles } from '../../report/pages.ts';
import { placedConfiguration, placedPage, type PlacedPage } from '../../report/pages.ts';
import { textFile, type PackedFile } from '../../surfaces/packed-files.ts';
import type { JsonObject } from '../../torii/json.ts';
import { builtFile, builtFileIfAny } from './built-file.ts';
import { readProgram, type Program } from './program.ts';

/** Names of the files that `fill` writes besides those that the shell names. */
export const pageNames = {
  shell: 'index.html',
  document: 'dashboard.html',
  fragment: 'dashboard.fragment.html',
  module: 'react-dashboard-template.jsx',
} as const;

export interface BuiltPage extends PlacedPage {
  /** The module for people who edit it; null where a package leaves it out for its size. */
  readonly module: string | null;
}

/** The page as it was built, or as a personal skill carries it. */
export async function readPage(): Promise<BuiltPage> {
  const [shell, tenant, module] = await Promise.all([
    builtFile(pageNames.shell),
    builtFileIfAny(pageFiles.tenant),
    builtFileIfAny(pageNames.module),
  ]);
  return { shell, tenant, module };
}

/** The page with the keys that are given; null when it has no block that can be filled. */
export function filledPage(page: BuiltPage, configuration: PageConfiguration): BuiltPage | null {
  const held = placedConfiguration(page);
  const placed = held === null ? null : placedPage(page.shell, { ...held, ...configuration });
  const module = page.module === null ? null : configuredModule(page.module, configuration);
  if (placed === null || (page.module !== null && module === null)) return null;
  return { ...placed, module };
}

/** Every file of a filled page, by name. */
export async function writtenFiles(page: BuiltPage): Promise<{ files: PackedFile[]; program: Program }> {
  const program = await readProgram();
  const style = await builtFile(pageFiles.style);
  const code = { [pageFiles.program]: program.text, [pageFiles.style]: style };
  const beside = new Map(Object.entries(code));
  const whole =
    configuredPage(page.shell, { ...placedConfiguration(page), tenantFile: undefined }) ?? page.shell;
  const files = [
    textFile(pageNames.shell, page.shell),
    ...[...beside].map(([name, text]) => textFile(name, text)),
    ...(page.tenant === null ? [] : [textFile(pageFiles.tenant, page.tenant)]),
    textFile(pageNames.document, documentOf(whole, beside)),
    textFile(pageNames.fragment, fragmentOf(whole, beside)),
    ...(page.module === null ? [] : [textFile(pageNames.module, page.module)]),
  ];
  return { files, program };
}

/** What a file of a page holds by itself; null if it is not ours. */
export function heldInFile(name: string, text: string): JsonObject | null {
  return name.endsWith('.jsx') ? moduleConfiguration(text) : pageConfiguration(text);
}
