import { Fragment, type ReactNode } from 'react';
import type { AnalyzedApp, Analysis, CostBasis, Minor } from '../../../skill/analysis/contract.ts';
import { formatExactMoney } from '../../parts/text.ts';
import { Section, UnknownValue } from '../../parts/layout.ts';
import { Amount } from '../amount.tsx';
import { Provenance } from '../completeness-badge.tsx';
import { useResults } from '../page-context.ts';
import { OwnerName } from './owner-name.tsx';

export interface AppProps {
  readonly app: AnalyzedApp<Minor>;
}

export interface PairsProps {
  readonly pairs: readonly (readonly [string, ReactNode])[];
  /** Values so short that they fit beside their names in any pane. */
  readonly short?: boolean;
}

/** Names and values; what is null is unknown. */
export function Pairs({ pairs, short = false }: PairsProps): ReactNode {
  return (
    <dl className={short ? 'pairs pairs-short' : 'pairs'}>
      {pairs.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value ?? <UnknownValue reason="Torii does not say." />}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

const bases: Readonly<Record<CostBasis, string>> = {
  contract: 'The cost is that of its contracts in force.',
  licences: 'The cost is that of its license records.',
  expenses: 'The cost is what was spent in 12 months.',
  none: 'No contract, license or spend states a cost.',
};

/** One basis carries the cost; the others are there to compare, never to add. */
export function CostSection({ app }: AppProps): ReactNode {
  const { shown: analysis } = useResults();
  const { id, costBasis, costComplete, native } = app;
  const money = (field: MoneyField, unknown: string): ReactNode => (
    <Amount
      minor={app[field] ?? null}
      currency={analysis.currency}
      unknown={unknown}
      fact={`app/${id}/${field}`}
      complete={field === 'costAnnual' || field === 'projectedAnnual' ? costComplete : 'whole'}
      stop
    />
  );
  return (
    <Section
      title="Cost"
      sentence={`${bases[costBasis]}${costBasis === 'contract' ? ' Spend is an alternative view of the same money, never added.' : ''}`}
      provenance={<Provenance sources={['apps', 'contracts']} />}
    >
      <Pairs
        short
        pairs={[
          ['Cost a year', money('costAnnual', bases.none)],
          ...(analysis.inputs.view === undefined
            ? []
            : [[`${analysis.inputs.view}’s part`, money('partAnnual', bases.none)] as const]),
          ...(native ? [['Recorded as', formatExactMoney(native.amount, native.currency)] as const] : []),
          ['12-month spend', money('expenses12m', 'Torii reports no spend for this app.')],
          ['Per active user', money('costPerActiveUser', 'Cost or users are unknown.')],
          ['Projected under the plan', money('projectedAnnual', 'The cost of the app is unknown.')],
          ['Leaves the bill a year', money('hardSavingAnnual', 'The cost of the app is unknown.')],
        ]}
      />
    </Section>
  );
}

type MoneyField =
  | 'costAnnual'
  | 'partAnnual'
  | 'expenses12m'
  | 'costPerActiveUser'
  | 'projectedAnnual'
  | 'hardSavingAnnual';

/** What Torii's record says of the app. */
export function RecordFacts({ app }: { app: Analysis['apps'][number] }): ReactNode {
  const { id, vendor, category, state, owner } = app;
  return (
    <Section title="Record">
      <Pairs
        short
        pairs={[
          ['Vendor', vendor],
          ['Category', category],
          ['State', state],
          ['Owner', owner && <OwnerName key={owner.id} id={owner.id} />],
          [
            'In Torii',
            <a key="torii" href="https://app.toriihq.com/" target="_blank" rel="noreferrer">
              {`app ${id}`}
            </a>,
          ],
        ]}
      />
    </Section>
  );
}
