import type { ReactNode } from 'react';
import { Link } from '../../parts/controls.ts';
import { useAddresses } from '../use-addresses.ts';

/** The name of an app, which opens its panel; only the name where no listed app has it. */
export function AppLink({ id, children }: { id: number | null; children: ReactNode }): ReactNode {
  const addresses = useAddresses();
  if (id === null) return children;
  return (
    <Link className="app-link" href={addresses.app(id)}>
      {children}
    </Link>
  );
}
