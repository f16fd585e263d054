/**
 * What the page remembers about its own look; never anything observed in a tenant. Storage may be
 * shared with other pages, closed or absent, so every access may fail and nothing depends on it.
 */
const PREFIX = 'saas-rationalization:';

export function recall(name: string): string | null {
  try {
    return globalThis.localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    globalThis.localStorage.setItem(PREFIX + name, value);
  } catch {
    // A sandboxed frame has no storage; the preference lasts as long as the page.
  }
}
