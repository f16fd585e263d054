/**
 * What foreign words mean: one table from messages of Torii, MCP servers and Claude's hosts to kinds
 * of failure. Decoders and host bridges read the same table, so one message gets one sentence.
 *
 * In: text in a human or machine form. Out: a kind, with Retry-After and the named field where the
 * text gives them, or null when the words are not those of a failure.
 */
import type { FailureKind } from '../base/failure.ts';

export interface Classified {
  readonly kind: FailureKind;
  readonly retryAfterMs?: number;
  readonly field?: string;
}

/** Only this much of the head and tail of a text is looked at: errors are short, data is not. */
const LOOKED_AT = 1500;

/** First match wins: the host's own refusals come before words that they share with HTTP errors. */
const messages: readonly (readonly [RegExp, FailureKind])[] = [
  [
    /mcp_tools allow-?list|not_in_manifest|\bnot_granted\b|not (?:in|part of) .{0,40}manifest/i,
    'not-granted',
  ],
  [/managed policy|blocked_by_policy|blocked by .{0,20}policy|disabled by the user/i, 'blocked'],
  [/capability_(?:disabled|removed)/i, 'blocked'],
  // Consent is about this page, approval about a tool: each has another remedy.
  [/consent_required/i, 'consent-required'],
  [/not allowed by the user|approval_required|needs? approval/i, 'approval-required'],
  [/(?:not currently|no longer) shown/i, 'not-shown'],
  [/tool call failed: 400|failed to pass validation/i, 'host-fault'],
  // Codes of published pages, which ask for a connector by its display name.
  [/server_not_connected|server_not_found/i, 'other-name'],
  [/selection_required|\bconnector\b.{0,40}not found/i, 'not-connected'],
  [/\bis not connected\b|\bno connector\b|not connected to/i, 'not-connected'],
  [/needs_reauth|user_changed/i, 'needs-sign-in'],
  [/rate[ _-]?limit|too many requests/i, 'rate-limited'],
  [/tool args must be an object|-32602/i, 'bad-arguments'],
  [/unknown tool|no such tool|tool .{0,60}not found|method not found|-32601/i, 'not-offered'],
];

/** Looked at after any HTTP status in the text, which is the better witness. */
const words: readonly (readonly [RegExp, FailureKind])[] = [
  [/unauthori[sz]ed|not authenticated|authentication (?:is )?(?:required|failed)/i, 'needs-sign-in'],
  [/re-?authenti|(?:invalid|expired)[ _]token|token (?:has |is )?(?:expired|invalid)/i, 'needs-sign-in'],
  [
    /invalid_grant|(?:sign|log)[ -]?in (?:again|required)|(?:please|must|not) (?:be )?(?:sign|logg?)(?:ed)?[ -]?in/i,
    'needs-sign-in',
  ],
  [/forbidden|access denied|permission denied|insufficient|not permitted|not authorized to/i, 'denied'],
  [/(?:no|not have|lacks?|missing) .{0,20}permissions?/i, 'denied'],
  [/tim(?:ed|e) ?-?out|deadline exceeded|ETIMEDOUT/i, 'timed-out'],
  [
    /bad_request|bad request|unrecognized[ _]key|validation error|invalid (?:arg|param|field|value|cursor|query|input|filter|type)/i,
    'bad-arguments',
  ],
  [
    /unknown (?:field|argument|param|key|column)|unsupported (?:field|argument|param)|is not allowed\b/i,
    'bad-arguments',
  ],
  [
    /field .{0,60}(?:does not exist|not found|is not valid)|must be (?:one of|less|at most|a |an |≤|<)/i,
    'bad-arguments',
  ],
  [/not[ _]found|does not exist/i, 'not-found'],
  [/unavailable|bad gateway|gateway error|internal server error|upstream_error|maintenance/i, 'unavailable'],
  [
    /ECONN|ENOTFOUND|fetch failed|network error|unreachable|connection (?:refused|closed|reset|error)|-32603/i,
    'unavailable',
  ],
  [/\bcancell?ed\b|\baborted\b/i, 'cancelled'],
];

