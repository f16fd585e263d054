import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { nearDate } from '../../parts/date.ts';
import { Unknown } from '../../parts/unknown.tsx';

export interface AppProps {
  readonly app: Analysis['apps'][number];
  readonly analysis: Analysis;
}

/** What Torii's record says of the app. */
export function Facts({ app, analysis: { asOf } }: AppProps): ReactNode {
  const { vendor, category, state, owner, lastUsedAt } = app;
  const facts = [
    ['State', state],
    ['Vendor', vendor],
    ['Category', category],
    ['Owner', owner === null ? null : 'named in Torii'],
    ['Last used', lastUsedAt === null ? null : nearDate(lastUsedAt, asOf)],
  ] as const;
  return (
    <dl className="pairs">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? <Unknown reason={`Torii does not say: ${name.toLowerCase()}.`} />}</dd>
        </div>
      ))}
    </dl>
  );
}
