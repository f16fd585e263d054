import { useMemo, type ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { groupsOf, sliceId, type Group } from '../../../skill/analysis/facts.ts';
import { Table, type Column } from '../../parts/table.ts';
import { formatCompactMoney, formatCounted } from '../../parts/text.ts';
import { countColumn, moneyColumn } from '../figure-columns.tsx';
import { AiRules } from './ai-rules.tsx';
import { useResults } from '../page-context.ts';

/** Which AI tools are paid for, approved or not, with the money of each state. */
export function AiSpend(): ReactNode {
  const { shown: analysis } = useResults();
  const groups = useMemo(
    () => groupsOf(analysis, 'ai').filter((group): group is StateGroup => group.value !== null),
    [analysis],
  );
  if (groups.length === 0) return <AiRules />;
  return (
    <>
      <p className="sentence">{sentenceOf(analysis)}</p>
      <Table
        caption="AI tools by state"
        columns={columnsFor(analysis.currency)}
        rows={groups}
        keyOf={({ value }) => value}
      />
      <AiRules />
    </>
  );
}

type StateGroup = Group & { readonly value: string };

/** Torii's own word for what a person approved. */
const isApproved = ({ stateClass }: Analysis['apps'][number]): boolean => stateClass === 'sanctioned';

function sentenceOf({ apps, currency }: Analysis): string {
  const tools = apps.filter(({ aiRule }) => aiRule !== null);
  const paid = tools.filter(({ costAnnual }) => (costAnnual ?? 0) > 0);
  const open = paid.filter((app) => !isApproved(app));
  const money = (list: typeof apps): string =>
    formatCompactMoney(
      list.reduce((sum, { costAnnual }) => sum + (costAnnual ?? 0), 0),
      currency,
    );
  const unknown = tools.filter(({ costAnnual }) => costAnnual === null).length;
  const gap = unknown === 0 ? '' : ` For ${formatCounted(unknown, 'AI tool')} the cost is unknown.`;
  const approval =
    open.length === 0
      ? 'All of these are sanctioned.'
      : `${formatCounted(open.length, 'of these is', 'of these are')} not sanctioned, for ${money(open)}.`;
  if (paid.length === 0) return `No AI tool is known to be paid for.${gap}`;
  return `${formatCounted(paid.length, 'AI tool is', 'AI tools are')} paid for, ${money(paid)} a year. ${approval}${gap}`;
}

function columnsFor(currency: string): Column<StateGroup>[] {
  return [
    { key: 'state', header: 'State', cell: ({ value }) => value, order: ({ value }) => value },
    countColumn({
      key: 'apps',
      header: 'AI tools',
      of: ({ apps }) => apps,
      fact: ({ value }) => `ai/${sliceId(value)}/apps`,
    }),
    countColumn({
      key: 'unpriced',
      header: 'Cost unknown',
      of: ({ unpricedApps }) => unpricedApps || null,
      fact: ({ value }) => `ai/${sliceId(value)}/unpricedApps`,
    }),
    moneyColumn(currency, {
      key: 'cost',
      header: `Cost, ${currency} a year`,
      of: ({ costAnnual }) => costAnnual,
      complete: ({ costComplete }) => costComplete,
      unknown: 'No AI tool of this state has a known cost.',
      fact: ({ value }) => `ai/${sliceId(value)}/costAnnual`,
    }),
  ];
}