const STATUS =
  /(?:\bstatus(?:[ _]?code)?["']?|\bhttp(?:\/[\d.]+)?(?: error!?)?|\berror(?: code)?|\bcode["']?|failed(?: with)?)\s*[:=]?\s*\(?(?:status:?\s*)?([45]\d\d)\b/i;
const LEADING_STATUS = /^\W{0,3}([45]\d\d)\b[\s:–-]+[a-z]/i;

/** The kind of failure an HTTP status means; null for statuses that are not errors. */
export function kindOfStatus(status: number): FailureKind | null {
  if (status === 401 || status === 407) return 'needs-sign-in';
  if (status === 403 || status === 402) return 'denied';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 408) return 'timed-out';
  if (status === 429) return 'rate-limited';
  if (status >= 500 && status < 600) return 'unavailable';
  return status >= 400 && status < 500 ? 'bad-arguments' : null;
}

const FIELD_FORMS: readonly RegExp[] = [
  /"field"\s*:\s*"([^"]{1,120})"/i,
  /"path"\s*:\s*\[\s*"([^"]{1,120})"/i,
  /["'`“]([\w.-]{1,120})["'`”]\s+(?:is not (?:allowed|valid|a valid|supported|a known)|is invalid|does not exist|must be|not found)/i,
  /\b(?:fields?|keys?(?:\(s\))?|arguments?|param(?:eter)?s?|propert(?:y|ies)|columns?)\b\W{0,12}["'`“]([\w.-]{1,120})["'`”]/i,
  /\b(?:unknown|invalid|unsupported|unrecognized) (?:field|key|argument|param(?:eter)?|column)s?\b:?\s+([\w.-]{1,120})/i,
  /\bfield:?\s+([\w.-]{1,120})\s+(?:is not|does not|not found|is invalid)/i,
  /["'`“](\w{1,120})["'`”] .{0,60}\binvalid value\b/i,
  /\b(size|fields|cursor|sort|view|filters|aggs) must be\b/i,
];

/** The field or argument that a refusal names, backslash-escaped quotes included. */
function fieldNamed(text: string): string | undefined {
  const plain = text.replaceAll('\\"', '"');
  for (const form of FIELD_FORMS) {
    const found = form.exec(plain)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Retry-After in seconds, or retryAfterMs in milliseconds, anywhere in the text. */
function retryAfterIn(text: string): number | undefined {
  const millis = /retry[ _-]?after[ _-]?ms["']?\s*[:=]?\s*(\d+)/i.exec(text)?.[1];
  if (millis !== undefined) return Number(millis);
  const seconds =
    /retry[ _-]?after["']?\s*[:=]?\s*"?(\d+(?:\.\d+)?)/i.exec(text)?.[1] ??
    /(?:retry|again) (?:in|after) (\d+(?:\.\d+)?) ?s/i.exec(text)?.[1];
  return seconds === undefined ? undefined : Math.round(Number(seconds) * 1000);
}

function kindOf(text: string): FailureKind | null {
  const said = messages.find(([pattern]) => pattern.test(text))?.[1];
  if (said !== undefined) return said;
  const status = STATUS.exec(text)?.[1] ?? LEADING_STATUS.exec(text)?.[1];
  if (status !== undefined) return kindOfStatus(Number(status));
  return words.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** The kind of failure a message means, or null when it does not read like one. */
export function classifyMessage(text: string): Classified | null {
  const seen = text.length <= 2 * LOOKED_AT ? text : `${text.slice(0, LOOKED_AT)}\n${text.slice(-LOOKED_AT)}`;
  const kind = kindOf(seen);
  if (kind === null) return null;
  const field = kind === 'bad-arguments' ? fieldNamed(seen) : undefined;
  const retryAfterMs = kind === 'rate-limited' || kind === 'unavailable' ? retryAfterIn(seen) : undefined;
  return { kind, ...(field !== undefined && { field }), ...(retryAfterMs !== undefined && { retryAfterMs }) };
}
