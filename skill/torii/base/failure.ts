/**
 * Every way a call can fail, as one closed union, with the sentence and the one action a person gets.
 *
 * Failures are values; they are made only by bridges and decoders, so views can switch over `kind`
 * exhaustively. Exceptions are left for bugs.
 */
import type { ReadTool } from './catalog.ts';

export type FailureKind =
  | 'not-connected' // no Torii connector, or none chosen
  | 'other-name' // a published page found no connector of the name that it was published with
  | 'needs-sign-in' // 401, expired or revoked authorization
  | 'not-granted' // the page's grant list or manifest lacks the tool
  | 'consent-required' // the viewer has not allowed this page to use the connector
  | 'approval-required' // tool set to "needs approval": pages cannot answer the prompt
  | 'blocked' // managed policy, or the user switched the tool off
  | 'denied' // 403: the Torii role may not see this
  | 'not-offered' // the server has no such tool
  | 'bad-arguments' // 400 or refused argument
  | 'not-found' // 404
  | 'rate-limited' // 429 or the host's own limit
  | 'unavailable' // 5xx, unreachable, connector down
  | 'timed-out' // deadline passed, or the call never settled
  | 'host-fault' // the bridge itself rejected or answered with nothing
  | 'not-shown' // the host pauses calls while the page is hidden
  | 'cancelled' // we or the person stopped it
  | 'wrong-shape' // an answer that is not the expected container
  | 'truncated' // an answer that stops in the middle
  | 'not-torii' // an MCP server, but not Torii
  | 'refused'; // our own read-only guard

export type FailureAction =
  | 'connect'
  | 'sign-in'
  | 'republish'
  | 'always-allow'
  | 'allow-page'
  | 'name-it'
  | 'ask-admin'
  | 'wait'
  | 'retry'
  | 'show-page'
  | 'check-address'
  | 'report'
  | 'none';

export interface ToolFailure {
  readonly ok: false;
  readonly kind: FailureKind;
  readonly tool: ReadTool | null;
  /** What the server or host said, shortened, for the call log; never shown as ours. */
  readonly message: string;
  /** True only where one more try is allowed and may help. */
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;
  /** Field named by a 400, so that the reader can ask again without it. */
  readonly field: string | null;
  readonly action: FailureAction;
}

interface Explanation {
  readonly sentence: string;
  readonly action: FailureAction;
  readonly retryable: boolean;
  /** Authorization was lost: data already shown must be taken down, not kept as stale. */
  readonly retracts: boolean;
}

