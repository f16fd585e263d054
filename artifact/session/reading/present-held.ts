/**
 * Shows the records that the server of a view holds, under its mapping, its decisions and its day: the figures of the
 * view are those of every answer in the conversation.
 *
 * In: where they are held, and what was on screen before. Out: what the reading changes; null where the server holds
 * none for a view. Never rejects.
 */
import { parseMapping, type Problem } from '../../../skill/mapping/mapping.ts';
import { parseDecisions } from '../../../skill/mapping/tenant-files.ts';
import { heldFailures, recordsOf } from '../../../skill/report/snapshot.ts';
import type { Clock } from '../../../skill/torii/bridge.ts';
import { errorMessage, explain, type ToolFailure } from '../../../skill/torii/failure.ts';
import type { Source, SourceFailure, TenantRecords } from '../../../skill/torii/read.ts';
import type { HeldRead, HeldSource } from '../../bridge/bridge.ts';
import type { Results, SessionState, SourceProgress } from '../model/state.ts';
import type { ViewSettings } from '../model/view-settings.ts';
import { interpret } from './interpret.ts';
import { reconcile } from './reconcile.ts';

export interface PresentHeldOptions {
  readonly held: HeldSource;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Let the server read Torii again first. */
  readonly fresh: boolean;
  readonly settings: () => ViewSettings;
  readonly previous: Pick<Results, 'records'> | null;
  readonly onProgress: (source: Source, progress: SourceProgress) => void;
}

type Change = Partial<SessionState>;

export async function presentHeld(options: PresentHeldOptions): Promise<Change | null> {
  const { held, signal, fresh, previous, onProgress } = options;
  const read = await held.read({
    refresh: fresh,
    signal,
    onProgress: ({ source, pages, rows, total }) => onProgress(source, { pages, rows, total }),
  });
  if (read === null) return null;
  if (!read.ok) return lost(read, previous);
  try {
    return await shownOf(read, options);
  } catch (thrown) {
    return { results: null, failures: [], stale: [], fault: errorMessage(thrown) };
  }
}

/** What passes leaves the last good figures; what takes the right to see them away takes them down. */
function lost(problem: ToolFailure, previous: PresentHeldOptions['previous']): Change {
  const failures: SourceFailure[] = [{ source: 'apps', failure: problem }];
  if (previous === null || explain(problem.kind).retracts) return { results: null, stale: [], failures };
  const { stale } = reconcile(previous.records, { ...previous.records, failures }, null);
  return { stale, failures };
}

async function shownOf({ head, snapshot }: HeldRead, options: PresentHeldOptions): Promise<Change> {
  const { asOf, isDiscovered, doubts } = head;
  if (doubts.length > 0) return { asOf, doubts, results: null, failures: [], stale: [] };
  const mapping = parseMapping(head.mapping);
  if (!mapping.ok) throw new Error(firstOf(mapping.problems));
  const { records, stale, failures } = recordsIn({ head, snapshot });
  const settings = { ...options.settings(), recorded: recordedIn(head) };
  const results = await interpret({
    records,
    mapping: mapping.mapping,
    origin: isDiscovered ? 'discovered' : 'configured',
    asOf,
    settings: () => settings,
    pause: () => options.clock.sleep(0).then(() => true),
  });
  return { asOf, settings, results, stale, failures, fault: null };
}

function recordedIn({ decisions: given }: HeldRead['head']): ViewSettings['recorded'] {
  if (given === null) return { edits: [], decisions: [] };
  const parsed = parseDecisions(given);
  if (!parsed.ok) throw new Error(firstOf(parsed.problems));
  return parsed.decisions;
}

function firstOf([problem]: readonly Problem[]): string {
  return `${problem?.path}: ${problem?.message}`;
}

type Shown = Pick<SessionState, 'stale' | 'failures'> & { readonly records: TenantRecords };

/** A reading that could not be renewed is shown, and says so. */
function recordsIn({ head, snapshot }: Pick<HeldRead, 'head' | 'snapshot'>): Shown {
  const records: TenantRecords = { ...recordsOf(snapshot), failures: heldFailures(head.failures) };
  const again = head.notRenewed === null ? [] : heldFailures([head.notRenewed]);
  const failures = [...(records.failures ?? []), ...again];
  if (again.length === 0) return { records, stale: [], failures };
  const { stale } = reconcile(records, { ...records, failures: again }, null);
  return { records, stale, failures };
}
