/**
 * What to ask for next when a server refuses how it was asked: a smaller page, fewer fields, without
 * an argument. Pure: a request and a failure in, the next request out, or null when nothing is left
 * to give up. Every concession is noted for the certificate.
 */
import { entryOf, type ReadTool } from '../base/catalog.ts';
import type { ToolFailure } from '../base/failure.ts';
import type { JsonObject } from '../base/json.ts';

export interface PageRequest {
  readonly tool: ReadTool;
  /** Arguments that identify what is read; never given up. */
  readonly fixed: JsonObject;
  /** Arguments that help and can be given up: sort, view, includeLicenses. */
  readonly optional: JsonObject;
  /** Field keys to ask for; null leaves it to the server. */
  readonly fields: readonly string[] | null;
  /** Rows a page; null where the server refuses to be asked. */
  readonly size: number | null;
  /** The server takes a page size; halving one that is ignored would only repeat the answer. */
  readonly sizeable: boolean;
  readonly notes: readonly string[];
}

/** Without an id a row cannot be kept. */
const indispensable: ReadonlySet<string> = new Set(['id', 'idUser', 'idApp']);
const SMALLEST = 50;

const consequences: Readonly<Partial<Record<string, string>>> = {
  view: 'Only the default view of users was read: people who left may be missing.',
  includeLicenses: 'Licenses were left out.',
  fields: 'The default fields were read: mapped fields may be missing.',
};

/** The arguments of one call, without keys that the catalog does not list for the tool. */
export function argumentsFor(request: PageRequest, cursor: string | null): JsonObject {
  const allowed = entryOf(request.tool).args;
  const wanted: JsonObject = {
    ...request.fixed,
    ...request.optional,
    ...(request.fields !== null && { fields: [...request.fields] }),
    ...(request.size !== null && { size: request.size }),
    ...(cursor !== null && { cursor }),
  };
  return Object.fromEntries(Object.entries(wanted).filter(([key]) => allowed.includes(key)));
}

function noted(request: PageRequest, note: string, change: Partial<PageRequest>): PageRequest {
  const notes = request.notes.includes(note) ? request.notes : [...request.notes, note];
  return { ...request, ...change, notes };
}

function withoutOptional(request: PageRequest, keys: readonly string[]): PageRequest {
  const kept = Object.entries(request.optional).filter(([key]) => !keys.includes(key));
  return keys.reduce(
    (next, key) => noted(next, consequences[key] ?? `Torii refused the argument ${key}.`, {}),
    { ...request, optional: Object.fromEntries(kept) },
  );
}

function smaller(request: PageRequest): PageRequest | null {
  const { size } = request;
  if (request.sizeable && size !== null && size > SMALLEST) {
    return { ...request, size: Math.max(SMALLEST, Math.floor(size / 2)) };
  }
  if ('includeLicenses' in request.optional) return withoutOptional(request, ['includeLicenses']);
  const lean = leanFields[request.tool];
  if (lean === undefined || request.fields !== null || !entryOf(request.tool).args.includes('fields'))
    return null;
  return noted(request, 'Answers were cut short, so only the basic fields were read.', { fields: lean });
}

const leanFields: Readonly<Partial<Record<ReadTool, readonly string[]>>> = {
  list_apps: [
    'id',
    'name',
    'state',
    'category',
    'isHidden',
    'primaryOwner',
    'activeUsersCount',
    'lastVisitTime',
    'expenses',
  ],
  list_contracts: ['id', 'idApp', 'name', 'status', 'owner', 'amount', 'currency', 'startDate', 'endDate'],
  list_users: ['id', 'email', 'lifecycleStatus', 'isExternal', 'isDeletedInIdentitySources'],
};

/** Requested fields that the refusal names, the one it points at first. */
function refusedFields(request: PageRequest, { field, message }: ToolFailure): string[] {
  const asked = (request.fields ?? []).filter((key) => !indispensable.has(key));
  if (field !== null && asked.includes(field)) return [field];
  const named = asked.filter((key) => new RegExp(`["'\`“]${escaped(key)}["'\`”]`).test(message));
  return named.length < asked.length ? named : [];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

const SIZE_LIMITS: readonly RegExp[] = [
  /\bsize\b[^\d]{0,80}?(\d{1,5})/i,
  /(?:less than or equal to|at most|maximum|max|≤|<=|exceeds?)\D{0,12}(\d{1,5})/i,
];

/** After a refusal of the page size: the size that it allows, or none at all; null when it is about something else. */
function resized(request: PageRequest, { field, message }: ToolFailure): PageRequest | null {
  if (request.size === null || (field === null ? !/\bsize\b/i.test(message) : field !== 'size')) return null;
  const limits = SIZE_LIMITS.map((form) => Number(form.exec(message)?.[1] ?? Number.NaN));
  const size = limits.find((limit) => limit >= 1 && limit < (request.size ?? 0));
  return size === undefined ? { ...request, size: null, sizeable: false } : { ...request, size };
}

function withoutFields(request: PageRequest, refused: readonly string[]): PageRequest {
  const fields = (request.fields ?? []).filter((key) => !refused.includes(key));
  return noted(request, `Torii refused the field ${refused.join(', ')}.`, { fields });
}

function afterRefusal(request: PageRequest, failure: ToolFailure): PageRequest | null {
  const smallerPage = resized(request, failure);
  if (smallerPage !== null) return smallerPage;
  const refused = refusedFields(request, failure);
  if (refused.length > 0) return withoutFields(request, refused);
  const { field } = failure;
  if (field !== null && field in request.optional) return withoutOptional(request, [field]);
  if (/\bcursor\b/i.test(failure.message) || (field !== null && field in request.fixed)) return null;
  const optional = Object.keys(request.optional);
  if (field !== 'fields' && optional.length > 0) return withoutOptional(request, optional);
  if (request.fields === null) return null;
  return noted(request, consequences['fields'] ?? '', { fields: null });
}

/** The request to make after a failure; null if the failure is final. */
export function nextRequest(request: PageRequest, failure: ToolFailure): PageRequest | null {
  if (failure.kind === 'truncated') return smaller(request);
  return failure.kind === 'bad-arguments' ? afterRefusal(request, failure) : null;
}
