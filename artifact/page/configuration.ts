import { isJsonObject, parsedJson } from '../../skill/torii/json.ts';
import { CONFIGURATION_ID, emptyConfigurationBlock } from '../../skill/report/pages.ts';

type Given = Readonly<Record<string, unknown>>;

/**
 * The configuration block of a built page, less what was left as it came from the build.
 *
 * Out: the keys a person or a command has set, for the dashboard to check. A block that is not JSON
 * comes back under a key that says so, because a page with a broken block must still open and tell.
 */
export function configurationIn(document: Pick<Document, 'getElementById'>): Given {
  const text = document.getElementById(CONFIGURATION_ID)?.textContent ?? '{}';
  const block = parsedJson(text);
  if (!isJsonObject(block)) return { block: text.slice(0, 80) };
  const defaults = parsedJson(emptyConfigurationBlock);
  const untouched = isJsonObject(defaults) ? defaults : {};
  return Object.fromEntries(Object.entries(block).filter(([key, value]) => untouched[key] !== value));
}

/** Only a file beside the page, never another place. */
const besideThePage = /^[\w-]+\.json$/;

/**
 * The same with what lies in the file that the block names, because it is too large for the page itself.
 * Where the file cannot be read, its name stays in the configuration, and the dashboard says so.
 */
export async function withTenantFile(
  given: Given,
  read: (name: string) => Promise<unknown> = readJson,
): Promise<Given> {
  const { tenantFile: name, ...rest } = given;
  if (typeof name !== 'string' || !besideThePage.test(name)) return given;
  const content = await read(name).catch(() => null);
  return isJsonObject(content) ? { ...content, ...rest } : given;
}

async function readJson(name: string): Promise<unknown> {
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
}
