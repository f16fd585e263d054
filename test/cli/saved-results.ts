/** Tool results saved in pages of 15, as somebody's chat would leave them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTorii, type Torii } from '../../mocks/torii/torii.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import { folder, tenant } from './served.ts';

export async function savedResults(): Promise<string> {
  const torii = createTorii(tenant);
  const path = await folder();
  await savePages(torii, 'list_apps', { size: 15, includeLicenses: true }, path);
  await savePages(torii, 'list_contracts', { size: 15 }, path);
  return path;
}

async function savePages(torii: Torii, tool: string, args: JsonObject, path: string): Promise<void> {
  let cursor: string | null = null;
  for (let page = 1; page === 1 || cursor !== null; page += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const result = await torii.call(tool, cursor === null ? args : { ...args, cursor });
    const text = result.content[0]?.text ?? '';
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(join(path, `${tool}-${page}.json`), text);
    cursor = (JSON.parse(text) as { nextCursor?: string | null }).nextCursor ?? null;
  }
}
