/** Longest wait for one answer of whoever signs people in. */
const PATIENCE_MS = 30_000;

/** Like fetch, for the requests of a sign-in: none of them hangs for good. */
export function fetchInTime(input: string | URL, init?: RequestInit): Promise<Response> {
  const late = AbortSignal.timeout(PATIENCE_MS);
  const { signal } = init ?? {};
  return fetch(input, {
    ...init,
    signal: signal === null || signal === undefined ? late : AbortSignal.any([signal, late]),
  });
}
