/** Loopback redirects may use any port (RFC 8252), everything else must match exactly. */
export function sameRedirect(registered: string, wanted: string): boolean {
  if (registered === wanted) return true;
  const [a, b] = [new URL(registered), new URL(wanted)];
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(a.hostname);
  return loopback && a.hostname === b.hostname && a.pathname === b.pathname && a.protocol === b.protocol;
}
