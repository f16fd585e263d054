import { createContext, useContext, useRef, useState, type ReactNode } from 'react';

export interface PromptBoxProps {
  readonly label: string;
  readonly text: string;
  /** Words of the button. */
  readonly select?: string;
}

/** Puts a text into the conversation around the page, and says whether it got there; null where none is in reach. */
export const HandOverContext = createContext<((text: string) => Promise<boolean>) | null>(null);

/** A sentence to hand to Claude. Clipboards are often closed to pages, so the text can be selected. */
export function PromptBox({ label, text, select = 'Select the sentence' }: PromptBoxProps): ReactNode {
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <div>
      <label className="field">
        <span className="field-label">{label}</span>
        <textarea ref={area} className="say" readOnly rows={4} value={text} />
      </label>
      <div className="actions">
        <HandOver key={text} text={text} />
        <button type="button" className="button" onClick={() => area.current?.select()}>
          {select}
        </button>
      </div>
    </div>
  );
}

/** A message to Claude, not a file: what is longer is selected, or saved. */
const LONGEST_MESSAGE = 60_000;

const outcomes = {
  asked: 'Handing over…',
  done: 'Handed to Claude.',
  refused: 'It could not be handed over; select it instead.',
} as const;

function HandOver({ text }: Pick<PromptBoxProps, 'text'>): ReactNode {
  const handOver = useContext(HandOverContext);
  const [outcome, setOutcome] = useState<keyof typeof outcomes | null>(null);
  if (handOver === null || text.length > LONGEST_MESSAGE) return null;
  const hand = async (): Promise<void> => {
    setOutcome('asked');
    setOutcome((await handOver(text)) ? 'done' : 'refused');
  };
  return (
    <>
      <button type="button" className="button" disabled={outcome === 'asked'} onClick={() => void hand()}>
        Hand to Claude
      </button>
      {outcome !== null && <output>{outcomes[outcome]}</output>}
    </>
  );
}
