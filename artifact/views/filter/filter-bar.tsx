import '../../theme/filter.css';
import { useMemo, useState, type ReactNode } from 'react';
import { formatCompactMoney, formatCount, formatCounted } from '../../parts/text.ts';
import { Dialog } from '../../parts/controls.ts';
import { useResults } from '../page-context.ts';
import { criteria, type Criterion, type Filter } from './filter.ts';
import { FilterFields } from './filter-fields.tsx';
import { SavedViews } from './saved-views.tsx';
import type { Filtering } from './use-filter.ts';

export interface FilterBarProps {
  readonly filtering: Filtering;
  readonly fields: readonly Criterion[];
  /** What a row is called, and several. */
  readonly noun: readonly [one: string, many: string];
  readonly periodLabel?: string;
  /** What the worth is of, where it is not of the rows themselves: "in apps that cost". */
  readonly worthWords?: string;
}

/** What a list is asked for: chips in a wide pane, one chip that opens a sheet in a narrow one. */
export function FilterBar(props: FilterBarProps): ReactNode {
  const { filtering, noun } = props;
  const { filter, change, words, worth } = filtering;
  const { currency } = useResults().shown;
  const sum = useMemo(() => worth(), [worth]);
  const [isOpen, setOpen] = useState(false);
  const chosen = countChosen(filter);
  return (
    <>
      <search className="filters" aria-label={`Filter ${noun[1]}`}>
        <input
          type="search"
          className="choice words"
          aria-label="Name, vendor or category"
          placeholder="Name, vendor or category"
          value={filter.q}
          onChange={({ currentTarget: { value } }) => change({ q: value })}
        />
        <button type="button" className="chip chip-all" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {chosen === 0 ? 'Filters' : `Filters: ${chosen}`}
        </button>
        <Chips {...props} />
        <ClearButton filtering={filtering} />
      </search>
      <p className="filter-result">
        <output>{resultWords(props, sum, currency)}</output>
      </p>
      <SavedViews words={words} />
      {isOpen && <FilterSheet {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function Chips({ filtering, fields, periodLabel = 'Notice or end in' }: FilterBarProps): ReactNode {
  const { filter, change } = filtering;
  return (
    <div className="chips">
      <FilterFields filter={filter} change={change} fields={fields} periodLabel={periodLabel} />
    </div>
  );
}

function ClearButton({ filtering: { words, clear } }: Pick<FilterBarProps, 'filtering'>): ReactNode {
  if (words === '') return null;
  return (
    <button type="button" className="button button-quiet" onClick={clear}>
      Clear
    </button>
  );
}

function FilterSheet(props: FilterBarProps & { readonly onClose: () => void }): ReactNode {
  const { filtering, noun, onClose } = props;
  return (
    <Dialog label={`Filter ${noun[1]}`} className="sheet" onClose={onClose}>
      <Chips {...props} />
      <p className="actions">
        <button type="button" className="button button-main" onClick={onClose}>
          Show {formatCounted(filtering.shown, ...noun)}
        </button>
        <ClearButton filtering={filtering} />
      </p>
    </Dialog>
  );
}

/** The text has a field of its own beside the chip. */
function countChosen(filter: Filter): number {
  return criteria.filter((name) => name !== 'q' && filter[name] !== '').length;
}

function resultWords(
  { filtering, noun, worthWords }: FilterBarProps,
  worth: number,
  currency: string,
): string {
  const { shown, all, words } = filtering;
  const listed =
    words === '' ? formatCounted(all, ...noun) : `${formatCount(shown)} of ${formatCounted(all, ...noun)}`;
  const money = formatCompactMoney(worth, currency);
  const cost =
    worth === 0 ? '' : worthWords === undefined ? `, ${money} a year` : `, ${worthWords} ${money} a year`;
  const asked = words === '' ? '' : `: ${words}`;
  return `${listed}${cost}${asked}.`;
}
