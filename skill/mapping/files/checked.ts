/**
 * Parses JSON with a schema of the tenant pack. In: the schema, JSON of any shape, and what the file is
 * called. Out: the value with every default filled in, or one problem for each thing that is wrong.
 */
import type * as z from 'zod/mini';
import { otherVersion } from '../base/file-version.ts';
import type { Problem } from '../base/problem.ts';
import { schemaProblems } from './schema-problems.ts';

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What a file is called in a sentence, and what else may be done with one of another release. */
export interface FileWords {
  readonly name: string;
  readonly otherRemedy?: string;
}

export function checkFile<Schema extends z.ZodMiniType>(
  schema: Schema,
  json: unknown,
  { name, otherRemedy = '' }: FileWords,
): Checked<z.output<Schema>> {
  const other = otherVersion(json, name, otherRemedy);
  if (other !== null) return { ok: false, problems: [other] };
  const parsed = schema.safeParse(json);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, problems: schemaProblems(parsed.error, schema, json) };
}
