import { useMemo, type ReactNode } from 'react';
import type { Analysis } from '../../../../skill/analysis/contract.ts';
import { type InboxItem, inboxOf } from '../../../../skill/report/texts.ts';
import { formatCounted, formatNearDate } from '../../../parts/text.ts';
import { Section } from '../../../parts/layout.ts';
import { AppLink } from '../../app/app-link.tsx';
import { hasRead } from '../../completeness-badge.tsx';
import type { Results } from '../../../session/state.ts';
import { useResults } from '../../page-context.ts';
import { SentenceText } from '../../sentence-text.tsx';
import { worthWords } from '../inbox/inbox.tsx';
import { ItemDate } from '../inbox/decision-item.tsx';
import { ItemMoney } from '../inbox/item-money.tsx';
import { undoneWords } from '../inbox/undone-words.ts';

/** Decisions named here; where fewer are due this week, the next ones follow. */
const NAMED = 3;

/** What is due this week and, up to three, what comes next; the Inbox says all of it. */
export function ThisWeek(): ReactNode {
  const results = useResults();
  const { shown: analysis } = results;
  const items = useMemo(() => inboxOf(analysis), [analysis]);
  const dated = items.filter(({ lastSafeDate }) => lastSafeDate !== null);
  if (!hasRead(results, 'contracts') || dated.length === 0) return null;
  const due = dated.filter(({ step }) => step === 'week');
  const named = dated.slice(0, Math.max(NAMED, due.length)).slice(0, 2 * NAMED);
  return (
    <Section title={`This week (${due.length})`} sentence={sentenceOf(due, dated, results)}>
      <ol className="findings week">
        {named.map((item) => (
          <Due key={item.id} item={item} analysis={analysis} />
        ))}
      </ol>
    </Section>
  );
}

function sentenceOf(
  due: readonly InboxItem[],
  dated: readonly InboxItem[],
  { shown: analysis, awaited }: Results,
): string {
  const next = dated[due.length]?.lastSafeDate;
  const then =
    next === undefined || next === null ? '' : ` The next is due by ${formatNearDate(next, analysis.asOf)}.`;
  if (due.length === 0) return `Nothing ${awaited.length > 0 ? 'read so far ' : ''}is due this week.${then}`;
  return `${formatCounted(due.length, 'decision')}${worthWords(due, analysis)}.${then}`;
}

function Due({ item, analysis }: { readonly item: InboxItem; readonly analysis: Analysis }): ReactNode {
  const renewal = analysis.renewals.find(({ contractId }) => contractId === item.contractId) ?? null;
  const undone = undoneWords(renewal);
  const isListed = analysis.apps.some(({ id }) => id === item.appId);
  return (
    <li className="finding dated">
      <p className="finding-date">
        <ItemDate item={item} asOf={analysis.asOf} isDated />
      </p>
      <p className="finding-head">
        <strong>
          <AppLink id={isListed ? item.appId : null}>{item.name}</AppLink>
        </strong>
        {item.contractName !== null && ` ${item.contractName}`}
      </p>
      <ItemMoney item={item} analysis={analysis} />
      {undone !== null && (
        <p className="undone">
          <SentenceText sentence={undone} currency={analysis.currency} asOf={analysis.asOf} />
        </p>
      )}
    </li>
  );
}
