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
import { textFile, type PackedFile } from '../../../surfaces/packed-files.ts';
import { ExitCode, Stop } from '../../../node/stop.ts';
import { refuseOtherTenant } from '../../files/keep.ts';
import { filledWith, heldIn } from '../../files/template.ts';
import { list } from '../../inputs/read-mapping.ts';
import { readText } from '../../files/read-json.ts';
import { readTenantPack } from '../../inputs/tenant-pack.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { skillPackage, type Package } from './packages.ts';
import { isTemplate } from '../../files/ingredients.ts';

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
  const assets = parts.assets.map((asset) => (isTemplate(asset) ? filledAsset(asset, pack) : asset));
  const memory = tenantFiles(await textsIn(folder, pack));
  return skillPackage([`${skillName}.personal.zip`], [...skillFiles({ ...parts, assets }), ...memory]);
}

function filledAsset({ path, bytes }: PackedFile, { mapping, decisions }: TenantPack): PackedFile {
  const template = { name: path, text: new TextDecoder().decode(bytes) };
  refuseOtherTenant(template, heldIn(template) ?? {}, mapping);
  const { displayName: connectorName } = mapping.connector;
  const text = filledWith(template, { connectorName, mapping, decisions });
  if (text !== null) return textFile(path, text);
  throw new Stop(
    ExitCode.badInput,
    `The configuration block of ${path} cannot be read. Nothing was written.`,
  );
}

/** The files as people wrote them. */
async function textsIn(
  folder: string,
  { decisions, baseline }: TenantPack,
): Promise<ReadonlyMap<TenantFile, string>> {
  const names: TenantFile[] = [
    'tenant-mapping.json',
    ...(decisions === null ? [] : ['decisions.json' as const]),
    ...(baseline === null ? [] : ['baseline.json' as const]),
  ];
  const texts = names.map(async (name) => [name, await readText(join(folder, name))] as const);
  return new Map(await Promise.all(texts));
}
