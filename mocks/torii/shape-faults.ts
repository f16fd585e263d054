/** Faults in the shape of an otherwise honest reply. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../skill/torii/json.ts';
import type { ServerFault, Strike } from './faults.ts';

/** What the made-up cursors of a paging fault need to remember: the first row that a tool ever sent. */
export type FirstRows = Map<string, JsonValue>;

/** A cursor that only the faults understand. */
const REPEATED = 'YWdhaW4';
const ENDLESS = 'bW9yZQ';

/** Arguments without a cursor that a fault made up, so that the honest answer can be asked for. */
export function withoutMadeUpCursor(args: JsonObject): JsonObject {
  const { cursor, ...rest } = args;
  const madeUp = typeof cursor === 'string' && (cursor === REPEATED || cursor.startsWith(ENDLESS));
  return madeUp ? rest : args;
}

/** Another type for every kind of value, so that nothing can be read as what it should be. */
function twisted(value: JsonValue): JsonValue {
  if (value === null) return { unexpected: true };
  if (Array.isArray(value)) return value.length;
  if (isJsonObject(value)) return 'an object was here';
  return typeof value === 'string' ? [value, 7] : typeof value === 'number' ? `n/a (${value})` : 'perhaps';
}

function twistRow(row: JsonValue, index: number, key: string | null): JsonValue {
  if (!isJsonObject(row)) return row;
  if (key !== null) return key in row ? { ...row, [key]: twisted(row[key] ?? null) } : row;
  if (index % 5 === 4) return 'not a record';
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      name === 'id' || name === 'idUser' ? value : twisted(value),
    ]),
  );
}

/** Fresh ids, as if the tenant had no end. */
function renumbered(rows: JsonValue[], page: number): JsonValue[] {
  return rows.map((row) => {
    if (!isJsonObject(row)) return row;
    const key = 'id' in row ? 'id' : 'idUser';
    return { ...row, [key]: Number(row[key]) + page * 10_000_000 };
  });
}

function pageOf(cursor: JsonValue | undefined): number {
  return typeof cursor === 'string' && cursor.startsWith(ENDLESS) ? Number(cursor.slice(ENDLESS.length)) : 0;
}

/** The list inside a reply. */
interface List {
  readonly body: JsonObject;
  readonly container: string;
  readonly rows: JsonValue[];
  readonly args: JsonObject;
  /** The first row that the tool ever sent. */
  readonly first: JsonValue;
}

type Misshape = (list: List, detail: string | null) => JsonObject;

const misshapes: Partial<Record<ServerFault, Misshape>> = {
  'wrong-types': ({ container, rows }) => ({
    [container]: rows.map((row, index) => twistRow(row, index, null)),
  }),
  'wrong-type': ({ container, rows }, key) => ({
    [container]: rows.map((row, index) => twistRow(row, index, key)),
  }),
  'repeated-cursor': () => ({ nextCursor: REPEATED }),
  'endless-cursor': ({ container, rows, args }) => {
    const page = pageOf(args['cursor']);
    return { [container]: renumbered(rows, page), nextCursor: `${ENDLESS}${page + 1}` };
  },
  'wrong-total': ({ body, rows }) => ({ total: Number(body['total'] ?? rows.length) + 7 }),
  duplicates: ({ container, rows, first }) => ({ [container]: [...rows, first] }),
  empty: ({ container }) => ({ [container]: [], count: 0, total: 0, nextCursor: null }),
};

/** The body of a list as the fault leaves it; bodies without a list pass unchanged. */
export function misshape(
  body: JsonObject,
  { fault, detail }: Strike,
  tool: string,
  args: JsonObject,
  firstRows: FirstRows,
): JsonObject {
  const [container, rows] = Object.entries(body).find(([, value]) => Array.isArray(value)) ?? [];
  if (container === undefined || !Array.isArray(rows)) return body;
  const first = firstRows.get(tool) ?? rows[0] ?? null;
  firstRows.set(tool, first);
  return { ...body, ...misshapes[fault]?.({ body, container, rows, args, first }, detail) };
}
