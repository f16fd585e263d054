/**
 * Lines without a limit: numbers of seats that systems write in place of "as many as wanted". Taken for
 * seats they would be the largest waste of every tenant.
 */
import type { LicenseLine, Licenses } from '../../mapping/portfolio.ts';
import type { UnlimitedLine } from '../base/assessed.ts';
import { knownValue } from '../base/known-value.ts';

/** Where a line without a price of its own has this many seats and hardly any is assigned, it is a free plan. */
const manySeats = 10_000;
const fewAssignedPercent = 1;

type Counted = Pick<
  LicenseLine,
  'purchased' | 'unlimited' | 'active' | 'inactive' | 'unassigned' | 'annualCost'
> &
  Partial<Pick<LicenseLine, 'pricePerLicense'>>;

export function isUnlimited(line: Counted | Licenses): boolean {
  if (line.unlimited) return true;
  const purchased = knownValue(line.purchased);
  if (purchased === null) return false;
  return (
    isSentinel(purchased) || (purchased >= manySeats && !hasPrice(line) && hardlyAssigned(line, purchased))
  );
}

/** Five nines or more, as systems write a number that is never reached. */
export function isSentinel(seats: number): boolean {
  return /^9{5,}$/.test(String(seats));
}

function hasPrice({ annualCost, pricePerLicense }: Counted): boolean {
  const isPositive = (money: Counted['annualCost'] | undefined): boolean =>
    money?.kind === 'known' && money.value.minor > 0;
  return isPositive(annualCost) || isPositive(pricePerLicense);
}

/** Of a line that does not say how many seats are assigned, nothing is concluded. */
function hardlyAssigned(line: Counted, purchased: number): boolean {
  const active = knownValue(line.active);
  const inactive = knownValue(line.inactive);
  const unassigned = knownValue(line.unassigned);
  if (unassigned === null && (active === null || inactive === null)) return false;
  const used = (active ?? 0) + (inactive ?? 0);
  const assigned = unassigned === null ? used : Math.max(used, purchased - unassigned);
  return assigned * 100 < purchased * fewAssignedPercent;
}

export function unlimitedLine(name: string, line: Counted | Licenses, place: number): UnlimitedLine {
  return {
    name,
    purchased: knownValue(line.purchased),
    active: knownValue(line.active),
    inactive: knownValue(line.inactive),
    unassigned: knownValue(line.unassigned),
    place,
  };
}
