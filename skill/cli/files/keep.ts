/** Guards what a person has put into a page before: nothing of it may get lost unasked. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TenantMapping } from '../../mapping/mapping.ts';
import { pageFiles } from '../../report/pages.ts';
import { placedConfiguration } from '../../report/pages.ts';
import { skillName } from '../../package/package.ts';
import type { PackedFile } from '../../surfaces/packed-files.ts';
import { isJsonObject, type JsonObject } from '../../torii/json.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { heldKeys, holdingWords } from './holding.ts';
import { heldInFile, pageNames } from './page.ts';

/** A page that was filled for another tenant is no template for this one. */
export function refuseOtherTenant(name: string, held: JsonObject, mapping: TenantMapping | null): void {
  const before = held['mapping'];
  const tenant = isJsonObject(before) ? before['tenant'] : null;
  if (mapping === null || !isJsonObject(tenant) || tenant['name'] === mapping.tenant.name) return;
  throw new Stop(
    ExitCode.badInput,
    `${name} already holds ${holdingWords(held)}; the mapping that was given is for ${mapping.tenant.name}. ` +
      'Use an empty template for another tenant. Nothing was overwritten.',
  );
}

type Texts = ReadonlyMap<string, string>;

/** Stops when a file in the way is not ours, or holds what the new one would not. */
export async function refuseLoss(folder: string, files: readonly PackedFile[]): Promise<void> {
  const next = new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
  // A page of before may name a tenant file where the new one has none.
  const names = new Set([...next.keys(), pageFiles.tenant]);
  const there: Texts = new Map((await Promise.all([...names].map((name) => textAt(folder, name)))).flat());
  for (const name of next.keys()) refuseToLose(join(folder, name), name, there, next);
}

async function textAt(folder: string, name: string): Promise<[string, string][]> {
  const text = await readFile(join(folder, name), 'utf8').catch(() => null);
  return text === null ? [] : [[name, text]];
}

function refuseToLose(path: string, name: string, there: Texts, next: Texts): void {
  const text = there.get(name);
  if (text === undefined || text === next.get(name) || isProgram(name, text)) return;
  const held = heldAmong(name, there);
  if (held === null) {
    throw new Stop(ExitCode.badInput, `${path} is not a page of this product. Nothing was overwritten.`);
  }
  const then = heldAmong(name, next) ?? {};
  const lost = heldKeys(held).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(then[key]));
  if (lost.length === 0) return;
  throw new Stop(
    ExitCode.badInput,
    `${path} already holds ${holdingWords(Object.fromEntries(lost))}. ` +
      'Nothing was overwritten. Add --replace to write over it, or choose another folder with --out.',
  );
}

/** Code and style of any of our releases; they contain no one's work. */
function isProgram(name: string, text: string): boolean {
  const isCode = [pageFiles.program, pageFiles.style, pageFiles.demo].some((code) => code === name);
  return isCode && text.startsWith(`/*! ${skillName} `);
}

/** What a file holds, together with the files it belongs to; null if it is not ours. */
function heldAmong(name: string, texts: Texts): JsonObject | null {
  if (/\.(js|css)$/.test(name)) return null;
  const isPart = name === pageNames.shell || name === pageFiles.tenant;
  if (!isPart) return heldInFile(name, texts.get(name) ?? '');
  const shell = texts.get(pageNames.shell) ?? '';
  const own = heldInFile(pageNames.shell, shell);
  const tenant = texts.get(pageFiles.tenant) ?? null;
  if (name === pageFiles.tenant && own?.['tenantFile'] !== name) return null;
  return placedConfiguration({ shell, tenant }) ?? own;
}
