/** Replies of a tool as a broken or hostile server sends them; one mutation, chosen by chance. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../skill/torii/json.ts';
import type { Chance } from '../oracle/random.ts';
import { hostileValue, nestedList } from './hostile-value.ts';

export interface Answered {
  readonly body: JsonObject;
  readonly args: JsonObject;
  /** How often the tool has been called, this call included. */
  readonly times: number;
  readonly chance: Chance;
}

function text(value: unknown): JsonObject {
  return { content: [{ type: 'text', text: typeof value === 'string' ? value : JSON.stringify(value) }] };
}

function listIn(body: JsonObject): { readonly key: string; readonly rows: JsonValue[] } | null {
  for (const [key, value] of Object.entries(body)) if (Array.isArray(value)) return { key, rows: value };
  return null;
}

function withRows({ body }: Answered, change: (rows: JsonValue[]) => JsonValue[]): JsonObject {
  const list = listIn(body);
  return list === null ? body : { ...body, [list.key]: change(list.rows) };
}

/** Deep values cannot be written as JSON by the usual way, so they stay values. */
function envelope(body: JsonValue): JsonObject {
  return { content: [], structuredContent: body };
}

/** The path to one value of a row, at most three levels down. */
function changedAt(row: JsonValue, chance: Chance, depth = 0): JsonValue {
  if (!isJsonObject(row)) return hostileValue(row, chance);
  const keys = Object.keys(row);
  if (keys.length === 0) return hostileValue(row, chance);
  const key = chance.pick(keys);
  const inner = row[key] ?? null;
  const goOn = depth < 3 && isJsonObject(inner) && chance.in100(60);
  return { ...row, [key]: goOn ? changedAt(inner, chance, depth + 1) : hostileValue(inner, chance) };
}

function changedCells(answered: Answered): JsonObject {
  const { chance } = answered;
  const share = chance.pick([5, 30, 100]);
  return withRows(answered, (rows) =>
    rows.map((row) => (chance.in100(share) ? changedAt(row, chance) : row)),
  );
}

type Mutation = (answered: Answered) => unknown;

const htmlPage = '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';

export const mutations: Readonly<Record<string, Mutation>> = {
  cells: (answered) => envelope(changedCells(answered)),
  'cells as text': (answered) =>
    text(JSON.stringify(answered.body).replaceAll(/"expenses":/g, '"Expenses":')),
  'rows replaced': (answered) =>
    envelope(
      withRows(answered, (rows) =>
        rows.map((row) => (answered.chance.in100(20) ? hostileValue(row, answered.chance) : row)),
      ),
    ),
  'rows lost': (answered) =>
    text(withRows(answered, (rows) => rows.filter(() => !answered.chance.in100(30)))),
  'rows twice': (answered) => text(withRows(answered, (rows) => [...rows, ...rows.slice(0, 3)])),
  'rows twice, changed': (answered) =>
    envelope(
      withRows(answered, (rows) => [
        ...rows,
        ...rows.slice(0, 3).map((row) => changedAt(row, answered.chance)),
      ]),
    ),
  'no rows': (answered) => text(withRows(answered, () => [])),
  'total wrong': ({ body, chance }) =>
    text({ ...body, total: chance.pick<JsonValue>([0, 1, 7, 99_999, -1, 1.5, '12', null, {}, []]) }),
  'cursor repeated': ({ body }) => text({ ...body, nextCursor: 'again' }),
  'cursor endless': ({ body, times }) => text({ ...body, nextCursor: `c${times}` }),
  'cursor endless, new rows': (answered) =>
    text({
      ...withRows(answered, (rows) =>
        rows.slice(0, 1).map((row) => (isJsonObject(row) ? { ...row, id: 1_000_000 + answered.times } : row)),
      ),
      nextCursor: `n${answered.times}`,
      total: null,
    }),
  'cursor odd': ({ body, chance }) =>
    text({ ...body, nextCursor: chance.pick<JsonValue>([0, true, {}, [], '', 'x'.repeat(100_000)]) }),
  'cursor lost': ({ body }) => text({ ...body, nextCursor: null }),
  truncated: ({ body, chance }) => {
    const whole = JSON.stringify(body);
    return text(whole.slice(0, chance.between(0, whole.length)));
  },
  'truncated with dots': ({ body }) => text(`${JSON.stringify(body).slice(0, 400)} ... [truncated]`),
  html: () => text(htmlPage),
  'error as success': ({ chance }) =>
    text(
      chance.pick([
        'HTTP error! status: 403 Response: {"statusCode":403}',
        'Error: 500',
        'Too many requests',
      ]),
    ),
  'error in JSON': ({ chance }) =>
    text({ statusCode: chance.pick([400, 401, 403, 404, 429, 500]), error: 'Error', message: 'It failed' }),
  'error beside rows': ({ body }) =>
    text({ ...body, error: 'Only some records could be read', statusCode: 500 }),
  'flagged as error': ({ body }) => ({ ...text(body), isError: true }),
  'wrapped body': ({ body, chance }) =>
    text(
      chance.pick<JsonValue>([
        { data: body },
        { result: { data: body } },
        [body],
        { body: JSON.stringify(body) },
      ]),
    ),
  'list alone': ({ body }) => text(listIn(body)?.rows ?? body),
  'list as object': ({ body }) => {
    const list = listIn(body);
    return text(list === null ? body : { ...body, [list.key]: Object.fromEntries(list.rows.entries()) });
  },
  'other name of the list': ({ body }) => {
    const { key, rows } = listIn(body) ?? { key: 'x', rows: [] };
    return text({ ...body, [key]: undefined, items: rows });
  },
  'deep body': ({ chance }) => envelope({ apps: nestedList(chance.pick([50, 5_000, 100_000])) }),
  'deep text': ({ chance }) => {
    const levels = chance.pick([50, 5_000, 100_000]);
    return text(`${'['.repeat(levels)}${']'.repeat(levels)}`);
  },
  'huge text': ({ body }) => text({ ...body, note: 'x'.repeat(3_000_000) }),
  'odd envelope': ({ body, chance }) =>
    chance.pick<unknown>([
      null,
      undefined,
      7,
      'x',
      [],
      {},
      { content: null },
      { content: [null] },
      { content: [{ type: 'image' }] },
      body,
    ]),
  'texts in parts': ({ body }) => {
    const whole = JSON.stringify(body);
    const half = Math.floor(whole.length / 2);
    return {
      content: [whole.slice(0, half), whole.slice(half)].map((part) => ({ type: 'text', text: part })),
    };
  },
  'two bodies': ({ body }) => ({
    content: [
      ...(text(body)['content'] as JsonValue[]),
      ...(text({ apps: [], total: 0 })['content'] as JsonValue[]),
    ],
  }),
  rejected: () => {
    throw new Error('socket hang up');
  },
  silent: () => new Promise(() => {}),
};

export const mutationNames: readonly string[] = Object.keys(mutations);

export function hostileReply(name: string, answered: Answered): unknown {
  return mutations[name]?.(answered);
}
