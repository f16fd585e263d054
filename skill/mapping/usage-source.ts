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

/**
 * How Torii learns of the use of an app, from its `sources`. A source named like the app itself is
 * that app's own integration. Names that say nothing leave the answer unknown.
 */
export function readUsageSource(raw: JsonValue | undefined, appName: string): Value<UsageSource> {
  if (raw === undefined || raw === null) return missing('absent');
  const listed = typeof raw === 'string' ? raw.split(',') : Array.isArray(raw) ? raw : [raw];
  const names = listed.map(nameOf).filter((name) => name !== '');
  if (names.length === 0) return missing('empty');
  const own = fold(appName);
  const found = new Set(names.map((name) => (name === own ? 'direct' : kindOf(name))));
  const best = trust.find((source) => found.has(source));
  return best === undefined ? missing('absent') : known(best);
}

function nameOf(raw: JsonValue): string {
  if (isJsonObject(raw)) return nameOf(raw.type ?? raw.name ?? raw.source ?? '');
  return typeof raw === 'string' ? fold(raw) : '';
}

function kindOf(name: string): UsageSource | undefined {
  return kinds.find(([, pattern]) => pattern.test(name))?.[0];
}
