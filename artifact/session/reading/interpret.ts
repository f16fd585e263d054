import type { IsoDate } from '../../../skill/analysis/contract.ts';
import { recertify } from '../../../skill/analysis/analyze.ts';
import { applyMapping, type MappedRows } from '../../../skill/mapping/portfolio.ts';
import { draftOf } from '../../../skill/mapping/discover.ts';
import type { TenantMapping } from '../../../skill/mapping/mapping.ts';
import { sources, type Source, type TenantRecords } from '../../../skill/torii/read.ts';
import type { Results } from '../model/state.ts';
import type { ViewSettings } from '../model/view-settings.ts';
import { buildResults } from './build-results.ts';

export interface InterpretOptions {
  readonly records: TenantRecords;
  /** Sources that are still to come; default: none. */
  readonly awaited?: readonly Source[];
  /** Null = discover a draft. */
  readonly mapping: TenantMapping | null;
  /** Of a mapping that is given; default: configured. */
  readonly origin?: Results['origin'];
  /** Rows of this reading that were mapped before. */
  readonly cache?: MappedRows;
  readonly asOf: IsoDate;
  /** What the reading showed last, and through which settings. */
  readonly previous?: PreviousResults | null;
  /** Asked last, so that a change made meanwhile counts. */
  readonly settings: () => ViewSettings;
  /** Between the stages the browser gets to paint and listen; false = overtaken, nobody will look. */
  readonly pause: () => Promise<boolean>;
}

export interface PreviousResults {
  readonly results: Results;
  readonly settings: ViewSettings;
}

/**
 * Records and a mapping become everything the views show; without a mapping a draft is discovered.
 * Null when it was overtaken on the way.
 */
export async function interpret({
  records,
  awaited = [],
  mapping: configured,
  origin: stated = 'configured',
  cache,
  previous = null,
  asOf,
  settings,
  pause,
}: InterpretOptions): Promise<Results | null> {
  if (!(await pause())) return null;
  const mapping = configured ?? draftOf(records).mapping;
  const portfolio = applyMapping(records, mapping, cache);
  if (!(await pause())) return null;
  const origin = configured ? stated : 'discovered';
  const now = settings();
  const known = previous && isOfSameRows(previous, records, now) ? previous.results.fullBaseline : null;
  const same = known && recertify(known, portfolio.completeness);
  return buildResults({ records, mapping, origin, portfolio, awaited }, now, asOf, same ?? undefined);
}

/** Torii's own count comes after the rows; what it does not change need not be worked out again. */
function isOfSameRows(
  { results, settings }: PreviousResults,
  records: TenantRecords,
  now: ViewSettings,
): boolean {
  const { origin, records: before } = results;
  return (
    origin === 'configured' &&
    settings.depth === now.depth &&
    settings.recorded === now.recorded &&
    sources.every((source) => before[source] === records[source])
  );
}
