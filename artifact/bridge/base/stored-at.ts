import { isJsonObject } from '../../../skill/torii/json.ts';

/** When the data left the server, as the host's cache states it (ISO instant); null when it does not say. */
export function storedAtOf(raw: unknown): string | null {
  const cache = isJsonObject(raw) ? raw['cache'] : null;
  const storedAt = isJsonObject(cache) ? cache['storedAt'] : null;
  const instant = new Date(typeof storedAt === 'number' ? storedAt : Number.NaN);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
