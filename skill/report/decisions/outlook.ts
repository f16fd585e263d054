/**
 * The first sentence of every surface: what can still be decided and by when, what is locked, what
 * cannot be judged. Amounts are the totals of the analysis; only dates are looked up here.
 */
import type { Analysis, IsoDate, LedgerRow, Minor } from '../../analysis/contract.ts';
import type { Part, Sentence } from '../base/sentence.ts';
import { hasPrices, isUsable } from '../base/coverage.ts';

interface CitedDate {
  readonly date: IsoDate;
  readonly fact: string;
}

export interface Outlook {
  readonly decidable: Minor;
  /** First notice deadline among the rows that can still be decided; null where none states one. */
  readonly firstBy: CitedDate | null;
  readonly locked: Minor;
  readonly lockedUntil: CitedDate | null;
  readonly exitUnknown: Minor;
  /** Null = no app carries seat counts. */
  readonly unjudged: Minor | null;
}

export function outlookOf({ totals, ledger }: Analysis): Outlook {
  const saving = ledger.filter(({ hardAnnual }) => hardAnnual > 0);
  const datesOf = (timing: LedgerRow<Minor>['timing'], key: 'decideBy' | 'effectiveFrom'): CitedDate[] =>
    saving
      .flatMap((row) => {
        const date = row.timing === timing ? row[key] : null;
        return date === null ? [] : [{ date, fact: `ledger/${row.id}/${key}` }];
      })
      .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return {
    decidable: totals.decidableAnnual,
    firstBy: datesOf('decidable', 'decideBy')[0] ?? null,
    locked: totals.lockedAnnual,
    lockedUntil: datesOf('locked', 'effectiveFrom').at(-1) ?? null,
    exitUnknown: totals.exitUnknownAnnual,
    unjudged: totals.unknownSeatValueAnnual,
  };
}

/** The outlook in words. Says so when there is nothing to decide, or nothing to judge by. */
export function headlineOf(analysis: Analysis): Sentence {
  if (!isUsable(analysis, 'apps')) return ['No data: the apps could not be read.'];
  const clauses = isUsable(analysis, 'contracts') ? datedClauses(analysis) : undatedClauses(analysis);
  if (clauses.length === 0) return [nothingToDecide(analysis)];
  return [...clauses.flatMap((parts, index) => (index === 0 ? parts : ['; ', ...parts])), '.'];
}

function datedClauses(analysis: Analysis): Part[][] {
  const outlook = outlookOf(analysis);
  return [
    clause(
      outlook.decidable,
      'decidableAnnual',
      ' a year can still be decided',
      dated(', first by ', outlook.firstBy),
    ),
    clause(outlook.locked, 'lockedAnnual', ' is locked', dated(' until ', outlook.lockedUntil)),
    clause(outlook.exitUnknown, 'exitUnknownAnnual', ' has no known exit date', []),
    unjudged(outlook.unjudged),
  ].filter((parts) => parts.length > 0);
}

/** Without contracts a saving can be sized, but not dated. */
function undatedClauses({ totals }: Analysis): Part[][] {
  const fate = ' a year could be saved; by when cannot be said without the contracts';
  return [
    clause(totals.hardSavingAnnual, 'hardSavingAnnual', fate, []),
    unjudged(totals.unknownSeatValueAnnual),
  ].filter((parts) => parts.length > 0);
}

function unjudged(money: Minor | null): Part[] {
  return clause(money, 'unknownSeatValueAnnual', ' cannot be judged for lack of usage data', []);
}

function clause(money: Minor | null, total: string, fate: string, date: readonly Part[]): Part[] {
  return money !== null && money > 0 ? [{ money, fact: `totals/${total}` }, fate, ...date] : [];
}

function dated(words: string, date: CitedDate | null): Part[] {
  return date === null ? [] : [words, date];
}

/** That no saving was found is a finding; having nothing to judge by is not. */
function nothingToDecide(analysis: Analysis): string {
  const { apps, totals } = analysis;
  if (totals.apps === 0) return 'Torii lists no apps, so there is nothing to judge.';
  if (!apps.some(({ seats }) => seats !== null)) {
    return 'No saving can be judged yet: Torii shows no license or seat counts for these apps.';
  }
  if (!hasPrices(totals)) return 'No saving can be stated in money yet: no app has a known cost.';
  return 'Nothing to decide: the apps with seat counts show no saving with enough evidence.';
}
