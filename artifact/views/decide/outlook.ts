/**
 * The outlook: what the first sentence of the page is made of.
 *
 * In: an analysis. Out: the three fates of hard saving with their first or last date, and the money
 * that cannot be judged. Amounts come from the totals; only dates are looked up here.
 */
import type { Analysis, IsoDate, Minor } from '../../../skill/analysis/contract.ts';

export interface Outlook {
  readonly decidable: Minor;
  /** The first deadline of an app with a saving; null where no contract states one. */
  readonly firstBy: IsoDate | null;
  readonly locked: Minor;
  readonly lockedUntil: IsoDate | null;
  readonly exitUnknown: Minor;
  readonly unjudged: Minor;
}

export function outlookOf({ totals, ledger }: Analysis): Outlook {
  const deadlines: IsoDate[] = [];
  const exits: IsoDate[] = [];
  for (const { hardAnnual, timing, decideBy, effectiveFrom } of ledger) {
    if (hardAnnual <= 0) continue;
    if (timing === 'decidable' && decideBy !== null) deadlines.push(decideBy);
    if (timing === 'locked' && effectiveFrom !== null) exits.push(effectiveFrom);
  }
  return {
    decidable: totals.decidableAnnual,
    firstBy: deadlines.toSorted()[0] ?? null,
    locked: totals.lockedAnnual,
    lockedUntil: exits.toSorted().at(-1) ?? null,
    exitUnknown: totals.exitUnknownAnnual,
    unjudged: totals.unknownSeatValueAnnual,
  };
}
