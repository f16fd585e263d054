import type { ReactNode } from 'react';
import { decisionDate } from '../../../../skill/analysis/analyze.ts';
import type { Analysis } from '../../../../skill/analysis/contract.ts';
import { formatNearDate } from '../../../parts/text.ts';
import type { Column } from '../../../parts/table.ts';
import { UnknownValue } from '../../../parts/layout.ts';
import { Amount } from '../../amount.tsx';
import { moneyCell } from '../../figure-columns.tsx';
import { AppLink } from '../../app/app-link.tsx';
import { Deadline } from '../../deadline.tsx';
import { FigureLink } from '../../figure.tsx';

export type ListedRenewal = Analysis['renewals'][number];

/** By app and, within one app, by contract. */
export function contractNameColumn(isWithinApp: boolean): Column<ListedRenewal> {
  if (isWithinApp)
    return { key: 'name', header: 'Contract', cell: ({ name }) => name, order: ({ name }) => name };
  const nameOf = ({ appName, name }: ListedRenewal): string => appName ?? name;
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
export function contractLink({ appId, appName, name }: ListedRenewal): ReactNode {
  return <AppLink id={appName === null ? null : appId}>{appName ?? name}</AppLink>;
}

/** What must be known of it before its money is read. */
function markOf({ duplicateOf, appName }: ListedRenewal): string {
  if (duplicateOf !== null) return `recorded twice, counted once (copy of contract ${duplicateOf})`;
  return appName === null ? 'its app was not read: in no total' : '';
}

/** When a contract ends, by when notice must be given, and what it is worth. */
export function contractColumns({ asOf, currency }: Analysis): Column<ListedRenewal>[] {
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
          <UnknownValue reason="The contract has no end date." />
        ) : (
          <FigureLink fact={`renewal/${contractId}/termEnd`}>
            <span className="nowrap">{formatNearDate(termEnd, asOf)}</span>
          </FigureLink>
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
      file: ({ annualValue }) => moneyCell(annualValue, currency),
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
  { contractId, deadline, noticeAssumed, autoRenew, bucket }: ListedRenewal,
  asOf: string,
): ReactNode {
  if (bucket === 'ends') return <span className="quiet">not needed</span>;
  if (deadline === null)
    return <UnknownValue reason="Neither notice days nor a cancellation deadline is known." />;
  const missed = autoRenew === false ? 'past' : 'serious';
  return (
    <FigureLink fact={`renewal/${contractId}/deadline`}>
      <Deadline day={deadline} asOf={asOf} missed={missed} note={noticeAssumed ? ', assumed' : ''} />
    </FigureLink>
  );
}

/** The engine says in its flags what kept a value from being used. */
function valueGap(flags: ListedRenewal['flags']): string {
  const gap = flags.find((flag) => flag.startsWith('no exchange rate') || flag.startsWith('value over'));
  return gap === undefined ? 'The contract states no annual value.' : `The contract has ${gap}.`;
}

function autoCell({ autoRenew }: ListedRenewal): ReactNode {
  if (autoRenew === null)
    return <UnknownValue reason="The contract does not say whether it renews by itself." />;
  return <span className="nowrap">{autoWords(autoRenew)}</span>;
}

function autoWords(autoRenew: boolean): string {
  return autoRenew ? 'auto-renews' : 'ends unless signed';
}
