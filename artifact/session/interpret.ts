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
  /** Between the stages the browser gets to paint and listen. */
  readonly pause: () => Promise<void>;
}

/** Records and a mapping become everything the views show; without a mapping a draft is discovered. */
export async function interpret({
  records,
  mapping: configured,
  asOf,
  lens,
  pause,
}: Interpretation): Promise<Picture> {
  await pause();
  const mapping = configured ?? draftOf(records).mapping;
  const portfolio = applyMapping(records, mapping);
  await pause();
  const origin = configured ? 'configured' : 'discovered';
  return pictureOf({ records, mapping, origin, portfolio }, lens(), asOf);
}
