import type { IsoDate } from '../../../skill/analysis/contract.ts';
import { applyMapping, MappedRows } from '../../../skill/mapping/portfolio.ts';
import type { TenantMapping } from '../../../skill/mapping/mapping.ts';
import type { Clock, ToolBridge, Budget } from '../../../skill/torii/bridge.ts';
import type { Source, TenantRecords } from '../../../skill/torii/read.ts';
import { interpret, type PreviousResults } from './interpret.ts';
import { errorMessage } from '../../../skill/torii/failure.ts';
import type { ViewSettings } from '../model/view-settings.ts';
import { readForPage } from './read-for-page.ts';
import { reconcile } from './reconcile.ts';
import type { SessionState } from '../model/state.ts';

export interface PresentReadingOptions {
  readonly bridge: ToolBridge;
  readonly clock: Clock;
  readonly budget: Budget;
  /** Aborted once a newer reading has begun or the person stopped this one. */
  readonly signal: AbortSignal;
  readonly fresh: boolean;
  readonly mapping: TenantMapping | null;
  readonly asOf: IsoDate;
  readonly settings: () => ViewSettings;
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
export async function presentReading(reading: PresentReadingOptions): Promise<Partial<SessionState>> {
  const { update, mapping } = reading;
  const finished = new Set<Source>();
  const soFar: ReadSoFar = { cache: new MappedRows(), previous: null };
  let latest = 0;
  const changeFrom = async (
    records: TenantRecords,
    through: ReadonlySet<Source> | null,
  ): Promise<Partial<SessionState> | null> => {
    latest += 1;
    const turn = latest;
    const isLatest = (): boolean => turn === latest;
    const change = await interpretChange(reading, records, through, soFar, isLatest);
    return isLatest() ? change : null;
  };
  const onEnd = async (records: TenantRecords, source: Source): Promise<void> => {
    finished.add(source);
    const change = await changeFrom(records, new Set(finished));
    if (change !== null) update(() => change);
  };
  const last = await readForPage({
    ...reading,
    onProgress: (source, reached) =>
      update(({ progress }) => ({ progress: { ...progress, [source]: reached } })),
    onSource: (records, source) => void onEnd(records, source),
    onRows(records, source, whole) {
      if (whole) void onEnd(records, source);
      else if (mapping !== null) applyMapping(records, mapping, soFar.cache);
    },
  });
  return (await changeFrom(last, null)) ?? {};
}

/** What one reading has worked out already. */
interface ReadSoFar {
  readonly cache: MappedRows;
  previous: PreviousResults | null;
}

/**
 * What the records change; null when they were overtaken.
 * @param through sources the reading is through with; null = all of them.
 */
async function interpretChange(
  { previous, mapping, asOf, settings, clock }: PresentReadingOptions,
  records: TenantRecords,
  through: ReadonlySet<Source> | null,
  soFar: ReadSoFar,
  isLatest: () => boolean,
): Promise<Partial<SessionState> | null> {
  const { failures = [] } = records;
  const { records: kept, stale } = reconcile(previous, records, through);
  if (kept === null || !hasBase(kept)) return { results: null, stale, failures };
  try {
    const pause = (): Promise<boolean> => clock.sleep(0).then(isLatest);
    const results = await interpret({ ...soFar, records: kept, mapping, asOf, settings, pause });
    if (results === null) return null;
    soFar.previous = { results, settings: settings() };
    return { results, stale, failures, fault: null };
  } catch (thrown) {
    return { results: null, stale, failures, fault: errorMessage(thrown) };
  }
}

/** Without the list of apps nothing honest can be shown. */
function hasBase(records: TenantRecords): boolean {
  return records.completeness.some(({ source, pages }) => source === 'apps' && pages > 0);
}
