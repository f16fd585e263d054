import { useState, type ReactNode } from 'react';
import { anyApp, type AppFilter, type SearchableApps } from './app-filter.ts';

export interface AppFiltersProps {
  readonly filter: AppFilter;
  readonly known: SearchableApps;
  readonly onChange: (filter: AppFilter) => void;
}

/** Words always in sight; the rest behind one chip where the pane is narrow. */
export function AppFilters({ filter, known, onChange }: AppFiltersProps): ReactNode {
  const [open, setOpen] = useState(false);
  const { words, stateClass, category, hasFinding } = filter;
  const chosen = [stateClass, category, hasFinding].filter(Boolean).length;
  const change = (part: Partial<AppFilter>): void => onChange({ ...filter, ...part });
  return (
    <search className="filters" aria-label="Filter apps">
      <input
        type="search"
        className="choice words"
        aria-label="Name, vendor or category"
        placeholder="Name, vendor or category"
        value={words}
        onChange={({ currentTarget: { value } }) => change({ words: value })}
      />
      <button type="button" className="chip chip-all" aria-expanded={open} onClick={() => setOpen(!open)}>
        {chosen === 0 ? 'Filters' : `Filters: ${chosen}`}
      </button>
      <div className={open ? 'chips chips-open' : 'chips'}>
        <Choice
          label="State"
          value={stateClass}
          values={known.stateClasses}
          onChange={(value) => change({ stateClass: value })}
        />
        <Choice
          label="Category"
          value={category}
          values={known.categories}
          onChange={(value) => change({ category: value })}
        />
        <button
          type="button"
          className="chip"
          aria-pressed={hasFinding}
          onClick={() => change({ hasFinding: !hasFinding })}
        >
          Has a finding
        </button>
        {(chosen > 0 || words !== '') && (
          <button type="button" className="button button-quiet" onClick={() => onChange(anyApp)}>
            Clear
          </button>
        )}
      </div>
    </search>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly values: readonly string[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, values, onChange }: ChoiceProps): ReactNode {
  return (
    <select
      className="chip"
      aria-label={label}
      data-chosen={value !== '' || undefined}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      <option value="">{label}: any</option>
      {values.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </select>
  );
}
