import { useMemo, type ReactNode } from 'react';
import { Table, type Column } from '../../parts/table.ts';
import { Link } from '../../parts/controls.ts';
import { formatRoute } from '../address.ts';
import { Amount } from '../amount.tsx';
import { moneyCell, countColumn, moneyColumn } from '../figure-columns.tsx';
import type { OverlapGroup } from './overlap-groups.ts';
import { survivorOf, type Survivor } from './survivors.ts';
import { useResults } from '../page-context.ts';
import { useSession, useSessionState } from '../../session/session.ts';

export interface SurvivorTableProps {
  readonly group: OverlapGroup['apps'];
}

/** Candidates asked of the engine, most expensive first; each takes an analysis. */
const CANDIDATES = 4;

/** What it would take to keep one app of a group and move the people of the others to it. */
export function SurvivorTable({ group }: SurvivorTableProps): ReactNode {
  const { shown: analysis, portfolio } = useResults();
  const depth = useSessionState((state) => state.settings.depth);
  const survivors = useMemo(() => {
    return group.slice(0, CANDIDATES).map((app) => survivorOf({ analysis, portfolio, depth, group }, app));
  }, [analysis, portfolio, depth, group]);
  const assumptions = [...new Set(survivors.flatMap((survivor) => survivor.assumptions))];
  return (
    <>
      <Table
        caption="If one app is kept for all"
        columns={[...columnsFor(analysis.currency), planColumn(group)]}
        rows={survivors}
        keyOf={({ app }) => app.id}
      />
      {assumptions.length > 0 && (
        <p className="provenance">This takes for granted: {assumptions.join(' ')}</p>
      )}
    </>
  );
}

const noCount = 'How many people the other apps would send is unknown.';

/** Its result is on the page at once, and in Plan, where it can be taken back. */
function planColumn(group: SurvivorTableProps['group']): Column<Survivor> {
  return {
    key: 'plan',
    header: 'Plan',
    lead: '',
    secondary: true,
    cell: ({ app }) => <PlanThis app={app} others={group.filter(({ id }) => id !== app.id)} />,
  };
}

interface PlanThisProps {
  readonly app: Survivor['app'];
  readonly others: SurvivorTableProps['group'];
}

function PlanThis({ app, others }: PlanThisProps): ReactNode {
  const session = useSession();
  const { plan } = useResults().shown;
  const isPlanned = others.every(({ id }) =>
    plan.some(
      ({ appId, survivorId, source }) => appId === id && survivorId === app.id && source === 'person',
    ),
  );
  if (isPlanned) {
    return (
      <Link className="app-link" href={formatRoute({ destination: 'plan', segment: null })}>
        Planned: see Plan
      </Link>
    );
  }
  const planIt = (): void =>
    session.planApps(others.map(({ id }) => ({ appId: id, action: 'replaceBy', survivorId: app.id })));
  return (
    <button type="button" className="button button-quiet" onClick={planIt}>
      Plan this<span className="visually-hidden">: keep {app.name} for all</span>
    </button>
  );
}

function columnsFor(currency: string): Column<Survivor>[] {
  return [
    { key: 'name', header: 'If this one is kept', cell: ({ app }) => app.name, order: ({ app }) => app.name },
    countColumn({
      key: 'seats',
      header: 'Seats to add',
      lead: 'seats to add',
      secondary: true,
      of: ({ seats }) => seats,
      unknown: noCount,
    }),
    {
      key: 'cost',
      header: `Their cost, ${currency} a year`,
      lead: 'for',
      numeric: true,
      secondary: true,
      cell: ({ seats, seatCost }) => (
        <Amount
          minor={seatCost}
          currency={currency}
          unknown={seats === null ? noCount : 'No price of a seat is known; a quote is needed.'}
        />
      ),
      file: ({ seatCost }) => moneyCell(seatCost, currency),
    },
    moneyColumn(currency, {
      key: 'saving',
      header: `Group saves, ${currency} a year`,
      of: ({ saving }) => saving,
      unknown: 'It depends on the seats to add.',
    }),
  ];
}
