/**
 * What a page that has read and computed hands to a chat: brief, digest and report as data, so that no record
 * passes through a model.
 *
 * Every figure carries the id of its fact; names are fields of their own, and data. No people. Each part has a
 * hash over what it says, so that a digit that was changed on the way is refused and its part named. The hash
 * tells a copy that went wrong from a right one; it is no seal against somebody who forges one.
 */
import * as z from 'zod/mini';
import { treeHash } from '../../analysis/facts.ts';
import { checkFile, currency, FILE_VERSION, isoDate, textSchema } from '../../mapping/tenant-files.ts';
import type { Problem } from '../../mapping/mapping.ts';
import { parsedJson } from '../../torii/json.ts';
import { runSchema } from '../history/run-record.ts';
import {
  briefSchema,
  decisionListSchema,
  sectionSchema,
  sentenceSchema,
  tableSchema,
} from './sentence-schema.ts';

export const HANDOVER_KIND = 'saas-rationalization-handover';

/** What is hashed, each by itself. */
const content = {
  about: z.strictObject({
    tenant: textSchema,
    asOf: isoDate,
    currency,
    /** When the oldest record left Torii; null where no host said. */
    readAt: z.nullable(z.string()),
    /** Release that computed it. */
    engine: z.string(),
    /** What must be said beside every figure: demo, what-if, slice. */
    notes: z.array(z.string()),
  }),
  brief: briefSchema,
  digest: z.strictObject({
    decisions: decisionListSchema,
    since: z.nullable(isoDate),
    changes: z.array(sentenceSchema),
    history: z.nullable(tableSchema),
    /** Where the mapping no longer fits; null = a draft was made for these records, and fits. */
    drift: z.nullable(z.array(z.string())),
  }),
  report: z.strictObject({ lists: z.array(sectionSchema), proof: z.array(sectionSchema) }),
  /** For `history/` of the tenant pack, and to compare with. */
  run: runSchema,
};

export const handoverContentSchema = z.strictObject(content);
export type HandoverContent = z.output<typeof handoverContentSchema>;
type HandoverPart = keyof HandoverContent;

const partNames = Object.freeze([
  'about',
  'brief',
  'digest',
  'report',
  'run',
] as const satisfies HandoverPart[]);

const hash = z.string().check(z.regex(/^[0-9a-f]{16}$/, 'sixteen hexadecimal digits'));

export const handoverSchema = z.strictObject({
  kind: z.literal(HANDOVER_KIND),
  schemaVersion: z.literal(FILE_VERSION),
  /** Over the hashes of the parts. */
  hash,
  hashes: z.strictObject({ about: hash, brief: hash, digest: hash, report: hash, run: hash }),
  ...content,
});

export type Handover = z.output<typeof handoverSchema>;

export function sealed(parts: HandoverContent): Handover {
  const hashes = hashesOf(parts);
  return { kind: HANDOVER_KIND, schemaVersion: FILE_VERSION, hash: treeHash(hashes), hashes, ...parts };
}

function hashesOf(parts: HandoverContent): Handover['hashes'] {
  const { about, brief, digest, report, run } = parts;
  return {
    about: treeHash(about),
    brief: treeHash(brief),
    digest: treeHash(digest),
    report: treeHash(report),
    run: treeHash(run),
  };
}

export type ParsedHandover =
  | { readonly ok: true; readonly handover: Handover }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function parseHandover(json: unknown): ParsedHandover {
  const checked = checkFile(handoverSchema, json, { name: 'block', otherRemedy: 'Hand it over again. Or: ' });
  if (!checked.ok) return checked;
  const problems = changedParts(checked.value);
  return problems.length === 0 ? { ok: true, handover: checked.value } : { ok: false, problems };
}

function changedParts(handover: Handover): Problem[] {
  const found = hashesOf(handover);
  const changed = partNames.filter((name) => found[name] !== handover.hashes[name]);
  if (changed.length > 0) return changed.map(changedPart);
  return treeHash(handover.hashes) === handover.hash ? [] : [changedPart('hash')];
}

function changedPart(path: string): Problem {
  return {
    path,
    message: 'What it says is not what the page handed over: a digit or a word has changed on the way.',
    remedy: 'Copy the block from the page again and save it unchanged.',
  };
}

/** The block in a text that was pasted: whatever comes before and after it is left out. Null where there is none. */
export function handoverIn(text: string): unknown {
  const [start, end] = [text.indexOf('{'), text.lastIndexOf('}')];
  if (start < 0 || end < start) return null;
  return parsedJson(text.slice(start, end + 1));
}
