import { useContext, type ReactNode } from 'react';
import { Link } from '../../parts/link.tsx';
import { RouteContext } from '../route-context.ts';
import { formatRoute, withParameters } from '../router.ts';

/** The name of an app, which opens its panel; only the name where no listed app stands behind it. */
export function AppLink({ id, children }: { id: number | null; children: ReactNode }): ReactNode {
  const route = useContext(RouteContext);
  if (id === null) return children;
  return (
    <Link className="app-link" href={formatRoute(withParameters(route, { app: String(id), fact: null }))}>
      {children}
    </Link>
  );
}
