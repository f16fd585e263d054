import { ClaudeError } from './claude-error.ts';
import type { SimulatedFault } from './faults.ts';
import { bare, untyped } from './reply.ts';

type Strike = (answer: () => Promise<unknown>, signal: AbortSignal | undefined) => Promise<unknown>;

/** Faults of the published host itself. The rest of the list shows in the listing or in `use`. */
export const claudeFaults: Readonly<Partial<Record<SimulatedFault, Strike>>> = {
  reject: () => Promise.reject(new Error('The frame was detached.')),
  undefined: () => Promise.resolve(undefined),
  never: () => new Promise(() => {}),
  ungranted: refusing('not_in_manifest', "The tool is not in this artifact's manifest."),
  hidden: refusing('server_unavailable', 'The connection is paused while the page is hidden.', true),
  'cold-start': refusing('server_unavailable', 'The connector is starting.', true),
  policy: refusing('blocked_by_policy', "The organization's policy blocks this tool."),
  disabled: refusing('blocked_by_policy', 'The tool was disabled by the user.'),
  approval: refusing('approval_required', 'The tool needs approval, which a page cannot ask for.'),
  consent: refusing('consent_required', 'This artifact has not been allowed to use the connector.'),
  renamed: refusing('server_not_connected', 'The connector is not connected.'),
  reauth: refusing('needs_reauth', 'The connector needs to be connected again.'),
  rate: refusing('rate_limited', 'Too many calls.', true),
  raw: async (answer) => bare(await answer()),
  untyped: async (answer) => untyped(await answer()),
};

function refusing(code: string, message: string, retryable = false): Strike {
  return () => Promise.reject(new ClaudeError(code, message, { retryable }));
}
