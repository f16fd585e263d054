import type { ReactNode } from 'react';
import { counted } from '../../parts/count.ts';
import { date } from '../../parts/date.ts';
import { Section } from '../../parts/section.tsx';
import { Tag } from '../../parts/tag.tsx';
import { inForce } from '../../session/what-if.ts';
import type { DestinationProps } from '../view-props.ts';
import { decisionWords, editWords } from './made-words.ts';

/** What decisions.json brought along: each entry can be taken back, and the plan follows at once. */
export function DecidedBefore({ session, state, picture }: DestinationProps): ReactNode {
  const { recorded, whatIf } = state.lens;
  const entries = recorded.edits.length + recorded.decisions.length;
  if (entries === 0) return null;
  const kept = inForce(recorded, whatIf);
  const { whole } = picture;
  return (
    <Section
      title="Decided before"
      sentence={`${counted(entries, 'entry', 'entries')} of decisions.json came with this page.`}
    >
      <ul className="checks">
        {recorded.edits.map((edit, index) => (
          <Entry
            key={index}
            words={editWords(edit, whole)}
            made={edit}
            isKept={kept.edits.includes(edit)}
            onChange={(goes) => session.remove({ edit: edit.appId }, goes)}
          />
        ))}
        {recorded.decisions.map((decision, index) => (
          <Entry
            key={index}
            words={decisionWords(decision, whole)}
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
      {words} <span className="quiet">{`${made.by}, ${date(made.at)}`}</span>{' '}
      {!isKept && <Tag tone="caution">removed</Tag>}{' '}
      <button type="button" className="button button-quiet" onClick={() => onChange(isKept)}>
        {isKept ? 'Remove' : 'Restore'}
        <span className="visually-hidden"> {words}</span>
      </button>
    </li>
  );
}
