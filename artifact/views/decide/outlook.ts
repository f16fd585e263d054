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

export function outlookOf({ totals, ledger, renewals, asOf }: Analysis): Outlook {
  const saving = new Set(ledger.filter(({ hardAnnual }) => hardAnnual > 0).map(({ appId }) => appId));
  const open: IsoDate[] = [];
  const shut: IsoDate[] = [];
  for (const { appId, deadline, earliestExit } of renewals) {
    if (appId === null || !saving.has(appId) || deadline === null) continue;
    if (deadline >= asOf) open.push(deadline);
    else if (earliestExit !== null) shut.push(earliestExit);
  }
  return {
    decidable: totals.decidableAnnual,
    firstBy: open.toSorted()[0] ?? null,
    locked: totals.lockedAnnual,
    lockedUntil: shut.toSorted().at(-1) ?? null,
    exitUnknown: totals.exitUnknownAnnual,
    unjudged: totals.unknownSeatValueAnnual,
  };
}
