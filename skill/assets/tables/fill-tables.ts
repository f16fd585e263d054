import { tables } from './tables.ts';

export type Filled =
  | { readonly ok: true; readonly text: string; readonly used: readonly string[] }
  | { readonly ok: false; readonly problem: string };

const marker = /<!-- generated: ([a-z0-9-]+) -->\n([\s\S]*?)<!-- end -->/g;
const opening = /<!-- generated:/g;

/**
 * A text with what is between its markers rewritten. A name that no table has, or a marker
 * that is not closed, is a problem: a text that silently stayed as it was would drift.
 */
export function fillTables(text: string): Filled {
  const found = [...text.matchAll(marker)].map(([, name = '']) => name);
  const unknown = found.find((name) => !Object.hasOwn(tables, name));
  if (unknown !== undefined) return { ok: false, problem: `No table is called "${unknown}".` };
  const nested = [...text.matchAll(marker)].some(([, , inside = '']) => inside.includes('<!-- generated:'));
  if (nested || [...text.matchAll(opening)].length !== found.length) {
    return { ok: false, problem: 'A marker is not closed by <!-- end -->.' };
  }
  const filled = text.replace(marker, (_, name: string) => {
    return [`<!-- generated: ${name} -->`, ...(tables[name]?.() ?? []), '<!-- end -->'].join('\n');
  });
  return { ok: true, text: filled, used: found };
}
