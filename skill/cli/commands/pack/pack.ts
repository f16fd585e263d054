/**
 * `pack`: everything that can be installed, checked against the rules of where it is installed.
 *
 * In: this product's own files and, by choice, a tenant pack. Out: archives with the same bytes each
 * time, all or none; their contents with sizes on standard output.
 */
import { Command, Option } from 'commander';
import type { SkillParts } from '../../../package/package.ts';
import type { PackedFile } from '../../../surfaces/packed-files.ts';
import { ExitCode, Stop } from '../../../node/stop.ts';
import { demoFiles, demoNames } from '../../files/demo-page.ts';
import { holdingWords } from '../../files/holding.ts';
import { heldInFile } from '../../files/page.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { writeTogether } from '../../files/write-together.ts';
import { isTemplate, readIngredients } from '../../files/ingredients.ts';
import { packLines } from './pack-lines.ts';
import { packagesOf, type Package } from './packages.ts';
import { personalPackage } from './personal.ts';

interface PackOptions {
  readonly tenant?: string;
  readonly tenantPack?: string;
  readonly out: string;
}

export function packCommand(terminal: Terminal): Command {
  return (
    new Command('pack')
      .description('Make the packages to install: skill, plugin, desktop extension and demo.')
      .option('--tenant <dir>', 'also make a personal skill of the tenant pack in this folder')
      // As `fill` and `proxy` call it.
      .addOption(new Option('--tenant-pack <dir>', 'the same as --tenant').hideHelp())
      .option('--out <dir>', 'folder for the packages', 'dist/packages')
      .addHelpText('after', '\nExample:\n  saas-rationalization pack --tenant tenant --out packages')
      .action((options: PackOptions) => pack(options, terminal))
  );
}

async function pack(
  { tenantPack, tenant = tenantPack, out }: PackOptions,
  terminal: Terminal,
): Promise<void> {
  const parts = await readIngredients();
  const { files: demo } = await demoFiles();
  const personal = tenant === undefined ? [] : [await personalPackage(tenant, parts, terminal)];
  const packages = [...publicPackages({ parts, demo }, personal, terminal), ...personal];
  await writeTogether(
    out,
    packages.flatMap(({ names, bytes }) => names.map((path) => ({ path, bytes }))),
  );
  terminal.result(packLines(packages, terminal.resultWidth));
  terminal.note(`Written to ${out}.`);
}

interface Ingredients {
  readonly parts: SkillParts;
  readonly demo: readonly PackedFile[];
}

/** What one tenant put into the pages must not reach others. */
function publicPackages(
  { parts, demo }: Ingredients,
  personal: readonly Package[],
  terminal: Terminal,
): Package[] {
  const held = parts.assets.filter(isTemplate).flatMap(({ path, bytes }) => {
    const words = holdingWords(heldInFile(path, new TextDecoder().decode(bytes)) ?? {});
    return words === '' ? [] : [`${path} already holds ${words}.`];
  });
  if (held.length === 0)
    return packagesOf(
      parts,
      demo.filter(({ path }) => path === demoNames.document),
    );
  if (personal.length === 0) {
    const remedy = 'Rebuild the pages, or add --tenant for a personal skill. Nothing was written.';
    throw new Stop(ExitCode.badInput, [...held, remedy].join('\n'));
  }
  terminal.note([...held, 'So the personal skill alone is made.'].join('\n'));
  return [];
}
