import type { IsoDate } from '../../skill/analysis/contract.ts';
import { recertify } from '../../skill/analysis/analyze.ts';
import { applyMapping, type MappedRows } from '../../skill/mapping/portfolio.ts';
import { draftOf } from '../../skill/mapping/discover.ts';
import type { TenantMapping } from '../../skill/mapping/mapping.ts';
import type { TenantRecords } from '../../skill/torii/read.ts';
import { pictureOf, type Lens } from './lens.ts';
import type { Picture } from './state.ts';

export interface Interpretation {
  readonly records: TenantRecords;
  /** Null = discover a draft. */
  readonly mapping: TenantMapping | null;
  /** Rows of this reading that were mapped before. */
  readonly met?: MappedRows;
  readonly asOf: IsoDate;
  /** What the reading showed last, and through which lens. */
  readonly earlier?: Earlier | null;
  /** Asked last, so that a change made meanwhile counts. */
  readonly lens: () => Lens;
  /** Between the stages the browser gets to paint and listen; false = overtaken, nobody will look. */
  readonly pause: () => Promise<boolean>;
}

export interface Earlier {
  readonly picture: Picture;
  readonly lens: Lens;
}

/**
 * Records and a mapping become everything the views show; without a mapping a draft is discovered.
 * Null when it was overtaken on the way.
 */
export async function interpret({
  records,
  mapping: configured,
  met,
  earlier = null,
  asOf,
  lens,
  pause,
}: Interpretation): Promise<Picture | null> {
  if (!(await pause())) return null;
  const mapping = configured ?? draftOf(records).mapping;
  const portfolio = applyMapping(records, mapping, met);
  if (!(await pause())) return null;
  const origin = configured ? 'configured' : 'discovered';
  const now = lens();
  const still = earlier && isOfSameRows(earlier, records, now) ? earlier.picture.still : null;
  const same = still && recertify(still, portfolio.completeness);
  return pictureOf({ records, mapping, origin, portfolio }, now, asOf, same ?? undefined);
}

/** Torii's own count comes after the rows; what it does not change need not be worked out again. */
function isOfSameRows({ picture, lens }: Earlier, records: TenantRecords, now: Lens): boolean {
  const { origin, records: before } = picture;
  const rows = ['apps', 'contracts', 'users', 'appUsers', 'transactions', 'fields'] as const;
  return (
    origin === 'configured' &&
    lens.depth === now.depth &&
    lens.recorded === now.recorded &&
    rows.every((source) => before[source] === records[source])
  );
}
