import { type JsonObject, parsedObject } from '../../torii/json.ts';
import { fittedJson } from '../base/fitted-json.ts';

/** What a page may be told before it opens; the keys of its configuration block. */
export interface PageConfiguration {
  readonly connector?: string;
  readonly connectorName?: string;
  readonly mapping?: unknown;
  /** Content of decisions.json. */
  readonly decisions?: unknown;
  /** Content of baseline.json: the page then says what has moved since. */
  readonly baseline?: unknown;
  /** Contents of history/, oldest first: the page then draws them. */
  readonly history?: unknown;
  readonly asOf?: string | null;
  /** A snapshot to show instead of live data, without rows of people. */
  readonly snapshot?: unknown;
  /** Name of a file beside the page that holds further keys; absent where the page holds all. */
  readonly tenantFile?: string | undefined;
}

const block =
  /(<script type="application\/json" id="saas-rationalization-configuration">)([^<]*)(<\/script>)/;

/**
 * The page with its configuration block replaced; keys not given keep their value.
 * Returns null when the page has no such block, so that nothing is published half-configured.
 */
export function configuredPage(html: string, configuration: PageConfiguration): string | null {
  const held = pageConfiguration(html);
  if (held === null) return null;
  // A key to a line, so that people find theirs.
  const merged = fittedJson({ ...held, ...configuration }, 0);
  return html.replace(block, (_, open: string, __: string, close: string) => {
    return `${open}\n${harmless(merged)}\n${close}`;
  });
}

/** What the page's block holds; null when it has none. One that was edited into something unreadable is replaced whole. */
export function pageConfiguration(html: string): JsonObject | null {
  const found = block.exec(html);
  return found === null ? null : (parsedObject(found[2] ?? '') ?? {});
}

/** Valid JSON that cannot end the block and survives any re-encoding. */
function harmless(json: string): string {
  return json.replace(/[<>&]|[^\0-\x7f]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
