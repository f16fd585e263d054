import type { IsoDate } from '../../skill/analysis/contract.ts';
import type { TenantMapping } from '../../skill/mapping/mapping.ts';
import type { Clock, ToolBridge } from '../../skill/torii/bridge.ts';
import type { Source, TenantRecords } from '../../skill/torii/records.ts';
import type { Budget } from '../../skill/torii/budget.ts';
import { interpret } from './interpret.ts';
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

/** Reads the tenant and shows each source as it ends; what is overtaken while it is worked out is skipped. */
export async function presentReading(reading: ReadingToPresent): Promise<void> {
  const { update } = reading;
  const finished = new Set<Source>();
  let latest = 0;
  const show = async (records: TenantRecords, through: ReadonlySet<Source> | null): Promise<void> => {
    latest += 1;
    const mine = latest;
    const isLatest = (): boolean => mine === latest;
    const change = await shown(reading, records, through, isLatest);
    if (change !== null && isLatest()) update(() => change);
  };
  const last = await readForPage({
    ...reading,
    onProgress: (source, reached) =>
      update(({ progress }) => ({ progress: { ...progress, [source]: reached } })),
    onSource(records, source) {
      finished.add(source);
      void show(records, new Set(finished));
    },
  });
  await show(last, null);
}

/**
 * What the records change; null when they were overtaken.
 * @param through sources the reading is through with; null = all of them.
 */
async function shown(
  { previous, mapping, asOf, lens, clock }: ReadingToPresent,
  records: TenantRecords,
  through: ReadonlySet<Source> | null,
  isLatest: () => boolean,
): Promise<Partial<SessionState> | null> {
  const { failures = [] } = records;
  const { records: kept, stale } = reconcile(previous, records, through);
  if (kept === null || !hasBase(kept)) return { picture: null, stale, failures };
  try {
    const pause = (): Promise<boolean> => clock.sleep(0).then(isLatest);
    const picture = await interpret({ records: kept, mapping, asOf, lens, pause });
    return picture && { picture, stale, failures, fault: null };
  } catch (thrown) {
    return { picture: null, stale, failures, fault: messageOf(thrown) };
  }
}

/** Without the list of apps nothing honest can be shown. */
function hasBase(records: TenantRecords): boolean {
  return records.completeness.some(({ source, pages }) => source === 'apps' && pages > 0);
}
