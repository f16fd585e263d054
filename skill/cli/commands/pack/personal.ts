/**
 * The personal skill: the skill with the memory of one tenant in it, and its pages filled, so that
 * surfaces without a memory start from what people approved and decided.
 */
import { join } from 'node:path';
import {
  peopleNamed,
  personalProblems,
  tenantFiles,
  type TenantFile,
  skillFiles,
  skillName,
  type SkillParts,
  type TenantPack,
} from '../../../package/package.ts';
import { pageFiles, placedConfiguration } from '../../../report/pages.ts';
import { textFile, type PackedFile } from '../../../surfaces/packed-files.ts';
import { ExitCode, Stop } from '../../../node/stop.ts';
import { refuseOtherTenant } from '../../files/keep.ts';
import { filledPage, pageNames, readPage } from '../../files/page.ts';
import { list } from '../../inputs/read-mapping.ts';
import { readTextFile } from '../../files/read-json.ts';
import { readTenantPack } from '../../inputs/tenant-pack.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { skillPackage, type Package } from './packages.ts';

export async function personalPackage(
  folder: string,
  parts: SkillParts,
  terminal: Terminal,
): Promise<Package> {
  const pack = await readTenantPack(folder, terminal);
  const problems = personalProblems(pack);
  if (problems.length > 0) {
    const sentence = `No personal skill is made of ${folder}. Nothing was written.`;
    throw new Stop(ExitCode.checkFailed, [sentence, ...list(problems)].join('\n'));
  }
  terminal.note(
    `It names who approved and decided: ${peopleNamed(pack).join(', ')}. No other people are in it.`,
  );
  const filled = await filledAssets(parts.assets, pack);
  const names = new Set(filled.map(({ path }) => path));
  const assets = [...parts.assets.filter(({ path }) => !names.has(path)), ...filled];
  const memory = tenantFiles(await textsIn(folder, pack));
  return skillPackage([`${skillName}.personal.zip`], [...skillFiles({ ...parts, assets }), ...memory]);
}

/** The page and the module with the memory in them, and what of it is too large for the page. */
async function filledAssets(
  assets: readonly PackedFile[],
  { mapping, decisions }: TenantPack,
): Promise<PackedFile[]> {
  const page = { ...(await readPage()), module: textOf(assets, pageNames.module) };
  refuseOtherTenant(pageNames.shell, placedConfiguration(page) ?? {}, mapping);
  const { displayName: connectorName } = mapping.connector;
  const filled = filledPage(page, { connectorName, mapping, decisions });
  if (filled === null) {
    const sentence = 'The configuration block of a page cannot be read. Nothing was written.';
    throw new Stop(ExitCode.badInput, sentence);
  }
  return [
    textFile(pageNames.shell, filled.shell),
    ...(filled.tenant === null ? [] : [textFile(pageFiles.tenant, filled.tenant)]),
    ...(filled.module === null ? [] : [textFile(pageNames.module, filled.module)]),
  ];
}

function textOf(files: readonly PackedFile[], name: string): string | null {
  const found = files.find(({ path }) => path === name);
  return found === undefined ? null : new TextDecoder().decode(found.bytes);
}

/** The files as people wrote them. */
async function textsIn(
  folder: string,
  { decisions, baseline, history }: TenantPack,
): Promise<ReadonlyMap<TenantFile, string>> {
  const names: TenantFile[] = [
    'tenant-mapping.json',
    ...(decisions === null ? [] : ['decisions.json' as const]),
    ...(baseline === null ? [] : ['baseline.json' as const]),
    ...history.map(({ asOf }) => `history/${asOf}.json` as const),
  ];
  const texts = names.map(async (name) => [name, await readTextFile(join(folder, name))] as const);
  return new Map(await Promise.all(texts));
}
