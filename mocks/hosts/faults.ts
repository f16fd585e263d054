/**
 * Faults of the hosts, spelled in the same sentinel string as the server's, so that a person can
 * reproduce each of them by hand: `?fault=` in the address of a preview host.
 *
 *     fault            every call            hidden
 *     tool:fault       calls of one tool     list_contracts:never     (`*` = any tool)
 *     …@n              only the n-th one     reauth@3, list_apps:reject@2
 *     …@n+             the n-th and later    reauth@3+
 *     a,b              several               ungranted,list_users:approval
 *
 * Faults a host knows (below) act here; every other entry travels on as `?fault=` of the MCP address
 * and is provoked by the server (mocks/torii/faults.ts).
 */
export const hostFaults = {
  reject: 'the channel to the app breaks and the call rejects without a code',
  undefined: 'the call resolves with nothing',
  never: 'the call never settles',
  ungranted: 'the tool is missing from the grant; without a tool, the whole grant is empty',
  hidden: 'the page is not on screen (live artifacts)',
  'cold-start': 'the first call after the app starts fails with 400',
  policy: 'a managed policy blocks the tool',
  disabled: 'the person switched the tool off',
  approval: 'the tool asks for approval each time',
  consent: 'the page has not been allowed to use the connector (published artifacts)',
  renamed: 'the connector was added again and now has another name',
  reauth: 'the sign-in has expired',
  rate: "the host's own limit is reached",
  raw: 'the bare payload comes back, without an envelope (imitating hosts)',
  untyped: 'text parts come back without a type (imitating hosts)',
  'no-capability': 'the capability resolves to null (published artifacts)',
  'late-capability': 'the capability takes nine seconds (published artifacts)',
} as const satisfies Record<string, string>;

export type SimulatedFault = keyof typeof hostFaults;

interface Entry {
  readonly tool: string | null;
  readonly fault: string;
  /** First and last call that it strikes. */
  readonly from: number;
  readonly to: number;
}

export interface FaultScript {
  /** Counts one call of a tool and says which fault strikes it. */
  next(tool: string): SimulatedFault | null;
  /** True when the fault is always on for the tool, or for every tool. */
  stands(fault: SimulatedFault, tool?: string): boolean;
  /** What the server must provoke, in the same grammar. */
  readonly server: string;
}

export function createFaultScript(sentinel: string): FaultScript {
  const entries = sentinel.split(',').flatMap(entryOf);
  const ours = entries.filter(({ entry }) => isHostFault(entry.fault)).map(({ entry }) => entry);
  const counts = new Map<string | null, number>();
  const count = (key: string | null): number => {
    const calls = (counts.get(key) ?? 0) + 1;
    counts.set(key, calls);
    return calls;
  };
  return {
    next(tool) {
      const calls = new Map([
        [null, count(null)],
        [tool, count(tool)],
      ]);
      const strikes = ({ tool: key, from, to }: Entry): boolean => {
        const call = calls.get(key) ?? 0;
        return call >= from && call <= to;
      };
      const fault = ours.find(strikes)?.fault ?? '';
      return isHostFault(fault) ? fault : null;
    },
    stands: (fault, tool) =>
      ours.some(
        (entry) =>
          entry.fault === fault &&
          [null, tool].includes(entry.tool) &&
          entry.to === Infinity &&
          entry.from === 1,
      ),
    server: entries
      .filter(({ entry }) => !isHostFault(entry.fault))
      .map(({ text }) => text)
      .join(','),
  };
}

/** The address of the server with the faults it has to provoke itself. */
export function withServerFaults(url: string, faults: FaultScript): string {
  if (faults.server === '') return url;
  const address = new URL(url);
  address.searchParams.set('fault', faults.server);
  return address.href;
}

function entryOf(part: string): { text: string; entry: Entry }[] {
  const text = part.trim();
  if (text === '') return [];
  const [, tool = '*', fault = text, nth, on] = /^(?:([^:@]+):)?([^:@]+)(?:@(\d+)(\+)?)?$/.exec(text) ?? [];
  const once = nth !== undefined || fault === 'cold-start';
  const from = Number(nth ?? 1);
  const to = once && on !== '+' ? from : Infinity;
  return [{ text, entry: { tool: tool === '*' ? null : tool, fault, from, to } }];
}

function isHostFault(fault: string): fault is SimulatedFault {
  return Object.hasOwn(hostFaults, fault);
}
