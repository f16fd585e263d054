/**
 * Addresses of places in the page, as plain names that any link can carry: `#renewals`, `#spend-apps`.
 * A host passes nothing else between the link of an artifact and the page. What else belongs to a place
 * follows the name in the same signs: `#spend-apps--q-figma`, where each parameter begins with `--` and
 * every sign of its value other than a letter or a digit is written as `_` and two hexadecimal digits.
 *
 * As people write them, `#renewals?value=20000&period=2027Q1` and the older `#/spend/apps?q=figma` lead to
 * their place too.
 */
import type { Destinations, Route } from './route.ts';

/** Segments of home, which go by their own name alone. */
const atHome: readonly string[] = ['inbox', 'renewals', 'review', 'over-time'];

/** Segments that had another name in older addresses. */
const renamed: Readonly<Record<string, string>> = { licences: 'licenses' };

/**
 * Anything unreadable leads home.
 * @param destinations those there are; the first is home
 */
export function parseRoute(hash: string, destinations: Destinations): Route {
  const address = hash.replace(/^#/, '');
  return address.startsWith('/')
    ? olderRoute(address.slice(1), destinations)
    : plainRoute(address, destinations);
}

function plainRoute(address: string, destinations: Destinations): Route {
  const [named = '', query = ''] = address.split('?');
  const [name = ''] = named.split('--');
  const parameters: Record<string, string> = Object.fromEntries(new URLSearchParams(query));
  for (const [, key = '', value = ''] of named.matchAll(/--([A-Za-z]+)(?:-(?!-)(\w*))?/g)) {
    const read = valueOf(value);
    if (read !== null) parameters[key] = read;
  }
  return { ...placeOf(name, destinations), parameters };
}

function placeOf(name: string, [home, ...others]: Destinations): Omit<Route, 'parameters'> {
  if (atHome.includes(name)) return { destination: home, segment: name };
  const [first = '', ...rest] = name.split('-');
  const found = others.find((other) => other === first);
  if (found === undefined) return { destination: home, segment: null };
  const segment = rest.join('-');
  return { destination: found, segment: renamed[segment] ?? (segment || null) };
}

function olderRoute(address: string, [home, ...others]: Destinations): Route {
  const [path = '', query = ''] = address.split('?');
  const [first, segment = ''] = path.split('/');
  const found = others.find((name) => name === first);
  return {
    destination: found ?? home,
    segment: found === undefined && first !== home ? null : (renamed[segment] ?? (segment || null)),
    parameters: Object.fromEntries(new URLSearchParams(query)),
  };
}

export function formatRoute({ destination = 'decide', segment, parameters = {} }: Partial<Route>): string {
  const isAtHome = destination === 'decide' && segment && atHome.includes(segment);
  const name = isAtHome ? segment : [destination, segment].filter(Boolean).join('-');
  const state = Object.entries(parameters).map(([key, value]) =>
    value === '' ? `--${key}` : `--${key}-${textOf(value)}`,
  );
  return `#${name}${state.join('')}`;
}

function textOf(value: string): string {
  return encodeURIComponent(value)
    .replace(/[-_.!~*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
    .replaceAll('%', '_');
}

/** Null where somebody has cut the address short. */
function valueOf(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('_', '%'));
  } catch {
    return null;
  }
}
