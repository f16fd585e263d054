/**
 * Makes the block that a page hands to a chat.
 *
 * In: an analysis, what must be said of it, and how to take names of people out of a text. Out: the block, small
 * enough to be pasted: where it is too large, lists are cut and say that they go on.
 */
import type { Analysis } from '../../analysis/contract.ts';
import { fittedJson } from '../base/fitted-json.ts';
import type { Previous } from '../changes/changes.ts';
import { runOf } from '../history/run-of.ts';
import type { TimePoint } from '../history/over-time.ts';
import { type Brief, briefOf } from '../text/brief.ts';
import { digestOf, type RunDigest } from '../text/digest.ts';
import { reportOf } from '../text/report-content.ts';
import { thereAreMore } from '../text/report-lists.ts';
import { viewNotes } from '../text/view-note.ts';
import { handoverContentSchema, type Handover, type HandoverContent, sealed } from './handover.ts';

export interface HandoverInputs {
  /** What the reader sees, with what they tried on the page. */
  readonly analysis: Analysis;
  /** Of everything, as recorded: what a history keeps. */
  readonly recorded: Analysis;
  readonly notes: readonly string[];
  readonly previous: Previous | null;
  /** The runs up to this one. */
  readonly history: readonly TimePoint[];
  /** What was saved since the run before, in minor units; null = nothing to compare with. */
  readonly verified: number | null;
  /** Where the mapping no longer fits the tenant; null = nobody compared. */
  readonly drift: readonly string[] | null;
  /** A text without the names and e-mails of people. */
  readonly clean: (text: string) => string;
}

/** About 25,000 tokens: what a chat takes in one message without losing sight of the rest. */
export const HANDOVER_BYTES = 60_000;

/** Rows of a table, from what a report shows down to what still says something. */
const rowLimits = [20, 12, 6, 3];

export function handoverOf(inputs: HandoverInputs): Handover {
  const whole = contentOf(inputs);
  for (const most of rowLimits) {
    const block = sealed(cutTo(most, whole));
    if (sizeOf(block) <= HANDOVER_BYTES) return block;
  }
  return sealed(cutTo(1, whole));
}

function sizeOf(block: Handover): number {
  return new TextEncoder().encode(handoverText(block)).length;
}

/** The bytes of a block; any layout of the same JSON reads the same. */
export function handoverText(block: Handover): string {
  return `${fittedJson(block)}\n`;
}

function contentOf({ analysis, recorded, notes, clean, ...inputs }: HandoverInputs): HandoverContent {
  const brief = briefOf(analysis, 'handover');
  const digest = digestOf(analysis, inputs);
  const { lists, proof } = reportOf(analysis);
  const { tenant, asOf, currency } = brief;
  const read = analysis.completeness.flatMap(({ fetchedAt }) => fetchedAt ?? []).toSorted();
  const { since, changes, history, drift, decisions } = digest.kind === 'run' ? digest : untold(brief);
  const content = {
    about: {
      tenant,
      asOf,
      currency,
      readAt: read[0] ?? null,
      engine: analysis.engine.version,
      notes: [...new Set([...notes, ...viewNotes(analysis)])],
    },
    brief,
    digest: { decisions, since, changes, history, drift },
    report: { lists, proof },
    run: runOf(recorded, inputs.verified),
  };
  return handoverContentSchema.parse(withTexts(content, clean));
}

/** Without apps there is nothing to say but what the brief says. */
function untold({
  decisions,
}: Brief): Pick<RunDigest, 'decisions' | 'since' | 'changes' | 'history' | 'drift'> {
  return { decisions, since: null, changes: [], history: null, drift: null };
}

/** The same tree with every text passed through `clean`. */
function withTexts(value: unknown, clean: (text: string) => string): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map((item) => withTexts(item, clean));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      item === undefined ? [] : [[key, withTexts(item, clean)]],
    ),
  );
}

function cutTo(most: number, { report, run, ...rest }: HandoverContent): HandoverContent {
  // The figures are few, and are never cut.
  const [figures, ...lists] = report.lists;
  const cut = lists.map(({ title, parts }) => ({ title, parts: cutParts(parts, most) }));
  return {
    ...rest,
    report: { ...report, lists: figures === undefined ? [] : [figures, ...cut] },
    run: { ...run, apps: run.apps.slice(0, 2 * most), decisions: run.decisions.slice(0, 2 * most) },
  };
}

type ListPart = HandoverContent['report']['lists'][number]['parts'][number];

/** A list says once that it goes on. */
function cutParts(parts: readonly ListPart[], most: number): ListPart[] {
  const isTold = parts.some((part) => 'say' in part && part.say[0] === thereAreMore);
  return parts.flatMap((part): ListPart[] => {
    if (!('table' in part) || part.table.rows.length <= most) return [part];
    const table = { ...part.table, rows: part.table.rows.slice(0, most) };
    return isTold ? [{ table }] : [{ table }, { say: [thereAreMore] }];
  });
}
