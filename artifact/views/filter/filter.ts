/**
 * What a person asks a list for: the one set of criteria that Inbox, Renewals, Review and Apps share. It is
 * kept in the address, one parameter a criterion, so that a filtered list can be linked, saved and exported
 * under its own words. Empty = any.
 */
import { formatWholeMoney } from '../../parts/text.ts';
import { minorOf } from '../../../skill/analysis/units.ts';
import { periodOf, periodWords } from './period.ts';

/** The criteria, each under the name it has in the address. */
export const criteria = [
  'q',
  'value',
  'period',
  'owner',
  'state',
  'category',
  'vendor',
  'renews',
  'ai',
  'cost',
  'found',
] as const;
export type Criterion = (typeof criteria)[number];

/** Texts as they stand in the address. `ai`, `found`: "yes"; `cost`: "unknown" or "paid". */
export type Filter = Readonly<Record<Criterion, string>>;

export const anything: Filter = {
  q: '',
  value: '',
  period: '',
  owner: '',
  state: '',
  category: '',
  vendor: '',
  renews: '',
  ai: '',
  cost: '',
  found: '',
};

/** What a criterion cannot take is left out, as if it had not been asked for. */
const takes: Readonly<Partial<Record<Criterion, (text: string) => boolean>>> = {
  value: (text) => /^\d{1,12}$/.test(text),
  period: (text) => periodOf(text) !== null,
  renews: (text) => ['yes', 'no', 'unknown'].includes(text),
  ai: (text) => text === 'yes',
  cost: (text) => text === 'unknown' || text === 'paid',
  found: (text) => text === 'yes',
};

export function readFilter(parameters: Readonly<Record<string, string>>): Filter {
  const read = (name: Criterion): string => {
    // A mark without a value, as in `#spend-apps--ai`, says yes.
    const text = parameters[name] === '' && (name === 'ai' || name === 'found') ? 'yes' : parameters[name];
    return text !== undefined && (takes[name]?.(text) ?? true) ? text : '';
  };
  return {
    q: read('q'),
    value: read('value'),
    period: read('period'),
    owner: read('owner'),
    state: read('state'),
    category: read('category'),
    vendor: read('vendor'),
    renews: read('renews'),
    ai: read('ai'),
    cost: read('cost'),
    found: read('found'),
  };
}

/** As a change of the address: null takes a parameter away. */
export function filterParameters(filter: Filter): Readonly<Record<Criterion, string | null>> {
  const { q, value, period, owner, state, category, vendor, renews, ai, cost, found } = filter;
  return {
    q: q || null,
    value: value || null,
    period: period || null,
    owner: owner || null,
    state: state || null,
    category: category || null,
    vendor: vendor || null,
    renews: renews || null,
    ai: ai || null,
    cost: cost || null,
    found: found || null,
  };
}

export function asksAnything(filter: Filter): boolean {
  return criteria.some((name) => filter[name] !== '');
}

const renewsWords: Readonly<Record<string, string>> = {
  yes: 'that auto-renew',
  no: 'that end unless signed',
  unknown: 'that may or may not auto-renew',
};

/** In words, as they stand on screen and above the rows of a file. */
export function wordsOfFilter(filter: Filter, currency: string): string {
  const { q, value, period, owner, state, category, vendor, renews, ai, cost, found } = filter;
  const least = value === '' ? null : minorOf(value, currency);
  const parts = [
    q && `text “${q}”`,
    least !== null && `at least ${formatWholeMoney(least, currency)} a year`,
    period && periodWords(period),
    owner && ownerWords(owner),
    state && `state ${state}`,
    category && (category === NONE ? 'no category' : `category ${category}`),
    vendor && (vendor === NONE ? 'no vendor' : `vendor ${vendor}`),
    renews && renewsWords[renews],
    ai && 'AI tools',
    cost && (cost === 'paid' ? 'paid for' : 'cost unknown'),
    found && 'with a finding',
  ];
  return parts.filter(Boolean).join(', ');
}

/** Asks for what names none. */
export const NONE = 'none';

function ownerWords(owner: string): string {
  if (owner === NONE) return 'no owner';
  return owner === 'left' ? 'owner has left' : `owner ${owner}`;
}
