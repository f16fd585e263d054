/** Before and after one move: what it changes in every app that it touches, and what is left of it. */
import { useMemo, type ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { Table, type Column } from '../../parts/table.ts';
import { formatMoneyChange, formatWholeMoney } from '../../parts/text.ts';
import { tryWhatIf, withoutEdit, withRemoved, type Trial } from '../../session/what-if.ts';
import { AppLink } from '../app/app-link.tsx';
import { leverNames } from './lever-names.ts';
import { moveLines, type MoveLine } from './move-lines.ts';
import { useTrial } from './use-trial.ts';

export function MoveCard({ appId }: { readonly appId: number }): ReactNode {
  const trial = useTrial();
  const before = useMemo(() => analyzeWithout(trial, appId), [trial, appId]);
  const after = trial.results.shown;
  const lines = moveLines(before, after, appId);
  return (
    <div className="move">
      <p className="sentence">
        <output>{sentenceOf(before, after)}</output>
      </p>
      {lines.length > 0 && (
        <Table
          caption="What this move changes, in saving a year"
          columns={columnsFor(after.currency)}
          rows={lines}
          keyOf={({ appId: id, lever }) => `${id}/${lever}`}
        />
      )}
    </div>
  );
}

/** The plan as it would be had nobody planned anything for this app on the page, or else before it. */
function analyzeWithout(trial: Trial, appId: number): Analysis {
  return tryWhatIf(trial, (whatIf) =>
    whatIf.edits.some((edit) => edit.appId === appId)
      ? withoutEdit(whatIf, appId)
      : withRemoved(whatIf, { edit: appId }, true),
  );
}

function sentenceOf({ totals: before }: Analysis, { totals: after, currency }: Analysis): string {
  if (before.hardSavingAnnual === null || after.hardSavingAnnual === null) {
    return 'What this move is worth is unknown: no app carries seat counts.';
  }
  const change = after.hardSavingAnnual - before.hardSavingAnnual;
  const once = after.oneTime - before.oneTime;
  const paid = once > 0 ? ` It costs ${formatWholeMoney(once, currency)} once${paidBack(once, change)}.` : '';
  if (change === 0) return `Net: the saving of the plan stays as it is.${paid}`;
  const size = formatWholeMoney(Math.abs(change), currency);
  return change > 0
    ? `Net: the plan saves ${size} more a year with this move.${paid}`
    : `Net: the plan saves ${size} less a year with this move. It is not worth it for the money alone.${paid}`;
}

function paidBack(once: number, change: number): string {
  return change > 0 ? `, earned back in ${Math.ceil((once / change) * 12)} months` : '';
}

function columnsFor(currency: string): Column<MoveLine>[] {
  const amount = (
    key: 'before' | 'after' | 'change',
    header: string,
    text: (minor: number) => string,
  ): Column<MoveLine> => ({
    key,
    header: `${header}, ${currency}`,
    lead: header.toLowerCase(),
    numeric: true,
    secondary: key !== 'change',
    cell: (line) => text(line[key]),
    order: (line) => line[key],
  });
  const whole = (minor: number): string => formatWholeMoney(minor, currency);
  return [
    { key: 'app', header: 'App', cell: ({ appId, name }) => <AppLink id={appId}>{name}</AppLink> },
    { key: 'lever', header: 'Lever', lead: '', secondary: true, cell: ({ lever }) => leverNames[lever] },
    amount('before', 'Without it', whole),
    amount('after', 'With it', whole),
    amount('change', 'Change', (minor) => formatMoneyChange(minor, currency)),
  ];
}
