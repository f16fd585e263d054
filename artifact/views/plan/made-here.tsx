import { useState, type ReactNode } from 'react';
import { Say } from '../../parts/say.tsx';
import { Section } from '../../parts/section.tsx';
import { handBackText } from '../../session/hand-back.ts';
import type { Session } from '../../session/session.ts';
import { isWhatIf, type MadeDecision, type MadeEdit } from '../../session/what-if.ts';
import type { DestinationProps } from '../view-props.ts';
import { assumptionWords, whatIfWords } from '../what-if-words.ts';

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
  const nameOf = namesOf(picture.analysis.apps);
  return (
    <Section
      title="Hand to Claude"
      sentence={`${whatIfWords(whatIf).join(', ')}. Kept in this page only: reloading it loses them.`}
    >
      <ul className="checks">
        {whatIf.edits.map((edit) => (
          <Made
            key={edit.appId}
            words={`${nameOf(edit.appId)}: ${editWords(edit, nameOf)}`}
            onUndo={() => session.undoPlan(edit.appId)}
          />
        ))}
        {whatIf.decisions.map((decision) => (
          <Decided key={decision.finding ?? decision.appId} {...{ decision, nameOf, session }} />
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

type NameOf = (appId: number) => string;

function namesOf(apps: readonly { readonly id: number; readonly name: string }[]): NameOf {
  const names = new Map(apps.map(({ id, name }) => [id, name]));
  return (appId) => names.get(appId) ?? `App ${appId}`;
}

function Decided({
  decision,
  nameOf,
  session,
}: {
  decision: MadeDecision;
  nameOf: NameOf;
  session: Session;
}): ReactNode {
  const { finding, appId, verdict, until = '' } = decision;
  const subject = appId === undefined ? (finding ?? '') : nameOf(appId);
  const words = `${subject}: ${verdict.replaceAll('-', ' ')} ${until}`;
  return <Made words={words} onUndo={() => session.undoDecision(decision)} />;
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

function editWords(
  { action, survivorId, seatTarget, pricePercent, oneTime }: MadeEdit,
  nameOf: NameOf,
): string {
  const parts = [
    ...(action === 'retire' ? ['retire'] : []),
    ...(survivorId === undefined || action !== 'replaceBy' ? [] : [`replace by ${nameOf(survivorId)}`]),
    ...(seatTarget === undefined ? [] : [`keep ${seatTarget} seats`]),
    ...(pricePercent === undefined ? [] : [`ask for ${pricePercent}% off`]),
    ...(oneTime === undefined ? [] : [`one-time cost ${oneTime}`]),
  ];
  return parts.length === 0 ? 'accepted as proposed' : parts.join(', ');
}
