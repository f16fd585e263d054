import { isJsonObject, type JsonValue } from '../../torii/json.ts';
import { fold } from '../base/fold.ts';
import type { Known, UsageSource, Value } from '../base/portfolio.ts';
import { known, missing } from '../base/value.ts';

/** Looked for in this order within one folded name: "Okta integration" tells of sign-ins, not of use. */
const kinds: readonly (readonly [UsageSource, RegExp])[] = [
  ['extension', /extension|browser/],
  [
    'sso',
    /sso|saml|okta|entra|azuread|activedirectory|onelogin|jumpcloud|googleworkspace|gsuite|pingone|identity|oauth/,
  ],
  [
    'expense',
    /expense|netsuite|coupa|concur|quickbooks|xero|brex|ramp|bill|invoice|creditcard|finance|transaction/,
  ],
  ['none', /^(manual|contract|csv|upload|email|added|unknown|none)/],
  ['direct', /integrat|direct|api|connector|scim/],
];

const knownKinds: Readonly<Record<UsageSource, Known<UsageSource>>> = {
  direct: known('direct'),
  sso: known('sso'),
  extension: known('extension'),
  expense: known('expense'),
  none: known('none'),
};

/** The order of trust: the best source that an app has decides. */
const trust: readonly UsageSource[] = ['direct', 'sso', 'extension', 'expense', 'none'];

interface SourceName {
  readonly folded: string;
  readonly kind: UsageSource | null;
}

/** Source names met so far: a tenant has a handful of them on thousands of apps. */
export type SourceKinds = Map<string, SourceName>;

/**
 * How Torii learns of the use of an app, from its `sources`. A source named like the app itself is
 * that app's own integration. Names that say nothing leave the answer unknown.
 */
export function readUsageSource(
  raw: JsonValue | undefined,
  appName: string,
  met: SourceKinds = new Map(),
): Value<UsageSource> {
  if (raw === undefined || raw === null) return missing('absent');
  const parts = typeof raw === 'string' ? raw.split(',') : Array.isArray(raw) ? raw : [raw];
  const names = parts.map(nameOf).filter((name) => name.trim() !== '');
  if (names.length === 0) return missing('empty');
  const sources = names.map((name) => sourceOf(name, met));
  const found = sources.map(({ kind }) => kind);
  if (!found.includes('direct') && isOwn(sources, appName)) return knownKinds.direct;
  const best = trust.find((source) => found.includes(source));
  return best === undefined ? missing('absent') : knownKinds[best];
}

function isOwn(sources: readonly SourceName[], appName: string): boolean {
  const own = fold(appName);
  return own !== '' && sources.some(({ folded }) => folded === own);
}

function nameOf(raw: JsonValue): string {
  if (isJsonObject(raw)) return nameOf(raw.type ?? raw.name ?? raw.source ?? '');
  return typeof raw === 'string' ? raw : '';
}

function sourceOf(name: string, met: SourceKinds): SourceName {
  const before = met.get(name);
  if (before !== undefined) return before;
  const folded = fold(name);
  const kind = kinds.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
  const source = { folded, kind };
  met.set(name, source);
  return source;
}
