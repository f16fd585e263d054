import type { ReactNode } from 'react';
import { Link } from '../../parts/controls.ts';
import { useSession } from '../../session/session.ts';
import { formatRoute } from '../address.ts';
import { useResults } from '../page-context.ts';
import type { OverlapGroup } from './overlap-groups.ts';

export interface PlanThisProps {
  /** The app that is kept. */
  readonly app: OverlapGroup['apps'][number];
  /** The apps whose people it takes in. */
  readonly others: OverlapGroup['apps'];
  /** What is planned, for those who do not see the row. */
  readonly what: string;
}

/** Plans a move of the row; its result is on the page at once, and in Plan, where it can be taken back. */
export function PlanThis({ app, others, what }: PlanThisProps): ReactNode {
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
      Plan this<span className="visually-hidden">: {what}</span>
    </button>
  );
}
