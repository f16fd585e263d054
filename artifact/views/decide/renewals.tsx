import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { counted } from '../../parts/count.ts';
import { nearDate } from '../../parts/date.ts';
import { compactMoney } from '../../parts/money.ts';
import { Section } from '../../parts/section.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { Amount } from '../amount.tsx';
import { AppLink } from '../app/app-link.tsx';
import { Deadline } from '../deadline.tsx';
import { hasRead, Provenance } from '../standing.tsx';
import type { SessionState } from '../../session/state.ts';
import { renewingSoon, type RenewingSoon } from './renewing-soon.ts';
import type { ViewProps } from '../view-props.ts';

type Renewal = Analysis['renewals'][number];

/** Contracts whose term ends in the next 60 days, with the day by which notice must be given. */
export function Renewals({ state, picture }: ViewProps): ReactNode {
  const { analysis } = picture;
  const soon = renewingSoon(picture);
  return (
    <Section
      title="Contracts renewing in the next 60 days"
      sentence={hasRead(state, 'contracts') ? sentenceOf(soon, analysis.currency) : unreadSentence(state)}
      provenance={<Provenance state={state} sources={['contracts']} />}
    >
      {soon.items.length > 0 && (
        <Table
          caption="Contracts renewing in the next 60 days"
          columns={columnsFor(analysis)}
          rows={soon.items}
          keyOf={({ contractId }) => contractId}
        />
      )}
    </Section>
  );
}

function unreadSentence({ phase }: SessionState): string {
  return phase === 'reading' ? 'The contracts are being read.' : 'Unknown: no contract could be read.';
}

function sentenceOf({ items, value, missed, undated, contracts }: RenewingSoon, currency: string): string {
  if (contracts === 0) return 'Torii holds no contracts.';
  const worth = value > 0 ? ` worth ${compactMoney(value, currency)} a year` : '';
  const late =
    missed === 0 ? '' : ` ${counted(missed, 'notice deadline has', 'notice deadlines have')} been missed.`;
  const gap =
    undated === 0
      ? ''
      : ` ${counted(undated, 'contract has', 'contracts have')} no end date and cannot be placed.`;
  if (items.length === 0) return `No contract with a known end date ends in the next 60 days.${gap}`;
  return `${counted(items.length, 'contract')}${worth} ${items.length === 1 ? 'ends' : 'end'} in the next 60 days.${late}${gap}`;
}

function columnsFor({ asOf, currency }: Analysis): Column<Renewal>[] {
  return [
    {
      key: 'name',
      header: 'App',
      cell: ({ appId, appName, name }) => (
        <AppLink id={appName === null ? null : appId}>{appName ?? name}</AppLink>
      ),
      order: ({ appName, name }) => appName ?? name,
    },
    {
      key: 'deadline',
      header: 'Notice by',
      secondary: true,
      cell: (renewal) => deadlineCell(renewal, asOf),
      order: ({ deadline }) => deadline,
    },
    {
      key: 'end',
      header: 'Ends',
      lead: 'ends',
      secondary: true,
      cell: ({ termEnd }) =>
        termEnd === null ? (
          <Unknown reason="The contract has no end date." />
        ) : (
          <span className="nowrap">{nearDate(termEnd, asOf)}</span>
        ),
      order: ({ termEnd }) => termEnd,
    },
    { key: 'auto', header: 'Renews', secondary: true, lead: 'renews', cell: autoCell },
    {
      key: 'value',
      header: `Value, ${currency} a year`,
      numeric: true,
      cell: ({ annualValue, flags }) => (
        <Amount minor={annualValue} currency={currency} unknown={valueGap(flags)} />
      ),
      order: ({ annualValue }) => annualValue,
    },
  ];
}

/** Where nothing renews by itself, a missed notice has no consequence. */
function deadlineCell({ deadline, noticeAssumed, autoRenew }: Renewal, asOf: string): ReactNode {
  if (deadline === null)
    return <Unknown reason="Neither notice days nor a cancellation deadline is known." />;
  const missed = autoRenew === false ? 'past' : 'serious';
  return <Deadline day={deadline} asOf={asOf} missed={missed} note={noticeAssumed ? ', assumed' : ''} />;
}

/** The engine says in its flags what kept a value from being used. */
function valueGap(flags: Renewal['flags']): string {
  const gap = flags.find((flag) => flag.startsWith('no exchange rate') || flag.startsWith('value over'));
  return gap === undefined ? 'The contract states no annual value.' : `The contract has ${gap}.`;
}

function autoCell({ autoRenew }: Renewal): ReactNode {
  if (autoRenew === null) return <Unknown reason="The contract does not say whether it renews by itself." />;
  return autoRenew ? 'automatically' : 'only if signed';
}
