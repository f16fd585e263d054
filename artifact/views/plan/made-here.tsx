import { useState, type ReactNode } from 'react';
import { PromptBox } from '../../parts/controls.ts';
import { Section } from '../../parts/layout.ts';
import {
  assumptionWords,
  formatDecisionsForClaude,
  isWhatIf,
  whatIfWords,
  type WhatIf,
} from '../../session/what-if.ts';
import { decisionWords, editWords } from './made-words.ts';
import { useResults } from '../page-context.ts';
import { useSession, useSessionState } from '../../session/session.ts';

/** What was planned, decided and assumed on this page, and the text that hands it to Claude. */
export function MadeHere(): ReactNode {
  const { mapping } = useResults();
  const whatIf = useSessionState((state) => state.settings.whatIf);
  const [by, setBy] = useState('');
  if (!isWhatIf(whatIf)) {
    return (
      <Section
        title="Hand to Claude"
        sentence="Nothing has been changed on this page. What you plan, decide or assume stays in this page until you hand it over."
      />
    );
  }
  const { name: tenant } = mapping.tenant;
  const text = formatDecisionsForClaude({
    tenant,
    whatIf,
    by: by.trim(),
    assumptions: assumptionWords(whatIf.assumptions),
  });
  return (
    <Section
      title="Hand to Claude"
      sentence={`${whatIfWords(whatIf).join(', ')}. Kept in this page only: reloading it loses them.`}
    >
      <Changes whatIf={whatIf} />
      <label className="field">
        <span className="field-label">Your name, for the record</span>
        <input value={by} autoComplete="off" onChange={(event) => setBy(event.currentTarget.value)} />
      </label>
      <PromptBox label="Give this to Claude" text={text} select="Select all of it" />
    </Section>
  );
}

function Changes({ whatIf }: { readonly whatIf: WhatIf }): ReactNode {
  const session = useSession();
  const { full } = useResults();
  return (
    <ul className="checks">
      {whatIf.edits.map((edit) => (
        <Made key={edit.appId} words={editWords(edit, full)} onUndo={() => session.undoPlan(edit.appId)} />
      ))}
      {whatIf.decisions.map((decision) => (
        <Made
          key={decision.finding ?? decision.appId}
          words={decisionWords(decision, full)}
          onUndo={() => session.undoDecision(decision)}
        />
      ))}
    </ul>
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
