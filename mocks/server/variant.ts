/**
 * Variants of one server by the query of its address, so that each can be tried by hand:
 *
 *     style=older            arguments as JSON strings, 1000-row cap, errors as text
 *     contracts=1.0          contracts without paging
 *     role=no-contracts,…    what the role hides (see mocks/torii/role.ts)
 *     missing=list_users,…   tools that are not offered
 *     rename=list_apps:get_apps,…
 *     fields=149             field definitions of an old tenant
 *     fault=tool:fault@n,…   see mocks/torii/faults.ts
 *     slow=MS                how late the fault `timeout` answers
 *     structured=on          structuredContent beside the text
 *     tools=N                tools/list in pages of N
 *     reply=sse              event streams instead of plain JSON
 *     sessions=on            sessions by Mcp-Session-Id; without it the server keeps no state
 *     oauth=plain,…          a sign-in of its own, and what goes wrong with it (oauth-quirks.ts)
 *
 * Any other parameter only makes a variant of its own, with its own fault counters.
 */
import { roleLimits } from '../torii/role.ts';
import type { RoleLimit } from '../torii/role.ts';
import type { ToriiOptions } from '../torii/torii.ts';

export interface Variant extends ToriiOptions {
  readonly toolsPage?: number;
  readonly reply?: 'json' | 'sse';
  readonly sessions?: boolean;
}

function list(value: string | null): string[] {
  return (value ?? '').split(',').filter((item) => item !== '');
}

function isRoleLimit(text: string): text is RoleLimit {
  return (roleLimits as readonly string[]).includes(text);
}

function roleOf(value: string | null): RoleLimit[] {
  const limits = list(value);
  const wrong = limits.find((limit) => !isRoleLimit(limit));
  if (wrong !== undefined)
    throw new RangeError(`Unknown role limit "${wrong}". Known: ${roleLimits.join(', ')}.`);
  return limits.filter(isRoleLimit);
}

function oneOf<const Choice extends string>(
  query: URLSearchParams,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw new RangeError(`"${name}" must be one of ${choices.join(', ')}.`);
  return choice;
}

function wholeNumber(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  if (!/^\d+$/.test(value)) throw new RangeError(`"${name}" must be a whole number.`);
  return Number(value);
}

/** Keeps what is set, so that a variant only overrides what its address names. */
function given<Options extends object>(options: Options): Partial<Options> {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as Partial<Options>;
}

/** The options that an address adds to the server's own; throws a RangeError that says what is wrong. */
export function variantOf(query: URLSearchParams): Variant {
  const rename = list(query.get('rename')).map((pair) => pair.split(':') as [string, string]);
  return given({
    style: oneOf(query, 'style', ['current', 'older']),
    contracts: oneOf(query, 'contracts', ['1.0', '1.1']),
    role: query.has('role') ? roleOf(query.get('role')) : undefined,
    missingTools: query.has('missing') ? list(query.get('missing')) : undefined,
    rename: query.has('rename') ? Object.fromEntries(rename) : undefined,
    extraFields: oneOf(query, 'fields', ['149']) === undefined ? undefined : true,
    fault: query.get('fault') ?? undefined,
    slowMs: wholeNumber(query, 'slow'),
    structured: oneOf(query, 'structured', ['on']) === undefined ? undefined : true,
    toolsPage: wholeNumber(query, 'tools'),
    reply: oneOf(query, 'reply', ['json', 'sse']),
    sessions: oneOf(query, 'sessions', ['on']) === undefined ? undefined : true,
  });
}
