import type { ReactNode } from 'react';
import { compactMoney, counted } from '../../../parts/text.ts';
import { Section } from '../../../parts/layout.ts';
import { Table } from '../../../parts/table.ts';
import { hasRead, Provenance } from '../../completeness-badge.tsx';
import type { SessionState } from '../../../session/state.ts';
import { contractColumns, nameColumn } from './contract-columns.tsx';
import { renewingSoon, type RenewingSoon } from './renewing-soon.ts';
import { useResults } from '../../page-context.ts';
import { useSessionState } from '../../../session/session.ts';

/** Contracts whose term ends in the next 60 days, with the day by which notice must be given. */
export function Renewals(): ReactNode {
  const results = useResults();
  const phase = useSessionState((state) => state.phase);
  const { shown: analysis } = results;
  const soon = renewingSoon(results);
  return (
    <Section
      title="Contracts renewing in the next 60 days"
      sentence={hasRead(results, 'contracts') ? sentenceOf(soon, analysis.currency) : unreadSentence(phase)}
      provenance={<Provenance sources={['contracts']} />}
    >
      {soon.items.length > 0 && (
        <Table
          caption="Contracts renewing in the next 60 days"
          columns={[nameColumn(false), ...contractColumns(analysis)]}
          rows={soon.items}
          keyOf={({ contractId }) => contractId}
        />
      )}
    </Section>
  );
}

function unreadSentence(phase: SessionState['phase']): string {
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
