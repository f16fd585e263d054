import type { ReactNode } from 'react';
import { formatCounted, formatDate } from '../../parts/text.ts';
import { Section, Tag } from '../../parts/layout.ts';
import { mergeDecisions } from '../../session/what-if.ts';
import { decisionWords, editWords } from './made-words.ts';
import { useResults } from '../page-context.ts';
import { useSession, useSessionState } from '../../session/session.ts';

/** What decisions.json brought along: each entry can be taken back, and the plan follows at once. */
export function DecidedBefore(): ReactNode {
  const session = useSession();
  const { full } = useResults();
  const { recorded, whatIf } = useSessionState((state) => state.settings);
  const entries = recorded.edits.length + recorded.decisions.length;
  if (entries === 0) return null;
  const kept = mergeDecisions(recorded, whatIf);
  return (
    <Section
      title="Decided before"
      sentence={`${formatCounted(entries, 'entry', 'entries')} of decisions.json came with this page.`}
    >
      <ul className="checks">
        {recorded.edits.map((edit, index) => (
          <Entry
            key={index}
            words={editWords(edit, full)}
            made={edit}
            isKept={kept.edits.includes(edit)}
            onChange={(goes) => session.remove({ edit: edit.appId }, goes)}
          />
        ))}
        {recorded.decisions.map((decision, index) => (
          <Entry
            key={index}
            words={decisionWords(decision, full)}
            made={decision}
            isKept={kept.decisions.includes(decision)}
            onChange={(goes) => session.remove(decision, goes)}
          />
        ))}
      </ul>
    </Section>
  );
}

interface EntryProps {
  readonly words: string;
  readonly made: { readonly by: string; readonly at: string };
  readonly isKept: boolean;
  readonly onChange: (goes: boolean) => void;
}

function Entry({ words, made, isKept, onChange }: EntryProps): ReactNode {
  return (
    <li>
      {words} <span className="quiet">{`${made.by}, ${formatDate(made.at)}`}</span>{' '}
      {!isKept && <Tag tone="caution">removed</Tag>}{' '}
      <button type="button" className="button button-quiet" onClick={() => onChange(isKept)}>
        {isKept ? 'Remove' : 'Restore'}
        <span className="visually-hidden"> {words}</span>
      </button>
    </li>
  );
}
