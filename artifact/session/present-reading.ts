import type { IsoDate } from '../../skill/analysis/contract.ts';
import { applyMapping, MappedRows } from '../../skill/mapping/portfolio.ts';
import type { TenantMapping } from '../../skill/mapping/mapping.ts';
import type { Clock, ToolBridge, Budget } from '../../skill/torii/bridge.ts';
import type { Source, TenantRecords } from '../../skill/torii/read.ts';
import { interpret, type Earlier } from './interpret.ts';
import type { Lens } from './lens.ts';
import { messageOf } from './message-of.ts';
import { readForPage } from './reading.ts';
import { reconcile } from './reconcile.ts';
import type { SessionState } from './state.ts';

export interface ReadingToPresent {
  readonly bridge: ToolBridge;
  readonly clock: Clock;
  readonly budget: Budget;
  /** Aborted once a newer reading has begun or the person stopped this one. */
  readonly signal: AbortSignal;
  readonly fresh: boolean;
  readonly mapping: TenantMapping | null;
  readonly asOf: IsoDate;
  readonly lens: () => Lens;
  /** What was on screen when the reading began. */
  readonly previous: TenantRecords | null;
  /** Changes the state of the session; does nothing once the reading is void. */
  readonly update: (change: (state: SessionState) => Partial<SessionState>) => void;
}

/**
 * Reads the tenant and shows each source as its last page comes, and once more with Torii's own count.
 * Rows are mapped page by page, while the next page is on its way; what is overtaken while it is worked
 * out is skipped.
 * @returns what the whole reading changes, so that it is shown together with the end of the reading
 */
export async function presentReading(reading: ReadingToPresent): Promise<Partial<SessionState>> {
  const { update, mapping } = reading;
  const finished = new Set<Source>();
  const sofar: SoFar = { met: new MappedRows(), earlier: null };
  let latest = 0;
  const changeBy = async (
    records: TenantRecords,
    through: ReadonlySet<Source> | null,
  ): Promise<Partial<SessionState> | null> => {
    latest += 1;
    const mine = latest;
    const isLatest = (): boolean => mine === latest;
    const change = await shown(reading, records, through, sofar, isLatest);
    return isLatest() ? change : null;
  };
  const ended = async (records: TenantRecords, source: Source): Promise<void> => {
    finished.add(source);
    const change = await changeBy(records, new Set(finished));
    if (change !== null) update(() => change);
  };
  const last = await readForPage({
    ...reading,
    onProgress: (source, reached) =>
      update(({ progress }) => ({ progress: { ...progress, [source]: reached } })),
    onSource: (records, source) => void ended(records, source),
    onRows(records, source, whole) {
      if (whole) void ended(records, source);
      else if (mapping !== null) applyMapping(records, mapping, sofar.met);
    },
  });
  return (await changeBy(last, null)) ?? {};
}

/** What one reading has worked out already. */
interface SoFar {
  readonly met: MappedRows;
  earlier: Earlier | null;
}

/**
 * What the records change; null when they were overtaken.
 * @param through sources the reading is through with; null = all of them.
 */
async function shown(
  { previous, mapping, asOf, lens, clock }: ReadingToPresent,
  records: TenantRecords,
  through: ReadonlySet<Source> | null,
  sofar: SoFar,
  isLatest: () => boolean,
): Promise<Partial<SessionState> | null> {
  const { failures = [] } = records;
  const { records: kept, stale } = reconcile(previous, records, through);
  if (kept === null || !hasBase(kept)) return { picture: null, stale, failures };
  try {
    const pause = (): Promise<boolean> => clock.sleep(0).then(isLatest);
    const picture = await interpret({ ...sofar, records: kept, mapping, asOf, lens, pause });
    if (picture === null) return null;
    sofar.earlier = { picture, lens: lens() };
    return { picture, stale, failures, fault: null };
  } catch (thrown) {
    return { picture: null, stale, failures, fault: messageOf(thrown) };
  }
}

/** Without the list of apps nothing honest can be shown. */
function hasBase(records: TenantRecords): boolean {
  return records.completeness.some(({ source, pages }) => source === 'apps' && pages > 0);
}
