import { useMemo, type ReactNode } from 'react';
import { HeatCell } from '../../parts/charts.ts';
import { formatCount, formatShare } from '../../parts/text.ts';
import { AppLink } from '../app/app-link.tsx';
import { containmentOf, peopleOf } from './containment.ts';
import type { OverlapGroup } from './overlap-groups.ts';
import { useResults } from '../page-context.ts';

/** Apps whose columns fit beside each other in a pane. */
const MOST = 6;

/** Of the people of each app, how many hold each of the others; only for apps whose users were read. */
export function ContainmentMatrix({ apps }: Pick<OverlapGroup, 'apps'>): ReactNode {
  const { portfolio } = useResults();
  const known = useMemo(
    () =>
      apps.flatMap((app) => {
        const users = portfolio.appUsers.get(app.id);
        return users === undefined ? [] : [{ app, people: peopleOf(users) }];
      }),
    [apps, portfolio],
  );
  const listed = known.slice(0, MOST);
  if (listed.length < 2) return null;
  return (
    <div className="matrix-box">
      <table className="table matrix">
        <caption>People of the app in the row who hold the app in the column too</caption>
        <thead>
          <tr>
            <th scope="col">App</th>
            {listed.map(({ app }) => (
              <th key={app.id} scope="col" className="heat">
                <span className="matrix-name">{app.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listed.map((row) => (
            <MatrixRow key={row.app.id} row={row} columns={listed} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Held {
  readonly app: OverlapGroup['apps'][number];
  readonly people: ReadonlySet<number>;
}

interface MatrixRowProps {
  readonly row: Held;
  readonly columns: readonly Held[];
}

function MatrixRow({ row, columns }: MatrixRowProps): ReactNode {
  const { smallGroup } = useResults().shown.inputs.config.thresholds;
  return (
    <tr>
      <th scope="row" className="row-name">
        <AppLink id={row.app.id}>{row.app.name}</AppLink>
      </th>
      {columns.map((column) => (
        <td key={column.app.id} className="numeric heat">
          {row === column ? (
            <span className="quiet">{formatCount(row.people.size)}</span>
          ) : (
            <Shared row={row.people} column={column.people} smallGroup={smallGroup} />
          )}
        </td>
      ))}
    </tr>
  );
}

interface SharedProps {
  readonly row: ReadonlySet<number>;
  readonly column: ReadonlySet<number>;
  readonly smallGroup: number;
}

/** A few people would be people with names; they are not counted out. */
function Shared({ row, column, smallGroup }: SharedProps): ReactNode {
  const { shared, of } = containmentOf(row, column);
  const rest = of - shared;
  const isTelling = (shared > 0 && shared < smallGroup) || (rest > 0 && rest < smallGroup);
  if (of === 0) return <span className="quiet">–</span>;
  return (
    <HeatCell share={shared / of} heat="actual">
      {isTelling ? (
        <span title={`Fewer than ${smallGroup} people, shared or not.`}>
          {shared < rest ? 'few' : 'most'}
        </span>
      ) : (
        <span title={`${formatCount(shared)} of ${formatCount(of)}`}>{formatShare(shared, of)}</span>
      )}
    </HeatCell>
  );
}
