import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { count, counted } from '../../parts/count.ts';
import { month } from '../../parts/date.ts';
import { Section } from '../../parts/section.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { Amount } from '../amount.tsx';
import { AppLink } from '../app/app-link.tsx';
import { Deadline } from '../deadline.tsx';
import { hasRead, Provenance } from '../standing.tsx';
import type { ViewProps } from '../view-props.ts';
import { decisionsOf, type Decision } from './decisions.ts';

/** The hard saving, app by app: its rows add up to the figure above them. */
export function Proposals({ state, picture }: ViewProps): ReactNode {
  const { analysis } = picture;
  const decisions = decisionsOf(analysis);
  if (decisions.length === 0) return null;
  return (
    <Section
      title="Savings to consider"
      sentence={`${counted(decisions.length, 'app')} with seats to give up. Proposed by rules; nobody has accepted them yet.`}
      provenance={<Provenance state={state} sources={['apps', 'contracts']} />}
    >
      <Table
        caption="Savings to consider, soonest deadline first"
        columns={columnsFor(analysis, hasRead(state, 'contracts'))}
        rows={decisions}
        keyOf={({ appId }) => appId}
        first={6}
      />
    </Section>
  );
}

function columnsFor({ asOf, currency }: Analysis, isDated: boolean): Column<Decision>[] {
  return [
    {
      key: 'name',
      header: 'App',
      cell: ({ appId, name }) => <AppLink id={appId}>{name}</AppLink>,
      order: ({ name }) => name,
    },
    {
      key: 'by',
      header: 'Decide by',
      secondary: true,
      lead: 'decide by',
      cell: (decision) =>
        isDated ? byCell(decision, asOf) : <Unknown reason="The contracts have not been read." />,
      order: ({ decideBy }) => decideBy,
    },
    {
      key: 'seats',
      header: 'Seats to give up',
      lead: 'seats',
      numeric: true,
      secondary: true,
      cell: ({ seats }) => (seats === null ? null : count(seats)),
      order: ({ seats }) => seats,
    },
    {
      key: 'saving',
      header: `Saving, ${currency} a year`,
      numeric: true,
      cell: ({ saving }) => <Amount minor={saving} currency={currency} unknown="" />,
      order: ({ saving }) => saving,
    },
  ];
}

function byCell({ timing, decideBy, effectiveFrom }: Decision, asOf: string): ReactNode {
  if (timing === 'exit-unknown') return <Unknown reason="It is not known when the contract can be left." />;
  if (timing === 'locked') return effectiveFrom === null ? 'locked' : `locked until ${month(effectiveFrom)}`;
  return decideBy === null ? 'any day' : <Deadline day={decideBy} asOf={asOf} />;
}
