import { isJsonObject } from '../../skill/torii/json.ts';
import { CONFIGURATION_ID, emptyConfigurationBlock } from '../build/document.ts';

/**
 * The configuration block of a built page, less what was left as it came from the build.
 *
 * Out: the keys a person or a command has set, for the dashboard to check. A block that is not JSON
 * comes back under a key that says so, because a page with a broken block must still open and tell.
 */
export function configurationIn(
  document: Pick<Document, 'getElementById'>,
): Readonly<Record<string, unknown>> {
  const text = document.getElementById(CONFIGURATION_ID)?.textContent ?? '{}';
  const block = parsed(text);
  if (!isJsonObject(block)) return { block: text.slice(0, 80) };
  const defaults = parsed(emptyConfigurationBlock);
  const untouched = isJsonObject(defaults) ? defaults : {};
  return Object.fromEntries(Object.entries(block).filter(([key, value]) => untouched[key] !== value));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
