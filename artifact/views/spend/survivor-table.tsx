import { useMemo, type ReactNode } from 'react';
import { Table, type Column } from '../../parts/table.ts';
import type { OverlapGroup } from './overlap-groups.ts';
import { PairTable } from './pair-table.tsx';
import { PlanThis } from './plan-this.tsx';
import { survivorColumns } from './survivor-columns.tsx';
import { MOST_ASKED, survivorOf, type Survivor } from './survivors.ts';
import { useResults } from '../page-context.ts';
import { useSessionState } from '../../session/session.ts';

export interface SurvivorTableProps {
  readonly group: OverlapGroup['apps'];
}

/** What it would take to keep one app of a group and move the people of the others to it. */
export function SurvivorTable({ group }: SurvivorTableProps): ReactNode {
  const { shown: analysis, portfolio } = useResults();
  const depth = useSessionState((state) => state.settings.depth);
  const survivors = useMemo(() => {
    return group.slice(0, MOST_ASKED).map((app) => survivorOf({ analysis, portfolio, depth, group }, app));
  }, [analysis, portfolio, depth, group]);
  const assumptions = [...new Set(survivors.flatMap((survivor) => survivor.assumptions))];
  return (
    <>
      <Table
        caption="If one app is kept for all"
        columns={[keptColumn, ...survivorColumns(analysis.currency, 'Group'), planColumn(group)]}
        rows={survivors}
        keyOf={({ app }) => app.id}
      />
      {group.length > 2 && <PairTable group={group} />}
      {assumptions.length > 0 && (
        <p className="provenance">This takes for granted: {assumptions.join(' ')}</p>
      )}
    </>
  );
}

/** Its result is on the page at once, and in Plan, where it can be taken back. */
function planColumn(group: SurvivorTableProps['group']): Column<Survivor> {
  return {
    key: 'plan',
    header: 'Plan',
    lead: '',
    secondary: true,
    cell: ({ app }) => (
      <PlanThis
        app={app}
        others={group.filter(({ id }) => id !== app.id)}
        what={`keep ${app.name} for all`}
      />
    ),
  };
}

const keptColumn: Column<Survivor> = {
  key: 'name',
  header: 'If this one is kept',
  cell: ({ app }) => app.name,
  order: ({ app }) => app.name,
};
