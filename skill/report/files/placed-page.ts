/**
 * A published page that is read in one look: what is too large for its shell goes into a file beside it.
 *
 * In: a shell, filled before or not, and the configuration it is to hold. Out: the shell, and the text of
 * the file beside it, or null where everything has room; null in place of both for a page without a block.
 */
import { isJsonObject, type JsonObject, parsedJson } from '../../torii/json.ts';
import { configuredPage, pageConfiguration, type PageConfiguration } from './configured-page.ts';
import { fittedJson } from '../base/fitted-json.ts';
import { pageFiles } from './page-shell.ts';

/** What a model reads before it publishes; about 1,200 tokens. */
export const SHELL_BYTES = 3_000;

/** In the order in which they leave the shell. */
const movable = ['history', 'baseline', 'decisions', 'mapping'] as const;

export interface PlacedPage {
  readonly shell: string;
  readonly tenant: string | null;
}

export function placedPage(shell: string, configuration: PageConfiguration): PlacedPage | null {
  const held = pageConfiguration(shell);
  if (held === null) return null;
  const { tenantFile: _, ...whole } = { ...held, ...configuration };
  for (let moved = 0; moved <= movable.length; moved += 1) {
    const placed = withMoved(shell, whole, movable.slice(0, moved));
    if (placed === null || placed.shell.length <= SHELL_BYTES) return placed;
  }
  // Nothing further can leave: a connector's name of kilobytes.
  return withMoved(shell, whole, movable);
}

/** Characters are bytes here: the shell is ASCII. */
function withMoved(shell: string, whole: PageConfiguration, moved: readonly string[]): PlacedPage | null {
  const beside = Object.fromEntries(
    Object.entries(whole).filter(([key, value]) => moved.includes(key) && value !== null),
  );
  const isEmpty = Object.keys(beside).length === 0;
  const kept = Object.fromEntries(
    Object.entries(whole).map(([key, value]) => [key, key in beside ? null : value]),
  );
  const page = configuredPage(shell, { ...kept, tenantFile: isEmpty ? undefined : pageFiles.tenant });
  return page === null ? null : { shell: page, tenant: isEmpty ? null : `${fittedJson(beside)}\n` };
}

/** What a placed page holds, in its shell and beside it; null when either cannot be read. */
export function placedConfiguration({ shell, tenant }: PlacedPage): JsonObject | null {
  const held = pageConfiguration(shell);
  if (held === null || held['tenantFile'] === undefined) return held;
  const beside = parsedJson(tenant ?? '');
  const { tenantFile: _, ...rest } = held;
  return isJsonObject(beside) ? { ...rest, ...beside } : null;
}
