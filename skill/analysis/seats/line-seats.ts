import type { LineSeats } from '../base/assessed.ts';
import type { CountedLine } from './license-counts.ts';
import type { LinePrice } from './line-price.ts';
import { assignedIn, type AssignedClasses } from './partition.ts';
import { keptSeats } from './right-sizing.ts';

/** Written out: copying parts by spread took longer than the rest of an assessment. */
export function lineSeats(
  { name, purchased }: CountedLine,
  classes: AssignedClasses,
  price: LinePrice,
): LineSeats {
  const assigned = assignedIn(classes);
  return {
    name,
    purchased,
    assigned,
    unassigned: Math.max(0, purchased - assigned),
    departed: classes.departed,
    exempt: classes.exempt,
    grace: classes.grace,
    unknown: classes.unknown,
    inactive: classes.inactive,
    lowerTier: classes.lowerTier,
    active: classes.active,
    overAssigned: Math.max(0, assigned - purchased),
    unitPrice: price.unitPrice,
    priceBasis: price.priceBasis,
    kept: keptSeats(classes),
  };
}
