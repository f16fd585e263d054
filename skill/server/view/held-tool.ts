/**
 * The reading that all answers rest on, for the view of the same server: a tool that hosts offer to views and not to
 * models. In: what is held, and from where. Out: a part of it that a host passes on whole. Names of people are not in
 * it, and the view computes from it what the tools have computed.
 */
import * as z from 'zod/mini';
import { checkFile } from '../../mapping/tenant-files.ts';
import type { DecisionsFile } from '../../mapping/tenant-files.ts';
import {
  headSnapshot,
  heldPartSchema,
  heldRows,
  MOST_PART_SIGNS,
  type HeldPart,
  type Snapshot,
} from '../../report/snapshot.ts';
import type { ToolFailure } from '../../torii/failure.ts';
import type { JsonObject } from '../../torii/json.ts';
import type { SourceFailure } from '../../torii/read.ts';
import { asJson, schemaOf } from '../base/engine-tool.ts';
import type { HeldAnalysis } from '../base/held-analysis.ts';
import type { ReadProblem } from '../reading/reading-turn.ts';

const input = z.strictObject({
  from: z._default(z.number().check(z.int(), z.gte(0)), 0).check(z.describe('As `next` of the part before')),
  most: z
    ._default(z.number().check(z.int(), z.gte(1), z.lte(MOST_PART_SIGNS)), MOST_PART_SIGNS)
    .check(z.describe('Signs of rows in a part')),
  refresh: z._default(z.boolean(), false).check(z.describe('Read Torii again first')),
});

export const heldTool = {
  name: 'read_held',
  title: 'Records behind the answers, for the dashboard',
  description:
    'For the dashboard alone: the records that this server holds, in parts. For questions use saas_overview or ' +
    'query_portfolio; rows are no answer.',
  inputSchema: schemaOf(input, 'input'),
  outputSchema: schemaOf(heldPartSchema, 'output'),
} as const;

export type HeldAsked =
  | ({ readonly ok: true } & z.output<typeof input>)
  | { readonly ok: false; readonly text: string };

export function readHeldArguments(args: JsonObject): HeldAsked {
  const checked = checkFile(input, args, { name: 'The arguments' });
  if (checked.ok) return { ok: true, ...checked.value };
  return { ok: false, text: checked.problems.map(({ path, message }) => `${path}: ${message}`).join('\n') };
}

export interface HeldForView {
  readonly held: HeldAnalysis;
  readonly snapshot: Snapshot;
  readonly decisions: DecisionsFile | null;
  readonly failures: readonly SourceFailure[];
}

/** @param problem why it is older than was asked for */
export function heldPart(
  value: HeldForView,
  { from, most }: Pick<z.output<typeof input>, 'from' | 'most'>,
  problem: ReadProblem | null,
): JsonObject {
  const { held, snapshot } = value;
  const part: HeldPart = {
    state: 'held',
    reading: held.readAt,
    ...(from === 0 && { head: headOf(value, problem) }),
    ...heldRows(snapshot, from, most),
  };
  return asJson(part);
}

function headOf({ held, snapshot, decisions, failures }: HeldForView, problem: ReadProblem | null) {
  const { mapping, origin, analysis, doubts } = held;
  return {
    asOf: analysis.asOf,
    mapping: asJson(mapping),
    isDiscovered: origin === 'discovered',
    decisions: decisions === null ? null : asJson(decisions),
    snapshot: asJson(headSnapshot(snapshot)),
    failures: failures.map(({ source, failure }) => failedSource(source, failure)),
    notRenewed: problem === null ? null : failedSource('apps', failureOf(problem)),
    doubts: [...doubts],
  };
}

function failedSource(source: string, { kind, message }: Pick<ToolFailure, 'kind' | 'message'>) {
  return { source, kind, message };
}

/** Nothing is held: it is still being read, or could not be. */
export function heldProblem(problem: ReadProblem): JsonObject {
  const { underWay } = problem;
  if (underWay !== undefined) return asJson({ state: 'reading', progress: underWay } satisfies HeldPart);
  return asJson({ state: 'failed', failure: failureOf(problem) } satisfies HeldPart);
}

function failureOf({ failure, sentence }: ReadProblem): Pick<ToolFailure, 'kind' | 'message'> {
  return failure === undefined ? { kind: 'unavailable', message: sentence } : pick(failure);
}

function pick({ kind, message }: ToolFailure): Pick<ToolFailure, 'kind' | 'message'> {
  return { kind, message };
}
