import { useState, type ReactNode } from 'react';
import { formatCount } from '../text/count.ts';

interface Limits {
  readonly min?: number;
  readonly max?: number;
  /** Amounts may have decimals; counts may not. */
  readonly decimals?: number;
}

export interface NumberFieldProps extends Limits {
  readonly label: string;
  /** As it holds now; empty = nothing of one's own. */
  readonly value: string;
  /** What holds while the field is empty. */
  readonly otherwise: string;
  /** Called with texts that are numbers within the limits, and with the empty text. */
  readonly onValue: (text: string) => void;
}

/** A number that is taken over as soon as it is one. Says in place what it cannot take. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { label, value, otherwise, min = 0, max = 999_999_999, decimals = 0, onValue } = props;
  // As typed, until the field is left: 1.0 on the way to 1.05 must not turn into 1.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const limits = { min, max, decimals };
  const isValid = fits(text, limits);
  const change = (next: string): void => {
    setTyped(next);
    if (fits(next, limits)) onValue(next.trim());
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
        <span className="problem">{`A ${decimals > 0 ? '' : 'whole '}number from ${formatCount(min)} to ${formatCount(max)}.`}</span>
      )}
    </label>
  );
}

function fits(text: string, { min, max, decimals }: Required<Limits>): boolean {
  const trimmed = text.trim();
  if (trimmed === '') return true;
  const fraction = /^\d{1,12}(?:\.(\d+))?$/.exec(trimmed);
  if (fraction === null || (fraction[1] ?? '').length > decimals) return false;
  return Number(trimmed) >= min && Number(trimmed) <= max;
}
