import { Fragment, type ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { month, nearDate } from '../../parts/date.ts';
import { compactMoney } from '../../parts/money.ts';
import type { SessionState } from '../../session/state.ts';
import { hasRead, weakest } from '../standing.tsx';
import { outlookOf } from './outlook.ts';

/** One part of the sentence: an amount and what becomes of it. */
interface Clause {
  readonly amount: string;
  readonly fate: string;
}

/** The first line of the page: what can still be decided, by when, and what cannot. */
export function Headline({ state, analysis }: { state: SessionState; analysis: Analysis }): ReactNode {
  const { tone, label } = weakest(state, ['apps', 'contracts']);
  const clauses = hasRead(state, 'contracts') ? clausesOf(analysis) : undatedClauses(analysis);
  return (
    <p className="headline">
      {clauses.length === 0
        ? emptySentence(analysis)
        : clauses.map(({ amount, fate }, index) => (
            <Fragment key={fate}>
              {index > 0 && '; '}
              <strong className="nowrap">{amount}</strong> {fate}
            </Fragment>
          ))}
      {clauses.length > 0 && '.'}
      {tone !== 'good' && <span className="quiet"> {label.charAt(0).toUpperCase() + label.slice(1)}.</span>}
    </p>
  );
}

function clausesOf(analysis: Analysis): Clause[] {
  const { currency, asOf } = analysis;
  const outlook = outlookOf(analysis);
  const by = outlook.firstBy === null ? '' : `, first by ${nearDate(outlook.firstBy, asOf)}`;
  const until = outlook.lockedUntil === null ? '' : ` until ${month(outlook.lockedUntil)}`;
  const parts = [
    { minor: outlook.decidable, fate: `a year can still be decided${by}` },
    { minor: outlook.locked, fate: `is locked${until}` },
    { minor: outlook.exitUnknown, fate: 'has no known exit date' },
    { minor: outlook.unjudged, fate: 'cannot be judged for lack of usage data' },
  ];
  return parts
    .filter(({ minor }) => minor > 0)
    .map(({ minor, fate }) => ({ amount: compactMoney(minor, currency), fate }));
}

/** Without contracts a saving can be sized, but not dated. */
function undatedClauses({ totals, currency }: Analysis): Clause[] {
  const { hardSavingAnnual } = totals;
  const fate = 'a year could be saved; by when cannot be said without the contracts';
  return hardSavingAnnual > 0 ? [{ amount: compactMoney(hardSavingAnnual, currency), fate }] : [];
}

/** No saving found is a finding; nothing to judge by is not. */
function emptySentence({ apps, totals }: Analysis): string {
  const judged = apps.filter(({ seats }) => seats !== null).length;
  if (judged === 0)
    return 'No saving can be judged yet: Torii shows no licence or seat counts for these apps.';
  if (totals.pricedApps === 0) return 'No saving can be stated in money yet: no app has a known cost.';
  return `Nothing to decide: the ${judged} apps with seat counts show no saving with enough evidence.`;
}
