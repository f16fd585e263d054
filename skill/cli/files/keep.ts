/** Guards what a person has put into a page before: nothing of it may get lost unasked. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TenantMapping } from '../../mapping/mapping.ts';
import { isJsonObject, type JsonObject } from '../../torii/json.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { heldKeys, holdingWords } from './holding.ts';
import { heldIn, type Template } from './template.ts';

/** A template that was filled for another tenant is no template for this one. */
export function refuseOtherTenant({ name }: Template, held: JsonObject, mapping: TenantMapping | null): void {
  const before = held['mapping'];
  const tenant = isJsonObject(before) ? before['tenant'] : null;
  if (mapping === null || !isJsonObject(tenant) || tenant['name'] === mapping.tenant.name) return;
  throw new Stop(
    ExitCode.badInput,
    `${name} already holds ${holdingWords(held)}; the mapping that was given is for ${mapping.tenant.name}. ` +
      'Use an empty template for another tenant. Nothing was overwritten.',
  );
}

/** Stops when a file in the way is not ours, or holds what the new page would not. */
export async function refuseLoss(folder: string, { name, text }: Template): Promise<void> {
  const path = join(folder, name);
  const there = await readFile(path, 'utf8').catch(() => null);
  if (there === null || there === text) return;
  const held = heldIn({ name, text: there });
  if (held === null) {
    throw new Stop(ExitCode.badInput, `${path} is not a page of this product. Nothing was overwritten.`);
  }
  const next = heldIn({ name, text }) ?? {};
  const lost = heldKeys(held).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(next[key]));
  if (lost.length === 0) return;
  throw new Stop(
    ExitCode.badInput,
    `${path} already holds ${holdingWords(Object.fromEntries(lost))}. ` +
      'Nothing was overwritten. Add --replace to write over it, or choose another folder with --out.',
  );
}
