import type { Finding, FindingType, Minor, Queue } from '../base/contract.ts';
import { confidenceLevels, levelOf } from '../base/confidence.ts';
import { citesIn, wordsOf, type Wording } from './wording.ts';

export interface FindingDraft {
  readonly type: FindingType;
  /** What the finding is about, such as app-11 or contract-5. */
  readonly subject: string;
  /** What found it; type, subject and rule are the id, so none of them may hold a threshold. */
  readonly rule: string;
  readonly appId?: number | null;
  readonly contractId?: number | null;
  readonly amount?: Minor | null;
  /** How many seats or accounts it is about. */
  readonly seats?: number;
  /** How many apps it is about, where it is about a group of them. */
  readonly apps?: number;
  readonly low?: Minor | null;
  readonly high?: Minor | null;
  readonly score: number;
  readonly evidence: readonly string[];
  readonly against?: readonly string[];
  readonly blockers?: readonly (string | Wording)[];
  readonly action: string | Wording;
  /** A note on the record: nothing has to be decided, whatever the type. */
  readonly informs?: boolean;
}

/** Only these may enter the default plan; everything else waits for a person, or informs. */
export const planTypes: ReadonlySet<FindingType> = new Set(['departed', 'unassigned', 'inactive']);

/** These say what is wrong with a record; no saving hangs on them. */
export const informingTypes: ReadonlySet<FindingType> = new Set([
  'bought-outside-contract',
  'no-owner',
  'no-date',
  'unmapped-state',
  'invalid-value',
  'zone-shifted-dates',
  'stale-usage',
]);

const none: readonly never[] = [];

export function findingOf(draft: FindingDraft): Finding<Minor> {
  const { type, score, amount = null, blockers = none } = draft;
  const finding: Finding<Minor> = {
    id: `${type}:${draft.subject}:${draft.rule}`,
    type,
    appId: draft.appId ?? null,
    contractId: draft.contractId ?? null,
    amount,
    low: draft.low === undefined ? amount : draft.low,
    high: draft.high === undefined ? amount : draft.high,
    confidence: levelOf(score),
    score,
    queue: draft.informs === true ? 'info' : queueOf(type, score, blockers.length > 0),
    evidence: draft.evidence,
    against: draft.against ?? none,
    blockers: blockers.length === 0 ? none : blockers.map(textOf),
    action: textOf(draft.action),
    decision: null,
  };
  const counted =
    draft.seats === undefined && draft.apps === undefined ? finding : withCounts(finding, draft);
  return withCites(counted, draft);
}

/**
 * Counts come after the amount. Few findings have any: to make all others in one piece takes a fifth of
 * the time. Spreads would make these as well, at forty times the cost.
 */
function withCounts(finding: Finding<Minor>, { seats, apps }: FindingDraft): Finding<Minor> {
  const { id, type, appId, contractId, amount } = finding;
  const counts = { ...(seats !== undefined && { seats }), ...(apps !== undefined && { apps }) };
  return Object.assign({ id, type, appId, contractId, amount }, counts, finding);
}

function textOf(said: string | Wording): string {
  return typeof said === 'string' ? said : wordsOf(said);
}

/** Most texts have no figure: those findings stay as they are. */
function withCites(finding: Finding<Minor>, { action, blockers = none }: FindingDraft): Finding<Minor> {
  const cites = [
    ...(typeof action === 'string' ? none : citesIn(action, 'action')),
    ...blockers.flatMap((said, index) =>
      typeof said === 'string' ? none : citesIn(said, `blockers/${index}`),
    ),
  ];
  return cites.length === 0 ? finding : Object.assign(finding, { cites });
}

function queueOf(type: FindingType, score: number, blocked: boolean): Queue {
  if (informingTypes.has(type)) return 'info';
  return planTypes.has(type) && score >= confidenceLevels.medium && !blocked ? 'plan' : 'review';
}

/** Letters and digits of any script, the rest as single hyphens: fit for an id and for a link. */
export function slugOf(text: string): string {
  const lower = text.toLowerCase();
  if (isSlug.test(lower)) return lower;
  const hyphenated = isLatin.test(lower)
    ? lower.replace(/[^a-z0-9]+/g, '-')
    : lower.replace(/[^\p{L}\p{N}]+/gu, '-');
  return hyphenated.replace(/^-|-$/g, '');
}

const isSlug = /^[a-z0-9]+$/;
/** Printable ASCII: the same answer without the tables of Unicode. */
const isLatin = /^[ -~]*$/;
