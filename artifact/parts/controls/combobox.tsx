import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';

export interface Option<Value> {
  readonly value: Value;
  readonly label: string;
  /** Said beside the label, such as what the app costs. */
  readonly note?: string;
}

export interface ComboboxProps<Value> {
  readonly label: string;
  readonly placeholder: string;
  /** In the order in which they are offered while nothing is typed. */
  readonly options: readonly Option<Value>[];
  /** The label of what is chosen; empty = nothing. */
  readonly chosen: string;
  readonly onChoose: (value: Value) => void;
}

/** Pixels of an option; all are as high, so that only those in sight are rendered. */
const HEIGHT = 32;
const IN_SIGHT = 8;
const MARGIN = 4;

/**
 * One out of thousands by typing the beginning of any word of its name. The list is rendered where it is
 * looked at; the field keeps the focus, and the arrow keys, Home, End, Enter and Esc do what they do in
 * every combobox.
 */
export function Combobox<Value>(props: ComboboxProps<Value>): ReactNode {
  const { label, placeholder, options, chosen } = props;
  const id = useId();
  const box = useCombobox(props);
  const { typed, hits, place, isOpen } = box;
  return (
    <div className="combobox">
      <label className="field">
        <span className="field-label">{label}</span>
        <input
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && hits[place] ? `${id}-${place}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={typed ?? chosen}
          onChange={({ currentTarget }) => box.change(currentTarget.value)}
          onClick={box.open}
          onKeyDown={box.steer}
          onBlur={box.close}
        />
      </label>
      <OptionList id={id} label={label} box={box} />
      <output className={isOpen && hits.length === 0 ? 'quiet' : 'visually-hidden'}>
        {isOpen && typed !== null ? spokenCount(hits.length, options.length) : ''}
      </output>
    </div>
  );
}

interface OptionListProps<Value> {
  /** What the ids of the list and its options begin with. */
  readonly id: string;
  readonly label: string;
  readonly box: ComboboxState<Value>;
}

/** The options in sight and a few around them, between two gaps as high as the others. */
function OptionList<Value>({ id, label, box }: OptionListProps<Value>): ReactNode {
  const { list, hits, place, isOpen, top, scroll, choose } = box;
  const from = Math.max(0, Math.floor(top / HEIGHT) - MARGIN);
  const seen = hits.slice(from, from + IN_SIGHT + 2 * MARGIN);
  return (
    // oxlint-disable prefer-tag-over-role, no-noninteractive-element-to-interactive-role -- options of a combobox
    <ul
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-label={`Choices of: ${label}`}
      className="options"
      hidden={!isOpen || hits.length === 0}
      onScroll={({ currentTarget }) => scroll(currentTarget.scrollTop)}
    >
      <li role="presentation" style={{ height: from * HEIGHT }} />
      {seen.map((option, index) => (
        // oxlint-disable-next-line click-events-have-key-events -- the field steers by keys
        <li
          key={from + index}
          id={`${id}-${from + index}`}
          role="option"
          aria-selected={from + index === place}
          aria-posinset={from + index + 1}
          aria-setsize={hits.length}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(option)}
        >
          <span>{option.label}</span>
          {option.note !== undefined && <span className="quiet">{option.note}</span>}
        </li>
      ))}
      <li role="presentation" style={{ height: (hits.length - from - seen.length) * HEIGHT }} />
    </ul>
  );
}

function spokenCount(hits: number, all: number): string {
  return hits === 0 ? 'Nothing of that name.' : `${hits} of ${all}`;
}

interface ComboboxState<Value> {
  readonly list: RefObject<HTMLUListElement | null>;
  /** Null while the field shows what is chosen. */
  readonly typed: string | null;
  readonly hits: readonly Option<Value>[];
  /** Of the hits, the one that Enter chooses. */
  readonly place: number;
  readonly isOpen: boolean;
  /** Pixels that the list is scrolled by. */
  readonly top: number;
  readonly scroll: (top: number) => void;
  readonly open: () => void;
  readonly close: () => void;
  readonly choose: (option: Option<Value> | undefined) => void;
  readonly change: (text: string) => void;
  readonly steer: (event: KeyboardEvent) => void;
}

function useCombobox<Value>({ options, onChoose }: ComboboxProps<Value>): ComboboxState<Value> {
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [place, setPlace] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const [top, scroll] = useState(0);
  const hits = useMatching(options, typed ?? '');
  const open = (): void => setOpen(true);
  const close = (): void => {
    setOpen(false);
    setTyped(null);
  };
  const choose = (option: Option<Value> | undefined): void => {
    if (option === undefined) return;
    close();
    onChoose(option.value);
  };
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(hits.length - 1, to));
    open();
    setPlace(next);
    bringIntoSight(list.current, next);
  };
  const change = (text: string): void => {
    setTyped(text);
    setPlace(0);
    open();
    scroll(0);
    if (list.current) list.current.scrollTop = 0;
  };
  const steer = (event: KeyboardEvent): void => {
    const to = placeAfter(event.key, place, hits.length, isOpen);
    if (event.key === 'Enter' && isOpen) choose(hits[place]);
    else if (event.key === 'Escape' && (isOpen || typed !== null)) close();
    else if (to !== null) move(to);
    else return;
    event.preventDefault();
  };
  return { list, typed, hits, place, isOpen, top, scroll, open, close, choose, change, steer };
}

function useMatching<Value>(options: readonly Option<Value>[], text: string): readonly Option<Value>[] {
  const starts = useMemo(() => options.map(({ label }) => ` ${label.toLowerCase()}`), [options]);
  return useMemo(() => matching(options, starts, text), [options, starts, text]);
}

/** Null where a key has no meaning for the list. */
function placeAfter(key: string, place: number, length: number, isOpen: boolean): number | null {
  if (key === 'ArrowDown') return isOpen ? place + 1 : place;
  if (key === 'ArrowUp') return isOpen ? place - 1 : place;
  if (key === 'PageDown') return place + IN_SIGHT;
  if (key === 'PageUp') return place - IN_SIGHT;
  if (!isOpen) return null;
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : null;
}

function bringIntoSight(list: HTMLUListElement | null, place: number): void {
  if (list === null) return;
  const top = place * HEIGHT;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + HEIGHT > list.scrollTop + list.clientHeight)
    list.scrollTop = top + HEIGHT - list.clientHeight;
}

/** Every typed word begins one of the label; labels that begin with the whole text come first. */
function matching<Value>(
  options: readonly Option<Value>[],
  starts: readonly string[],
  text: string,
): readonly Option<Value>[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  const whole = ` ${words.join(' ')}`;
  const first: Option<Value>[] = [];
  const others: Option<Value>[] = [];
  options.forEach((option, index) => {
    const label = starts[index] ?? '';
    if (!words.every((word) => label.includes(` ${word}`))) return;
    (label.startsWith(whole) ? first : others).push(option);
  });
  return [...first, ...others];
}
