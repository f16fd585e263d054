import { useState, type ReactNode } from 'react';
import { Say } from '../../parts/say.tsx';
import { Section } from '../../parts/section.tsx';
import { handBackText } from '../../session/hand-back.ts';
import { isWhatIf } from '../../session/what-if.ts';
import type { DestinationProps } from '../view-props.ts';
import { assumptionWords, whatIfWords } from '../what-if-words.ts';
import { decisionWords, editWords } from './made-words.ts';

/** What was planned, decided and assumed on this page, and the text that hands it to Claude. */
export function MadeHere({ session, state, picture }: DestinationProps): ReactNode {
  const { whatIf } = state.lens;
  const [by, setBy] = useState('');
  if (!isWhatIf(whatIf)) {
    return (
      <Section
        title="Hand to Claude"
        sentence="Nothing has been changed on this page. What you plan, decide or assume stays in this page until you hand it over."
      />
    );
  }
  const { name: tenant } = picture.mapping.tenant;
  const text = handBackText({
    tenant,
    whatIf,
    by: by.trim(),
    assumptions: assumptionWords(whatIf.assumptions),
  });
  const { whole } = picture;
  return (
    <Section
      title="Hand to Claude"
      sentence={`${whatIfWords(whatIf).join(', ')}. Kept in this page only: reloading it loses them.`}
    >
      <ul className="checks">
        {whatIf.edits.map((edit) => (
          <Made key={edit.appId} words={editWords(edit, whole)} onUndo={() => session.undoPlan(edit.appId)} />
        ))}
        {whatIf.decisions.map((decision) => (
          <Made
            key={decision.finding ?? decision.appId}
            words={decisionWords(decision, whole)}
            onUndo={() => session.undoDecision(decision)}
          />
        ))}
      </ul>
      <label className="field">
        <span className="field-label">Your name, for the record</span>
        <input value={by} autoComplete="off" onChange={(event) => setBy(event.currentTarget.value)} />
      </label>
      <Say label="Give this to Claude" text={text} select="Select all of it" />
    </Section>
  );
}

function Made({ words, onUndo }: { words: string; onUndo: () => void }): ReactNode {
  return (
    <li>
      {words}{' '}
      <button type="button" className="button button-quiet" onClick={onUndo}>
        Undo<span className="visually-hidden"> {words}</span>
      </button>
    </li>
  );
}
