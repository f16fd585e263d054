import { useRef, type ReactNode } from 'react';

export interface PromptBoxProps {
  readonly label: string;
  readonly text: string;
  /** Words of the button. */
  readonly select?: string;
}

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
        <button type="button" className="button" onClick={() => area.current?.select()}>
          {select}
        </button>
      </div>
    </div>
  );
}
