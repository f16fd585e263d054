import { useState, type ReactNode } from 'react';
import { sentenceCase } from '../../parts/text.ts';
import { useResults } from '../page-context.ts';
import { NONE, type Criterion, type Filter } from './filter.ts';
import { periodChoices, periodOf, periodWords } from './period.ts';
import { useValues, type Values } from './use-values.ts';

export interface FilterFieldsProps {
  readonly filter: Filter;
  readonly change: (part: Partial<Filter>) => void;
  /** Those the view offers, in this order. */
  readonly fields: readonly Criterion[];
  /** What the period is about: "Renews in", "Decide in". */
  readonly periodLabel: string;
}

type Field = (props: FilterFieldsProps & { readonly values: Values }) => ReactNode;

/** The criteria of a list, each a chip that says what it holds. */
export function FilterFields(props: FilterFieldsProps): ReactNode {
  const values = useValues();
  return props.fields.map((name) => {
    const Offered = offered[name];
    return Offered && <Offered key={name} {...props} values={values} />;
  });
}

const offered: Readonly<Partial<Record<Criterion, Field>>> = {
  value: ValueField,
  period: PeriodField,
  owner: ({ filter, change, values }) => (
    <Choice
      label="Owner"
      value={filter.owner}
      choices={[[NONE, 'No owner'], ['left', 'Owner has left'], ...values.owners]}
      onChoose={(owner) => change({ owner })}
    />
  ),
  state: ({ filter, change, values }) => (
    <Choice
      label="State"
      value={filter.state}
      choices={values.states}
      onChoose={(state) => change({ state })}
    />
  ),
  category: ({ filter, change, values }) => (
    <Choice
      label="Category"
      value={filter.category}
      choices={values.categories}
      onChoose={(category) => change({ category })}
    />
  ),
  vendor: ({ filter, change, values }) => (
    <Choice
      label="Vendor"
      value={filter.vendor}
      choices={values.vendors}
      onChoose={(vendor) => change({ vendor })}
    />
  ),
  renews: ({ filter, change }) => (
    <Choice
      label="Auto-renews"
      value={filter.renews}
      choices={[
        ['yes', 'Auto-renews'],
        ['no', 'Ends unless signed'],
        ['unknown', 'Not recorded'],
      ]}
      onChoose={(renews) => change({ renews })}
    />
  ),
  cost: ({ filter, change }) => (
    <Choice
      label="Cost"
      value={filter.cost}
      choices={[
        ['unknown', 'Cost unknown'],
        ['paid', 'Paid for'],
      ]}
      onChoose={(cost) => change({ cost })}
    />
  ),
  ai: ({ filter, change }) => (
    <Toggle label="AI tools" on={filter.ai !== ''} onChange={(on) => change({ ai: on ? 'yes' : '' })} />
  ),
  found: ({ filter, change }) => (
    <Toggle
      label="Has a finding"
      on={filter.found !== ''}
      onChange={(on) => change({ found: on ? 'yes' : '' })}
    />
  ),
};

/** Whole units of money; anything else is taken for nothing. */
function ValueField({ filter: { value }, change }: FilterFieldsProps): ReactNode {
  const { currency } = useResults().shown;
  return (
    <span className="chip chip-value" data-chosen={value !== '' || undefined}>
      <span aria-hidden="true">≥ </span>
      <input
        inputMode="numeric"
        aria-label={`At least, ${currency} a year`}
        placeholder={`${currency} a year`}
        value={value}
        onChange={({ currentTarget }) =>
          change({ value: currentTarget.value.replace(/\D/g, '').slice(0, 12) })
        }
      />
    </span>
  );
}

const CUSTOM = 'custom';

function PeriodField({ filter: { period }, change, periodLabel }: FilterFieldsProps): ReactNode {
  const { asOf } = useResults().shown;
  const [isOpen, setOpen] = useState(false);
  const groups = Object.entries(periodChoices(asOf));
  const isListed = groups.some(([, choices]) => choices.some(({ value }) => value === period));
  const isCustom = isOpen || (period !== '' && !isListed);
  const choose = (value: string): void => {
    setOpen(value === CUSTOM);
    if (value !== CUSTOM) change({ period: value });
  };
  return (
    <>
      <select
        className="chip"
        aria-label={periodLabel}
        data-chosen={period !== '' || undefined}
        value={isCustom ? CUSTOM : period}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value="">{periodLabel}: any time</option>
        {groups.map(([name, choices]) => (
          <optgroup key={name} label={name}>
            {choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
        <option value={CUSTOM}>
          {period === '' || isListed ? 'From … to …' : sentenceCase(periodWords(period))}
        </option>
      </select>
      {isCustom && <PeriodEnds period={period} onChange={(next) => change({ period: next })} />}
    </>
  );
}

function PeriodEnds({
  period,
  onChange,
}: {
  readonly period: string;
  readonly onChange: (period: string) => void;
}): ReactNode {
  const span = period.includes('..') ? period.split('..') : rangeFrom(period);
  const [from = '', to = ''] = span;
  const set = (start: string, end: string): void =>
    onChange(start === '' && end === '' ? '' : `${start}..${end}`);
  return (
    <span className="chip-dates">
      <input
        type="date"
        className="chip"
        aria-label="From"
        value={from}
        onChange={({ currentTarget }) => set(currentTarget.value, to)}
      />
      <input
        type="date"
        className="chip"
        aria-label="To"
        value={to}
        onChange={({ currentTarget }) => set(from, currentTarget.value)}
      />
    </span>
  );
}

function rangeFrom(period: string): readonly string[] {
  const span = periodOf(period);
  return span === null ? [] : [span.from, span.to];
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, choices, onChoose }: ChoiceProps): ReactNode {
  const isListed = value === '' || choices.some(([one]) => one === value);
  return (
    <select
      className="chip"
      aria-label={label}
      data-chosen={value !== '' || undefined}
      value={value}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    >
      <option value="">{label}: any</option>
      {!isListed && <option value={value}>{value}</option>}
      {choices.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Toggle({ label, on, onChange }: ToggleProps): ReactNode {
  return (
    <button type="button" className="chip" aria-pressed={on} onClick={() => onChange(!on)}>
      {label}
    </button>
  );
}
