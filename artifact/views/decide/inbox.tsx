import { useMemo, type ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { givingUp, type InboxItem, inboxOf } from '../../../skill/report/texts.ts';
import { useSheets } from '../../parts/table.ts';
import { counted, nearDate } from '../../parts/text.ts';
import { FirstFew, Section, Tag } from '../../parts/layout.ts';
import { Amount } from '../amount.tsx';
import { AppLink } from '../app/app-link.tsx';
import { Deadline } from '../deadline.tsx';
import { Evidence } from '../findings/evidence.tsx';
import { ConfidenceTag } from '../findings/finding-item.tsx';
import { SentenceText } from '../sentence-text.tsx';
import { hasRead, Provenance } from '../completeness-badge.tsx';
import { inboxSheet } from './inbox-sheet.ts';
import { Proposals } from './proposals.tsx';
import { useResults } from '../page-context.ts';
import { useSession } from '../../session/session.ts';

/** What must be decided, most pressing first; beneath it what can be saved but not decided yet. */
export function Inbox(): ReactNode {
  const results = useResults();
  const { shown: analysis } = results;
  const items = useMemo(() => inboxOf(analysis), [analysis]);
  const isDated = hasRead(results, 'contracts');
  useSheets(() => [inboxSheet(items, analysis)]);
  return (
    <>
      <Section
        title="To decide"
        sentence={sentenceOf(items, analysis, isDated)}
        provenance={<Provenance sources={['apps', 'contracts']} />}
      >
        <ol className="findings">
          <FirstFew
            first={8}
            items={items.map((item) => (
              <Item key={item.id} item={item} analysis={analysis} isDated={isDated} />
            ))}
          />
        </ol>
      </Section>
      <Proposals />
    </>
  );
}

function sentenceOf(items: readonly InboxItem[], { asOf }: Analysis, isDated: boolean): string {
  if (items.length === 0) return 'Nothing has to be decided.';
  const open = `${counted(items.length, 'decision')} to take`;
  if (!isDated) return `${open}; by when cannot be said without the contracts.`;
  const [first] = items.flatMap(({ lastSafeDate }) => lastSafeDate ?? []).toSorted();
  const by = first === undefined ? '' : `, the first by ${nearDate(first, asOf)}`;
  return `${open}${by}. Ranked in steps of 30 days to the last safe date, then by money.`;
}

interface ItemProps {
  readonly item: InboxItem;
  readonly analysis: Analysis;
  readonly isDated: boolean;
}

function Item({ item, analysis, isDated }: ItemProps): ReactNode {
  const { appId, name, confidence } = item;
  const facts = new Set(evidenceOf(item, analysis, 'evidence'));
  const against = new Set(evidenceOf(item, analysis, 'against'));
  return (
    <li className="finding dated">
      <p className="finding-date">
        <When item={item} asOf={analysis.asOf} isDated={isDated} />
      </p>
      <p className="finding-head">
        <strong>
          <AppLink id={appId}>{name}</AppLink>
        </strong>{' '}
        <What item={item} analysis={analysis} />
      </p>
      <Money item={item} analysis={analysis} />
      <ul className="reasons dotted">
        {confidence !== null && (
          <li>
            <ConfidenceTag level={confidence} />
          </li>
        )}
        <Evidence analysis={analysis} facts={[...facts]} subject={name} />
      </ul>
      {against.size > 0 && (
        <ul className="reasons dotted">
          <li>
            <Tag tone="caution">against</Tag>
          </li>
          <Evidence analysis={analysis} facts={[...against]} subject={name} />
        </ul>
      )}
      <Acts item={item} analysis={analysis} />
    </li>
  );
}

function evidenceOf(
  { findingIds }: InboxItem,
  { findings }: Analysis,
  side: 'evidence' | 'against',
): string[] {
  return findings.filter(({ id }) => findingIds.includes(id)).flatMap((finding) => finding[side]);
}

function When({
  item: { lastSafeDate },
  asOf,
  isDated,
}: {
  item: InboxItem;
  asOf: string;
  isDated: boolean;
}): ReactNode {
  if (lastSafeDate !== null) return <Deadline day={lastSafeDate} asOf={asOf} />;
  return <span className="quiet">{isDated ? 'any day' : 'date unknown'}</span>;
}

function What({ item: { appId, hardAnnual }, analysis }: { item: InboxItem; analysis: Analysis }): ReactNode {
  if (hardAnnual === null || appId === null) {
    return 'Consider whether to renew before the notice deadline passes.';
  }
  const sentence = ['Consider ', ...givingUp(appId, analysis), '.'];
  return <SentenceText sentence={sentence} currency={analysis.currency} asOf={analysis.asOf} />;
}

/** A saving, or what would renew: never the one for the other. */
function Money({ item, analysis }: { item: InboxItem; analysis: Analysis }): ReactNode {
  const { appId, contractId, hardAnnual, annualValue } = item;
  const isSaving = hardAnnual !== null;
  return (
    <p className="finding-money">
      <strong>
        <Amount
          minor={isSaving ? hardAnnual : annualValue}
          currency={analysis.currency}
          unknown="The contract states no annual value."
          fact={isSaving ? `app/${appId}/hardSavingAnnual` : `renewal/${contractId}/annualValue`}
          stop
        />
      </strong>
      <span>{isSaving ? 'saved a year' : 'renews a year'}</span>
    </p>
  );
}

/** What a reader may do on this page: nothing of it reaches Torii. */
function Acts({ item, analysis }: Omit<ItemProps, 'isDated'>): ReactNode {
  const session = useSession();
  const { appId, name, hardAnnual, findingIds } = item;
  const [finding] = findingIds;
  const source = analysis.plan.find((entry) => entry.appId === appId)?.source;
  const act = (label: string, onClick: () => void): ReactNode => (
    <button type="button" className="button button-quiet" aria-label={`${label}: ${name}`} onClick={onClick}>
      {label}
    </button>
  );
  if (hardAnnual === null) {
    return finding === undefined ? null : (
      <p className="actions">
        {act('Put aside', () => session.decide({ finding, verdict: 'accepted-risk' }))}
      </p>
    );
  }
  if (appId === null) return null;
  return (
    <p className="actions">
      <Tag tone={source === 'person' ? 'good' : 'neutral'}>
        {source === 'person' ? 'accepted' : 'proposed by rules'}
      </Tag>
      {source !== 'person' && act('Accept', () => session.planApp({ appId, action: 'keep' }))}
      {act('Reject', () => session.decide({ appId, verdict: 'rejected' }))}
    </p>
  );
}
