/** The product from end to end: files of tool results and a mapping in, the JSON of the report out. */
import { analysisOf } from '../../skill/cli/inputs/analysis-of.ts';
import { parseMapping } from '../../skill/mapping/mapping.ts';
import { analysisText } from '../../skill/report/snapshot.ts';
import { readSavedResults } from '../../skill/torii/read.ts';
import type { JsonRow } from './json.ts';
import type { Tenant } from './tenant.ts';

interface SavedFile {
  readonly name: string;
  readonly text: string;
}

export type Answer =
  | { readonly ok: true; readonly analysis: JsonRow }
  | { readonly ok: false; readonly problem: string };

/** The records of a tenant as a folder of raw tool results has them. */
export function filesOf({ records }: Tenant): SavedFile[] {
  return Object.entries(records).map(([list, rows]) => ({
    name: `list_${list}.json`,
    text: JSON.stringify({ [list]: rows, count: rows.length, total: rows.length, nextCursor: null }, null, 2),
  }));
}

export function productAnswer(tenant: Tenant): Answer {
  const mapping = parseMapping(tenant.mapping);
  if (!mapping.ok) return { ok: false, problem: `mapping refused: ${JSON.stringify(mapping.problems[0])}` };
  try {
    const { records } = readSavedResults(filesOf(tenant));
    const { analysis } = analysisOf(records, mapping.mapping, tenant.asOf);
    return { ok: true, analysis: JSON.parse(analysisText(analysis)) as JsonRow };
  } catch (error) {
    return { ok: false, problem: `the pipeline failed: ${String(error)}` };
  }
}
