import type { ReactNode } from 'react';
import { decisionDate } from '../../../../skill/analysis/analyze.ts';
import type { Analysis } from '../../../../skill/analysis/contract.ts';
import { formatCompactMoney, formatCounted, daysBetween } from '../../../parts/text.ts';
import { Section } from '../../../parts/layout.ts';
import { Link } from '../../../parts/controls.ts';
import { dayOf, isoOf } from '../../../../skill/analysis/units.ts';
import { hasRead, Provenance } from '../../completeness-badge.tsx';
import type { SessionState } from '../../../session/state.ts';
import { formatRoute } from '../../address.ts';
import { withParameters } from '../../router.ts';
import type { ListedRenewal } from './contract-columns.tsx';
import { renewingSoon, type RenewingSoon } from './renewing-soon.ts';
import { useResults, useRoute } from '../../page-context.ts';
import { useSessionState } from '../../../session/session.ts';

const TITLE = 'Contracts to decide in the next 60 days';

/** How many contracts have their notice due in the next 60 days, and how many terms end: the list below shows them. */
export function Renewals(): ReactNode {
  const results = useResults();
  const phase = useSessionState((state) => state.phase);
  const route = useRoute();
  const { shown: analysis } = results;
  const soon = renewingSoon(results);
  const due = dueSoon(analysis);
  const ending = soon.items.filter(({ contractId }) => !due.some((one) => one.contractId === contractId));
  return (
    <Section
      title={TITLE}
      sentence={
        hasRead(results, 'contracts') ? sentenceOf(due, soon, analysis.currency) : unreadSentence(phase)
      }
      provenance={<Provenance sources={['contracts']} />}
    >
      {due.length + ending.length > 0 && (
        <p>
          <Link
            className="app-link"
            href={formatRoute(withParameters(route, { period: soonPeriod(analysis) }))}
          >
            List only these {formatCounted(due.length + ending.length, 'contract')}
          </Link>
        </p>
      )}
    </Section>
  );
}

/** The period that the filter offers as the next 60 days. */
function soonPeriod({ asOf }: Analysis): string {
  return `${asOf}..${isoOf(dayOf(asOf) + 60)}`;
}

/** By the last safe date: a term that ends in 61 days may have its notice due tomorrow. */
function dueSoon({ renewals, asOf }: Analysis): ListedRenewal[] {
  return renewals
    .flatMap((renewal) => {
      const date = decisionDate(renewal);
      const days = date === null ? null : daysBetween(asOf, date);
      return days !== null && days >= 0 && days <= 60 ? [{ renewal, days }] : [];
    })
    .toSorted((a, b) => a.days - b.days || a.renewal.contractId - b.renewal.contractId)
    .map(({ renewal }) => renewal);
}

function unreadSentence(phase: SessionState['phase']): string {
  return phase === 'reading' ? 'The contracts are being read.' : 'Unknown: no contract could be read.';
}

function sentenceOf(
  due: readonly ListedRenewal[],
  { items, value, missed, undated, contracts }: RenewingSoon,
  currency: string,
): string {
  if (contracts === 0) return 'Torii holds no contracts.';
  const worth = value > 0 ? ` worth ${formatCompactMoney(value, currency)} a year` : '';
  const late =
    missed === 0
      ? ''
      : ` ${formatCounted(missed, 'notice deadline has', 'notice deadlines have')} been missed.`;
  const gap =
    undated === 0
      ? ''
      : ` ${formatCounted(undated, 'contract has', 'contracts have')} no end date and cannot be placed.`;
  const notice =
    due.length === 0
      ? 'No notice is due in the next 60 days.'
      : `${formatCounted(due.length, 'contract needs', 'contracts need')} a decision in the next 60 days, by notice deadline.`;
  const ends =
    items.length === 0
      ? ' No term with a known end ends in that time.'
      : ` ${formatCounted(items.length, 'term')}${worth} ${items.length === 1 ? 'ends' : 'end'} in that time.`;
  return `${notice}${ends}${late}${gap}`;
}
