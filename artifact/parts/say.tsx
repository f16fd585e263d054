import { useRef, type ReactNode } from 'react';

/** A sentence to hand to Claude. Clipboards are often closed to pages, so the text can be selected. */
export function Say({ label, text }: { label: string; text: string }): ReactNode {
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <div>
      <label className="field">
        <span className="field-label">{label}</span>
        <textarea ref={area} className="say" readOnly rows={4} value={text} />
      </label>
      <div className="actions">
        <button type="button" className="button" onClick={() => area.current?.select()}>
          Select the sentence
        </button>
      </div>
    </div>
  );
}
