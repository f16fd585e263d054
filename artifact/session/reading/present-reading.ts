import type { IsoDate } from '../../../skill/analysis/contract.ts';
import { applyMapping, MappedRows } from '../../../skill/mapping/portfolio.ts';
import type { TenantMapping } from '../../../skill/mapping/mapping.ts';
import type { Source, TenantRecords } from '../../../skill/torii/read.ts';
import { createGlimpses } from './glimpses.ts';
import { interpret, type PreviousResults } from './interpret.ts';
import { errorMessage } from '../../../skill/torii/failure.ts';
import type { ViewSettings } from '../model/view-settings.ts';
import { readForPage, type ReadingOptions } from './read-for-page.ts';
import { reconcile } from './reconcile.ts';
import type { Results, SessionState } from '../model/state.ts';

/** The signal is aborted once a newer reading has begun or the person stopped this one. */
export interface PresentReadingOptions extends Omit<ReadingOptions, 'onProgress' | 'onSource' | 'onRows'> {
  readonly asOf: IsoDate;
  readonly settings: () => ViewSettings;
  /** What was on screen when the reading began. */
  readonly previous: Pick<Results, 'records' | 'awaited'> | null;
  /** Changes the state of the session; does nothing once the reading is void. */
  readonly update: (change: (state: SessionState) => Partial<SessionState>) => void;
}

/**
 * Reads the tenant and shows what has come: some of the pages on the way, each source with its last page,
 * and once more with Torii's own count. Rows are mapped page by page, while the next page is on its way;
 * what is overtaken while it is worked out is skipped. What a page alone shows is partial and says so;
 * where something was on screen when the reading began, it stays until its source has been read again.
 * @returns what the whole reading changes, so that it is shown together with the end of the reading
 */
export async function presentReading(reading: PresentReadingOptions): Promise<Partial<SessionState>> {
  const { clock, mapping, update } = reading;
  const finished = new Set<Source>();
  const soFar: ReadSoFar = { cache: new MappedRows(), previous: null };
  const glimpses = createGlimpses(clock);
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
  const show = async (records: TenantRecords): Promise<void> => {
    const change = await changeFrom(records, new Set(finished));
    if (change === null) return;
    update(() => change);
    await clock.sleep(0); // the screen's turn is part of what a picture costs
  };
  const onEnd = (records: TenantRecords, source: Source): void => {
    finished.add(source);
    void glimpses.run(rowsIn(records), () => show(records));
  };
  const last = await readForPage({
    ...reading,
    onProgress: (source, reached) =>
      update(({ progress }) => ({ progress: { ...progress, [source]: reached } })),
    onSource: onEnd,
    onRows(records, source, whole) {
      if (whole) onEnd(records, source);
      else if (mapping !== null) {
        applyMapping(records, mapping, soFar.cache);
        if (reading.previous === null) glimpses.offer(rowsIn(records), () => show(records));
      }
    },
  });
  glimpses.stop();
  return (await changeFrom(last, null)) ?? {};
}

function rowsIn({ apps, contracts }: TenantRecords): number {
  return apps.length + contracts.length;
}

/** What is read page by page. What was on screen before is whole, and stays until it has been read again. */
const listed: readonly Source[] = ['apps', 'contracts'];

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
  const { records: kept, stale } = reconcile(previous?.records ?? null, records, through);
  const awaited = (previous?.awaited ?? listed).filter((source) => through?.has(source) === false);
  if (kept === null || !(awaited.includes('apps') ? hasGlimpse(kept, mapping) : hasBase(kept)))
    return { results: null, stale, failures };
  try {
    const pause = (): Promise<boolean> => clock.sleep(0).then(isLatest);
    const results = await interpret({ ...soFar, records: kept, awaited, mapping, asOf, settings, pause });
    if (results === null) return null;
    soFar.previous = { results, settings: settings() };
    return { results, stale, failures, fault: null };
  } catch (thrown) {
    return { results: null, stale, failures, fault: errorMessage(thrown) };
  }
}

/** A draft may read the first apps as it will not read them all; and that there are none, only the last page says. */
function hasGlimpse({ apps }: TenantRecords, mapping: TenantMapping | null): boolean {
  return mapping !== null && apps.length > 0;
}

/** Without the list of apps nothing honest can be shown. */
function hasBase(records: TenantRecords): boolean {
  return records.completeness.some(({ source, pages }) => source === 'apps' && pages > 0);
}
