import type { IsoDate } from '../../skill/analysis/contract.ts';
import { applyMapping } from '../../skill/mapping/apply.ts';
import { draftOf } from '../../skill/mapping/draft.ts';
import type { TenantMapping } from '../../skill/mapping/mapping.ts';
import type { TenantRecords } from '../../skill/torii/records.ts';
import { pictureOf, type Lens } from './lens.ts';
import type { Picture } from './state.ts';

export interface Interpretation {
  readonly records: TenantRecords;
  /** Null = discover a draft. */
  readonly mapping: TenantMapping | null;
  readonly asOf: IsoDate;
  /** Asked last, so that a change made meanwhile counts. */
  readonly lens: () => Lens;
  /** Between the stages the browser gets to paint and listen; false = overtaken, nobody will look. */
  readonly pause: () => Promise<boolean>;
}

/**
 * Records and a mapping become everything the views show; without a mapping a draft is discovered.
 * Null when it was overtaken on the way.
 */
export async function interpret({
  records,
  mapping: configured,
  asOf,
  lens,
  pause,
}: Interpretation): Promise<Picture | null> {
  if (!(await pause())) return null;
  const mapping = configured ?? draftOf(records).mapping;
  const portfolio = applyMapping(records, mapping);
  if (!(await pause())) return null;
  const origin = configured ? 'configured' : 'discovered';
  return pictureOf({ records, mapping, origin, portfolio }, lens(), asOf);
}
