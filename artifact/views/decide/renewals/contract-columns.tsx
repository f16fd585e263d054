import type { ReactNode } from 'react';
import { decisionDate } from '../../../../skill/analysis/analyze.ts';
import type { Analysis } from '../../../../skill/analysis/contract.ts';
import { nearDate } from '../../../parts/text.ts';
import type { Column } from '../../../parts/table.ts';
import { Unknown } from '../../../parts/layout.ts';
import { Amount } from '../../amount.tsx';
import { amountCell } from '../../figure-columns.tsx';
import { AppLink } from '../../app/app-link.tsx';
import { Deadline } from '../../deadline.tsx';
import { Figure } from '../../figure.tsx';

export type Renewal = Analysis['renewals'][number];

/** By app and, within one app, by contract. */
export function nameColumn(isWithinApp: boolean): Column<Renewal> {
  if (isWithinApp)
    return { key: 'name', header: 'Contract', cell: ({ name }) => name, order: ({ name }) => name };
  const nameOf = ({ appName, name }: Renewal): string => appName ?? name;
  return {
    key: 'name',
    header: 'App',
    cell: (renewal) => (
      <>
        {contractLink(renewal)}
        {markOf(renewal) !== '' && <span className="quiet"> {markOf(renewal)}</span>}
      </>
    ),
    order: nameOf,
  };
}

/** The app of a contract, which opens its panel; of one whose app was not read, its own name. */
export function contractLink({ appId, appName, name }: Renewal): ReactNode {
  return <AppLink id={appName === null ? null : appId}>{appName ?? name}</AppLink>;
}

/** What must be known of it before its money is read. */
function markOf({ duplicateOf, appName }: Renewal): string {
  if (duplicateOf !== null) return `recorded twice, counted once (copy of contract ${duplicateOf})`;
  return appName === null ? 'its app was not read: in no total' : '';
}

/** When a contract ends, by when notice must be given, and what it is worth. */
export function contractColumns({ asOf, currency }: Analysis): Column<Renewal>[] {
  return [
    {
      key: 'deadline',
      header: 'Notice by',
      lead: 'notice',
      secondary: true,
      cell: (renewal) => deadlineCell(renewal, asOf),
      order: decisionDate,
      file: ({ deadline }) => deadline,
    },
    {
      key: 'end',
      header: 'Ends',
      lead: ({ autoRenew }) => endWords[String(autoRenew)] ?? '',
      secondary: true,
      cell: ({ contractId, termEnd }) =>
        termEnd === null ? (
          <Unknown reason="The contract has no end date." />
        ) : (
          <Figure fact={`renewal/${contractId}/termEnd`}>
            <span className="nowrap">{nearDate(termEnd, asOf)}</span>
          </Figure>
        ),
      order: ({ termEnd }) => termEnd,
    },
    {
      key: 'auto',
      header: 'Renews',
      secondary: true,
      lead: null,
      cell: autoCell,
      file: ({ autoRenew }) => (autoRenew === null ? null : autoWords(autoRenew)),
    },
    {
      key: 'value',
      header: `Value, ${currency} a year`,
      numeric: true,
      cell: ({ contractId, annualValue, flags }) => (
        <Amount
          minor={annualValue}
          currency={currency}
          unknown={valueGap(flags)}
          fact={`renewal/${contractId}/annualValue`}
        />
      ),
      order: ({ annualValue }) => annualValue,
      file: ({ annualValue }) => amountCell(annualValue, currency),
    },
  ];
}

/** In a narrow pane one word says what comes at the end of the term. */
const endWords: Readonly<Record<string, string>> = {
  true: 'renews',
  false: 'ends',
  null: 'ends or renews',
};

/** Where nothing renews by itself, a missed notice has no consequence. */
function deadlineCell(
  { contractId, deadline, noticeAssumed, autoRenew, bucket }: Renewal,
  asOf: string,
): ReactNode {
  if (bucket === 'ends') return <span className="quiet">not needed</span>;
  if (deadline === null)
    return <Unknown reason="Neither notice days nor a cancellation deadline is known." />;
  const missed = autoRenew === false ? 'past' : 'serious';
  return (
    <Figure fact={`renewal/${contractId}/deadline`}>
      <Deadline day={deadline} asOf={asOf} missed={missed} note={noticeAssumed ? ', assumed' : ''} />
    </Figure>
  );
}

/** The engine says in its flags what kept a value from being used. */
function valueGap(flags: Renewal['flags']): string {
  const gap = flags.find((flag) => flag.startsWith('no exchange rate') || flag.startsWith('value over'));
  return gap === undefined ? 'The contract states no annual value.' : `The contract has ${gap}.`;
}

function autoCell({ autoRenew }: Renewal): ReactNode {
  if (autoRenew === null) return <Unknown reason="The contract does not say whether it renews by itself." />;
  return <span className="nowrap">{autoWords(autoRenew)}</span>;
}

function autoWords(autoRenew: boolean): string {
  return autoRenew ? 'auto-renews' : 'ends unless signed';
}
