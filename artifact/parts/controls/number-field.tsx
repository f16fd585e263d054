import { useState, type ReactNode } from 'react';

export interface NumberFieldProps {
  readonly label: string;
  /** As it holds now; empty = nothing of one's own. */
  readonly value: string;
  /** What holds while the field is empty. */
  readonly otherwise: string;
  readonly max?: number;
  /** Amounts may have decimals; counts may not. */
  readonly decimals?: number;
  /** Called with texts that are numbers within the limits, and with the empty text. */
  readonly onValue: (text: string) => void;
}

/** A number that is taken over as soon as it is one. Says in place what it cannot take. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { label, value, otherwise, max = 999_999_999, decimals = 0, onValue } = props;
  // As typed, until the field is left: 1.0 on the way to 1.05 must not turn into 1.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const isValid = fits(text, max, decimals);
  const change = (next: string): void => {
    setTyped(next);
    if (fits(next, max, decimals)) onValue(next.trim());
  };
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        inputMode={decimals > 0 ? 'decimal' : 'numeric'}
        value={text}
        placeholder={otherwise}
        aria-invalid={!isValid}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={() => isValid && setTyped(null)}
      />
      {!isValid && (
        <span className="problem">{`A ${decimals > 0 ? '' : 'whole '}number from 0 to ${max}.`}</span>
      )}
    </label>
  );
}

function fits(text: string, max: number, decimals: number): boolean {
  const trimmed = text.trim();
  if (trimmed === '') return true;
  const fraction = /^\d{1,12}(?:\.(\d+))?$/.exec(trimmed);
  return fraction !== null && (fraction[1] ?? '').length <= decimals && Number(trimmed) <= max;
}
