/** Replies of Torii's as a model would copy them out of its conversation, and the totals it then asks for. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTorii, type Torii } from '../../mocks/torii/torii.ts';
import { isJsonObject, type JsonObject } from '../../skill/torii/base/json.ts';
import { folder, tenant } from './served.ts';

export type Source = 'apps' | 'contracts';

/** Changes the rows before they are written, as a careless copy would. */
export type Slip = (rows: Record<Source, JsonObject[]>) => void;

/** Each list whole, in one file. */
export async function copiedRows(slip: Slip = () => {}): Promise<string> {
  const torii = createTorii(tenant);
  const path = await folder();
  const rows = {
    apps: await rowsOf(torii, 'list_apps', 'apps'),
    contracts: await rowsOf(torii, 'list_contracts', 'contracts'),
  };
  slip(rows);
  for (const [name, list] of Object.entries(rows)) {
    await writeFile(join(path, `${name}.json`), JSON.stringify({ [name]: list, nextCursor: null }));
  }
  return path;
}

async function rowsOf(torii: Torii, tool: string, container: Source): Promise<JsonObject[]> {
  const body = await answered(torii, tool, { size: 1000 });
  const rows = body[container];
  return Array.isArray(rows) ? rows.filter(isJsonObject) : [];
}

async function answered(torii: Torii, tool: string, input: JsonObject): Promise<JsonObject> {
  const { content } = await torii.call(tool, input);
  return JSON.parse(content[0]?.text ?? '') as JsonObject;
}

interface Asked {
  readonly tool: string;
  readonly input: JsonObject;
}

/** The calls that a command says would confirm more. */
export function callsIn(err: string): Asked[] {
  return err
    .split('\n')
    .filter((line) => line.startsWith('  {"tool"'))
    .map((line) => JSON.parse(line) as Asked);
}

/** Makes them, and keeps each reply in a file of its own beside the rows. */
export async function makeCalls(path: string, calls: readonly Asked[]): Promise<void> {
  const torii = createTorii(tenant);
  const before = (await readdir(path)).length;
  for (const [index, call] of calls.entries()) {
    const reply = await answered(torii, call.tool, call.input);
    await writeFile(join(path, `total-${before + index}.json`), JSON.stringify({ ...call, reply }));
  }
}

export async function bodyOf(path: string, name: string): Promise<JsonObject> {
  return JSON.parse(await readFile(join(path, name), 'utf8')) as JsonObject;
}
