import type { ReactNode } from 'react';
import type { Analysis } from '../../../../skill/analysis/contract.ts';
import { formatCounted, formatMonth } from '../../../parts/text.ts';
import { Section, UnknownValue } from '../../../parts/layout.ts';
import { Table, type Column } from '../../../parts/table.ts';
import { AppLink } from '../../app/app-link.tsx';
import { countColumn, moneyColumn } from '../../figure-columns.tsx';
import { hasRead, Provenance } from '../../completeness-badge.tsx';
import { decisionsOf, type InboxDecision } from './decisions.ts';
import { useResults } from '../../page-context.ts';

interface UndecidedProps {
  /** Apps to which the list is narrowed; null = all. */
  readonly leaving: ReadonlySet<number> | null;
}

/** The rest of the saving: what a missed deadline or an unknown exit keeps from being decided. */
export function Undecided({ leaving }: UndecidedProps): ReactNode {
  const results = useResults();
  const { shown: analysis } = results;
  const decisions = decisionsOf(analysis).filter(
    ({ timing, appId }) => timing !== 'decidable' && (leaving === null || leaving.has(appId)),
  );
  if (decisions.length === 0) return null;
  return (
    <Section
      title="Cannot be decided yet"
      sentence={`${formatCounted(decisions.length, 'app')} with a saving that is locked, or without a known exit date.`}
      provenance={<Provenance sources={['apps', 'contracts']} />}
    >
      <Table
        caption="Savings that cannot be decided yet"
        columns={columnsFor(analysis, hasRead(results, 'contracts'))}
        rows={decisions}
        keyOf={({ appId }) => appId}
        first={5}
      />
    </Section>
  );
}

function columnsFor({ currency }: Analysis, isDated: boolean): Column<InboxDecision>[] {
  return [
    {
      key: 'name',
      header: 'App',
      cell: ({ appId, name }) => <AppLink id={appId}>{name}</AppLink>,
      order: ({ name }) => name,
    },
    {
      key: 'by',
      header: 'Why not',
      secondary: true,
      lead: '',
      cell: (decision) =>
        isDated ? fateOf(decision) : <UnknownValue reason="The contracts have not been read." />,
      order: ({ effectiveFrom }) => effectiveFrom,
      file: (decision) => (isDated ? fateOf(decision) : null),
    },
    countColumn({
      key: 'seats',
      header: 'Seats to give up',
      lead: 'seats',
      secondary: true,
      of: ({ seats }) => seats,
    }),
    moneyColumn(currency, {
      key: 'saving',
      header: `Saving, ${currency} a year`,
      of: ({ saving }) => saving,
      fact: ({ appId }) => `app/${appId}/hardSavingAnnual`,
    }),
  ];
}

function fateOf({ timing, effectiveFrom }: InboxDecision): string {
  if (timing === 'exit-unknown') return 'no date to leave is recorded';
  return effectiveFrom === null ? 'locked' : `locked until ${formatMonth(effectiveFrom)}`;
}
