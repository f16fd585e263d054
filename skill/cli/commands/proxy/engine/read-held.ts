/**
 * One reading of Torii and the analysis of it, the way `report` makes them: names of people leave the records
 * before anything is computed.
 */
import { draftMapping, moneyContradictions, withQuestions } from '../../../../mapping/discover.ts';
import { openQuestions, type TenantMapping } from '../../../../mapping/mapping.ts';
import { readPortfolio } from '../../../../mapping/portfolio.ts';
import { Stop } from '../../../../node/stop.ts';
import { recordsOf, takeSnapshot, type Snapshot } from '../../../../report/snapshot.ts';
import { planOf } from '../../../../report/texts.ts';
import type { HeldAnalysis } from '../../../../server/engine.ts';
import type { ReadProblem, TellProgress } from '../../../../server/held.ts';
import { toriiLimits, type Clock, type ToolBridge } from '../../../../torii/bridge.ts';
import { explain, type FailureKind, type ToolFailure } from '../../../../torii/failure.ts';
import { readTenant, type SourceFailure, type TenantRecords } from '../../../../torii/read.ts';
import { analysisOf } from '../../../inputs/analysis-of.ts';
import { list } from '../../../inputs/read-mapping.ts';
import type { Neighbor } from './neighbor.ts';
import { readFrom, type HandedOver } from './read-from.ts';
import { readPack, type HeldPack, type EngineFolder } from './pack-folder.ts';

/** What is kept besides, so that an answer about the mapping needs no new reading. */
export interface ReadAndHeld {
  readonly held: HeldAnalysis;
  /** Without names and e-mails. */
  readonly snapshot: Snapshot;
  /** Why a source was not read, or not to its end. */
  readonly failures: readonly SourceFailure[];
  readonly pack: HeldPack;
}

export interface HeldReadingInputs {
  readonly bridge: ToolBridge;
  readonly clock: Clock;
  readonly places: EngineFolder;
  /** The day that figures are for; asked once a reading, so that all answers of one have the same. */
  readonly asOf: () => string;
  /** A mapping that the person has answered in this session and not kept; null = as on the disk. */
  readonly answered: () => TenantMapping | null;
  /** Another server of this person, which may have read the same; absent = each reads for itself. */
  readonly meet?: () => Promise<Neighbor | null>;
  /** A failure in words, with what would help. */
  readonly sentenceFor: (failure: ToolFailure) => string;
}

export interface HeldTurn {
  /** Past what another server holds. */
  readonly fresh: boolean;
  readonly signal: AbortSignal;
  readonly tell: TellProgress;
}

export async function readHeld(
  inputs: HeldReadingInputs,
  { fresh, signal, tell }: HeldTurn,
): Promise<ReadAndHeld | ReadProblem> {
  try {
    const handed = await handedOver(inputs, { fresh, signal, tell });
    if (handed !== null) {
      const { asOf, snapshot, failures, readAt } = handed;
      return heldOf({ snapshot, failures, pack: await packNow(inputs), asOf, readAt });
    }
    const before = await packNow(inputs);
    const read = await readRecords(inputs, before.mapping, signal, tell);
    if (signal.aborted) return problem('The reading was stopped.');
    const lost = lostApps(read);
    if (lost !== null) {
      const { retracts } = explain(lost.kind);
      return { ok: false, sentence: inputs.sentenceFor(lost), retracts, failure: lost };
    }
    // A person may have answered or decided while Torii was read.
    const pack = await packNow(inputs);
    const snapshot = takeSnapshot(read, { withPeople: false });
    const readAt = new Date(inputs.clock.now()).toISOString();
    return heldOf({ snapshot, failures: read.failures ?? [], pack, asOf: inputs.asOf(), readAt });
  } catch (thrown) {
    if (thrown instanceof Stop) return problem(thrown.message);
    throw thrown;
  }
}

/** What another server of this person has read; null where there is none, or it could not. */
async function handedOver(inputs: HeldReadingInputs, turn: HeldTurn): Promise<HandedOver | null> {
  const neighbor = (await inputs.meet?.()) ?? null;
  if (neighbor === null) return null;
  try {
    return await readFrom(neighbor, inputs.clock, turn);
  } finally {
    neighbor.close();
  }
}

async function packNow({ places, answered }: HeldReadingInputs): Promise<HeldPack> {
  const kept = await readPack(places);
  return { ...kept, mapping: answered() ?? kept.mapping };
}

function problem(sentence: string): ReadProblem {
  return { ok: false, sentence, retracts: false };
}

async function readRecords(
  { bridge, clock }: HeldReadingInputs,
  mapping: TenantMapping | null,
  signal: AbortSignal,
  tell: TellProgress,
): Promise<TenantRecords> {
  let done = 0;
  const shared = { bridge, clock, limits: toriiLimits, signal, fresh: true };
  const records = await readPortfolio({
    ...shared,
    mapping,
    onProgress({ source, pages, rows, total }) {
      done += 1;
      const message = `Reading ${source}: ${rows}${total === null ? '' : ` of ${total}`} rows`;
      tell(done, message, { source, pages, rows, total });
    },
  });
  if (mapping !== null || lostApps(records) !== null) return records;
  const { organization } = await readTenant(bridge, { ...shared, sources: [], organization: true });
  return { ...records, organization };
}

/** Losses that concern the whole connection, whichever call met them. */
const wholeConnection: readonly FailureKind[] = ['needs-sign-in', 'not-torii'];

/** Without apps there is nothing to say; any other source missing costs its own figures only. */
function lostApps({ failures = [], apps }: TenantRecords): ToolFailure | null {
  const whole = failures.find(({ failure }) => wholeConnection.includes(failure.kind));
  if (whole !== undefined) return whole.failure;
  if (apps.length > 0) return null;
  return failures.find(({ source }) => source === 'apps')?.failure ?? null;
}

function drafted(records: TenantRecords): TenantMapping {
  const { mapping, questions } = draftMapping(records);
  return withQuestions(mapping, questions);
}

export interface HeldParts extends Omit<ReadAndHeld, 'held'> {
  readonly asOf: string;
  readonly readAt: string;
}

/** Analyzes again what was read, such as after a person has answered questions about the mapping. */
export function heldOf({ asOf, readAt, ...read }: HeldParts): ReadAndHeld | ReadProblem {
  const { snapshot, pack } = read;
  const records = recordsOf(snapshot);
  const mapping = pack.mapping ?? drafted(records);
  const plan = planOf(pack.decisions ?? { edits: [], decisions: [] }, mapping.tenant.currency);
  if (!plan.ok) return problem(['decisions.json cannot be followed:', ...list(plan.problems)].join('\n'));
  const { edits, decisions } = plan;
  const result = analysisOf(records, mapping, asOf, { edits, decisions });
  const doubts = mapping.status === 'approved' ? [] : moneyContradictions(mapping, records);
  const held: HeldAnalysis = {
    ...result,
    origin: pack.mapping === null ? 'discovered' : mapping.status,
    edits,
    decisions,
    readAt,
    questions: openQuestions(mapping),
    doubts: doubts.map(({ key, why }) => `"${key}": ${why}`),
  };
  return { ...read, held };
}