const explanations: Readonly<Record<FailureKind, Explanation>> = {
  'not-connected': {
    sentence: 'Torii is not connected to Claude here.',
    action: 'connect',
    retryable: false,
    retracts: true,
  },
  'other-name': {
    sentence: 'Claude offers this page no connector of the name that it was published with.',
    action: 'name-it',
    retryable: false,
    retracts: true,
  },
  'needs-sign-in': {
    sentence: 'Torii no longer accepts the sign-in.',
    action: 'sign-in',
    retryable: false,
    retracts: true,
  },
  'not-granted': {
    sentence: 'This page was published without permission to call this Torii tool.',
    action: 'republish',
    retryable: false,
    retracts: true,
  },
  'consent-required': {
    sentence: 'Nobody has allowed this page to use Torii yet.',
    action: 'allow-page',
    retryable: false,
    retracts: true,
  },
  'approval-required': {
    sentence: 'The Torii read tools ask for approval each time, and a page cannot answer that question.',
    action: 'always-allow',
    retryable: false,
    retracts: true,
  },
  blocked: {
    sentence: 'A policy or a setting blocks this Torii tool.',
    action: 'ask-admin',
    retryable: false,
    retracts: true,
  },
  denied: {
    sentence: 'The Torii role of the signed-in person may not see this.',
    action: 'ask-admin',
    retryable: false,
    retracts: true,
  },
  'not-offered': {
    sentence: 'This Torii server does not offer the tool.',
    action: 'none',
    retryable: false,
    retracts: false,
  },
  'bad-arguments': {
    sentence: 'Torii refused an argument of the call.',
    action: 'report',
    retryable: false,
    retracts: false,
  },
  'not-found': { sentence: 'Torii has no such record.', action: 'none', retryable: false, retracts: false },
  'rate-limited': {
    sentence: 'Too many calls in one minute.',
    action: 'wait',
    retryable: true,
    retracts: false,
  },
  unavailable: { sentence: 'Torii cannot be reached.', action: 'retry', retryable: true, retracts: false },
  'timed-out': {
    sentence: 'Torii did not answer in time.',
    action: 'retry',
    retryable: true,
    retracts: false,
  },
  'host-fault': {
    sentence: 'Claude could not pass the call on to Torii.',
    action: 'retry',
    retryable: true,
    retracts: false,
  },
  'not-shown': {
    sentence: 'Claude pauses calls while the page is not on screen.',
    action: 'show-page',
    retryable: true,
    retracts: false,
  },
  cancelled: { sentence: 'The call was stopped.', action: 'retry', retryable: false, retracts: false },
  'wrong-shape': {
    sentence: 'The answer is not the list that was asked for.',
    action: 'report',
    retryable: false,
    retracts: false,
  },
  truncated: {
    sentence: 'The answer stops in the middle.',
    action: 'retry',
    retryable: true,
    retracts: false,
  },
  'not-torii': {
    sentence: 'The server answers, but it is not Torii.',
    action: 'check-address',
    retryable: false,
    retracts: true,
  },
  refused: {
    sentence: 'Refused here: this product only reads.',
    action: 'none',
    retryable: false,
    retracts: false,
  },
};

export function isFailureKind(value: unknown): value is FailureKind {
  return typeof value === 'string' && Object.hasOwn(explanations, value);
}

/** The sentence and consequence of a kind, the same on every surface. */
export function explain(kind: FailureKind): Explanation {
  return explanations[kind];
}

const actions: Readonly<Record<FailureAction, string>> = {
  connect: 'Connect Torii in Claude under Customize → Connectors, then reload.',
  'sign-in': 'Sign in to Torii again under Customize → Connectors, then reload.',
  republish: 'Ask Claude, in a local session, to republish this page with the Torii read tools granted.',
  'always-allow': 'Set the Torii read tools to “Always allow” under Customize → Connectors → Torii.',
  'allow-page': 'Reload this page and allow it to use Torii.',
  'name-it':
    'If Torii is connected, tell Claude its exact name and publish again. If not, connect it under Customize → Connectors, then reload.',
  'ask-admin': 'Ask the administrator for read access to this part of Torii.',
  wait: 'Wait a minute, then refresh.',
  retry: 'Refresh to try again.',
  'show-page': 'Bring the page back on screen, then refresh.',
  'check-address': 'Check the address: it should end in /mcp and belong to Torii.',
  report: 'Open the call log under Data and give the entry to the owner of the mapping.',
  none: '',
};

/** What the person can do about it, in one sentence; empty where nothing would help. */
export function actionSentence(action: FailureAction): string {
  return actions[action];
}

/** Longest excerpt of foreign text kept in a failure. */
const EXCERPT = 300;

/** Makes a failure of a kind; `retryable` and `action` follow from the kind unless the host said otherwise. */
export function failure(
  kind: FailureKind,
  tool: ReadTool | null,
  message: string,
  detail: { retryable?: boolean; retryAfterMs?: number; field?: string } = {},
): ToolFailure {
  const { action, retryable } = explanations[kind];
  return {
    ok: false,
    kind,
    tool,
    message: message.length > EXCERPT ? `${message.slice(0, EXCERPT)}…` : message,
    retryable: detail.retryable ?? retryable,
    retryAfterMs: detail.retryAfterMs ?? null,
    field: detail.field ?? null,
    action,
  };
}
