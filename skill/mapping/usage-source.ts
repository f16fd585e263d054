import { isJsonObject, type JsonValue } from '../torii/json.ts';
import { fold } from './fold.ts';
import type { UsageSource, Value } from './portfolio.ts';
import { known, missing } from './value.ts';

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

/** The order of trust: the best source that an app has decides. */
const trust: readonly UsageSource[] = ['direct', 'sso', 'extension', 'expense', 'none'];

/** Source names met so far: a tenant has a handful of them on thousands of apps. */
export type SourceKinds = Map<string, UsageSource | null>;

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
  const listed = parts.filter((part) => nameOf(part).trim() !== '');
  if (listed.length === 0) return missing('empty');
  const found = new Set(listed.map((name) => kindOf(nameOf(name), met)));
  if (!found.has('direct') && isOwn(listed, appName)) return known('direct');
  const best = trust.find((source) => found.has(source));
  return best === undefined ? missing('absent') : known(best);
}

function isOwn(listed: readonly JsonValue[], appName: string): boolean {
  const own = fold(appName);
  return own !== '' && listed.some((name) => fold(nameOf(name)) === own);
}

function nameOf(raw: JsonValue): string {
  if (isJsonObject(raw)) return nameOf(raw.type ?? raw.name ?? raw.source ?? '');
  return typeof raw === 'string' ? raw : '';
}

function kindOf(name: string, met: SourceKinds): UsageSource | null {
  const before = met.get(name);
  if (before !== undefined) return before;
  const folded = fold(name);
  const kind = kinds.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
  met.set(name, kind);
  return kind;
}
