import { ConnectorError } from './connector.ts';
import type { SimulatedFault } from './faults.ts';
import { bare, refused, untyped } from './reply.ts';

type Strike = (answer: () => Promise<unknown>) => Promise<unknown>;

/** Faults of the window around a sandboxed page. What only the other hosts have is not here. */
export const previewFaults: Readonly<Partial<Record<SimulatedFault, Strike>>> = {
  reject: () => Promise.reject(new Error('The window around the page was closed.')),
  undefined: () => Promise.resolve(undefined),
  never: () => new Promise(() => {}),
  ungranted: async () => refused('Unknown tool'),
  policy: async () => refused('The tool is blocked by managed policy'),
  disabled: async () => refused('The tool was disabled by the user'),
  approval: async () => refused('The tool was not allowed by the user'),
  renamed: async () => refused('The connector is not connected'),
  reauth: () => Promise.reject(new ConnectorError('HTTP error! status: 401 Unauthorized', 401)),
  rate: () => Promise.reject(new ConnectorError('HTTP error! status: 429 Too Many Requests', 429, 60_000)),
  'cold-start': () => Promise.reject(new ConnectorError('HTTP error! status: 503 Starting', 503)),
  raw: async (answer) => bare(await answer()),
  untyped: async (answer) => untyped(await answer()),
};
