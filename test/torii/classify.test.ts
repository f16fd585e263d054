import { describe, expect, it } from 'vitest';
import { classifyMessage } from '../../skill/torii/reply/classify.ts';
import type { FailureKind } from '../../skill/torii/base/failure.ts';

const cases: readonly (readonly [string, FailureKind])[] = [
  ["Tool mcp__x__list_apps is not in this artifact's mcp_tools allowlist", 'not-granted'],
  ['not_in_manifest', 'not-granted'],
  ['not permitted: blocked by managed policy', 'blocked'],
  ['not permitted: disabled by the user', 'blocked'],
  ['The call was not allowed by the user', 'approval-required'],
  ['approval_required', 'approval-required'],
  ['Artifact is not currently shown', 'not-shown'],
  ['Artifact is no longer shown', 'not-shown'],
  ['rate limit exceeded', 'rate-limited'],
  ['rate_limited', 'rate-limited'],
  ['Tool call failed: 400', 'host-fault'],
  ['result failed to pass validation', 'host-fault'],
  ['Tool args must be an object', 'bad-arguments'],
  ['The request timed out', 'timed-out'],
  ['server_not_connected', 'other-name'],
  ['server_not_found', 'other-name'],
  ['selection_required', 'not-connected'],
  ['consent_required', 'consent-required'],
  ['needs_reauth', 'needs-sign-in'],
  ['Unauthorized', 'needs-sign-in'],
  ['Authentication required. Please sign in.', 'needs-sign-in'],
  ['HTTP error! status: 401 Response: {"message":"Unauthorized"}', 'needs-sign-in'],
  ['HTTP error! status: 403 Response: {"message":"Forbidden"}', 'denied'],
  ['Request failed with status code 404', 'not-found'],
  ['HTTP 502 Bad Gateway', 'unavailable'],
  ['503 Service Unavailable', 'unavailable'],
  ['status: 429', 'rate-limited'],
  ['MCP error -32602: Unknown tool: list_apps', 'bad-arguments'],
  ['Unknown tool: list_apps', 'not-offered'],
  ['fetch failed', 'unavailable'],
  ['Internal Server Error', 'unavailable'],
  ['{"statusCode":400,"error":"Bad Request","message":"Unknown field c_x_1"}', 'bad-arguments'],
];

describe('classifyMessage', () => {
  it.each(cases)('%s → %s', (message, kind) => {
    expect(classifyMessage(message)?.kind).toBe(kind);
  });

  it('leaves ordinary words alone', () => {
    for (const words of ['Here are your 400 apps', 'Found 12 contracts', '', 'ok', 'App 404 Lounge']) {
      expect(classifyMessage(words)).toBeNull();
    }
  });

  it.each([
    ['HTTP error! status: 400 Response: {"message":"Unknown field c_notice_1"}', 'c_notice_1'],
    ['HTTP error! status: 400 Response: {"message":"\\"c_notice_1\\" is not allowed"}', 'c_notice_1'],
    ['{"statusCode":400,"message":"Invalid field: c_notice_1"}', 'c_notice_1'],
    ["status 400 field 'c_notice_1' does not exist", 'c_notice_1'],
    [
      'MCP error -32602: Invalid arguments: [{"expected":"string","path":["fields"],"message":"Expected string"}]',
      'fields',
    ],
    ['status 400 size must be ≤ 200', 'size'],
  ])('names the refused field in %s', (message, field) => {
    expect(classifyMessage(message)).toMatchObject({ kind: 'bad-arguments', field });
  });

  it.each([
    ['429 Too Many Requests, Retry-After: 7', 7000],
    ['rate limit exceeded, retry after 3 seconds', 3000],
    ['{"code":"rate_limited","retryAfterMs":1500}', 1500],
  ])('reads the wait in %s', (message, retryAfterMs) => {
    expect(classifyMessage(message)).toMatchObject({ kind: 'rate-limited', retryAfterMs });
  });
});
