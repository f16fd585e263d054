/**
 * Faults on demand, spelled in one sentinel string, so that a person can reproduce each by hand with
 * `?fault=` in the address of the MCP server, and a test uses the very same words.
 *
 *     fault              every call of every tool        401
 *     tool:fault         every call of one tool          list_contracts:500     (`*` = any tool)
 *     …@n                only the n-th call              *:401@3                reauthorization mid-load
 *     …@n+               the n-th call and all later     list_apps:429@2+
 *     a,b                several                         list_apps:duplicates,list_users:never
 *
 * `initialize` and `tools/list` may stand for a tool where the fault is one of transport. Counting
 * starts over with every `initialize`; any other query parameter (`&run=2`) makes a separate count.
 * An unknown fault is refused with the list of known ones. In: the sentinel. Out: what strikes a call.
 */
export const serverFaults = {
  '401': 'HTTP 401: the sign-in is gone',
  '403': 'HTTP 403: the person may not use the server',
  '404': 'HTTP 404: nothing at this address',
  '429': 'HTTP 429 with Retry-After: 2',
  '429-bare': 'HTTP 429 without Retry-After',
  '500': 'HTTP 500',
  '502': "HTTP 502 with a proxy's HTML page",
  html: 'HTTP 200 with an HTML page in place of a message',
  cut: 'HTTP 200 with a message that stops in the middle',
  drop: 'the connection breaks',
  timeout: 'the honest answer, too late (slowMs, 150 s unless set)',
  never: 'no answer at all',
  iserror: 'a tool error; iserror-403 and so on carry the body of a REST error',
  'error-text': 'the text of an error in a success; error-text-401 and so on choose the status',
  'html-text': 'a tool result whose text is an HTML page',
  truncated: 'a tool result whose JSON stops in the middle',
  'wrong-types': 'every field but the id of a different type; every fifth row is no object at all',
  'wrong-type': 'one field of a different type, named as in wrong-type-endDate',
  'repeated-cursor': 'every page says that the next one is behind the same cursor',
  'endless-cursor': 'a new cursor and new rows for ever',
  'wrong-total': 'a total that is seven too high',
  duplicates: 'every page also holds the first row of the first page',
  empty: 'a tenant without a single record',
  refuse: 'HTTP-400-like refusal of one field or argument, named as in refuse-c_noticeDays_1',
  missing: 'the tool is not offered; calling it is an error',
  'not-torii': "another server's tools in place of Torii's",
} as const satisfies Record<string, string>;

export type ServerFault = keyof typeof serverFaults;

/** One fault that strikes a call, with what follows its name (a status, a field, an argument). */
export interface Strike {
  readonly fault: ServerFault;
  readonly detail: string | null;
}

interface Rule extends Strike {
  readonly tool: string;
  readonly from: number;
  readonly to: number;
}

export interface Faults {
  /** Counts one call and says what strikes it. */
  next(tool: string): readonly Strike[];
  /** Whether a fault stands for a tool whatever the call: what is offered does not count calls. */
  stands(fault: ServerFault, tool: string): boolean;
  restart(): void;
}

const detailed: readonly ServerFault[] = ['iserror', 'error-text', 'wrong-type', 'refuse'];

function strikeOf(text: string): Strike | null {
  if (Object.hasOwn(serverFaults, text)) return { fault: text as ServerFault, detail: null };
  const fault = detailed.find((name) => text.startsWith(`${name}-`));
  return fault === undefined ? null : { fault, detail: text.slice(fault.length + 1) };
}

function parseRule(part: string): Rule {
  const [, tool = '*', text = '', nth, on] = /^(?:([^:@]+):)?([^:@]+)(?:@(\d+)(\+)?)?$/.exec(part) ?? [];
  const strike = strikeOf(text);
  if (strike === null) {
    throw new RangeError(`Unknown fault "${part}". Known: ${Object.keys(serverFaults).join(', ')}.`);
  }
  const from = nth === undefined ? 1 : Number(nth);
  return { ...strike, tool, from, to: nth === undefined || on === '+' ? Infinity : from };
}

/** Reads a sentinel; throws a RangeError that lists the known faults when it holds another. */
export function createFaults(sentinel: string): Faults {
  const parts = sentinel.split(',').map((part) => part.trim());
  const rules = parts.filter((part) => part !== '').map(parseRule);
  const counts = new Map<string, number>();
  const count = (key: string) => {
    const calls = (counts.get(key) ?? 0) + 1;
    counts.set(key, calls);
    return calls;
  };
  return {
    next(tool) {
      const isTool = tool !== 'initialize' && tool !== 'tools/list';
      const calls: Record<string, number> = { [tool]: count(tool), ...(isTool ? { '*': count('*') } : {}) };
      return rules.filter((rule) => {
        const call = calls[rule.tool];
        return call !== undefined && call >= rule.from && call <= rule.to;
      });
    },
    stands: (fault, tool) =>
      rules.some((rule) => rule.fault === fault && (rule.tool === '*' || rule.tool === tool)),
    restart: () => counts.clear(),
  };
}
