import { useMemo, useState, type ReactNode } from 'react';
import { Table, type Column } from '../../parts/table.ts';
import { useSessionState } from '../../session/session.ts';
import { useResults } from '../page-context.ts';
import type { OverlapGroup } from './overlap-groups.ts';
import { PlanThis } from './plan-this.tsx';
import { survivorColumns } from './survivor-columns.tsx';
import { MOST_ASKED, survivorOf, type Survivor } from './survivors.ts';

interface Pair extends Survivor {
  /** The app whose people move. */
  readonly leaves: Survivor['app'];
}

/** One app of a group into another, each by itself: not every group comes down to one. */
export function PairTable({ group }: { readonly group: OverlapGroup['apps'] }): ReactNode {
  const { shown: analysis, portfolio } = useResults();
  const depth = useSessionState((state) => state.settings.depth);
  const [keptId, setKeptId] = useState<number | null>(null);
  const kept = group.find(({ id }) => id === keptId) ?? group[0];
  const pairs = useMemo((): Pair[] => {
    if (kept === undefined) return [];
    const others = group.filter((app) => app !== kept).slice(0, MOST_ASKED);
    return others.map((leaves) => ({
      ...survivorOf({ analysis, portfolio, depth, group: [kept, leaves] }, kept),
      leaves,
    }));
  }, [analysis, portfolio, depth, group, kept]);
  if (kept === undefined) return null;
  return (
    <>
      <label className="choose">
        Or move one app into{' '}
        <select
          className="choice"
          value={kept.id}
          onChange={({ currentTarget: { value } }) => setKeptId(Number(value))}
        >
          {group.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Table
        key={kept.id}
        caption={`If one app moves into ${kept.name}`}
        columns={[leavesColumn, ...survivorColumns<Pair>(analysis.currency, 'Both'), planColumn]}
        rows={pairs}
        keyOf={({ leaves }) => leaves.id}
      />
    </>
  );
}

const leavesColumn: Column<Pair> = {
  key: 'name',
  header: 'If this one moves',
  cell: ({ leaves }) => leaves.name,
  order: ({ leaves }) => leaves.name,
};

const planColumn: Column<Pair> = {
  key: 'plan',
  header: 'Plan',
  lead: '',
  secondary: true,
  cell: ({ app, leaves }) => (
    <PlanThis app={app} others={[leaves]} what={`move ${leaves.name} into ${app.name}`} />
  ),
};
