/** What a record is called: its name, whatever that is wrapped in, or `otherwise` where it has none. */
import type { JsonObject } from '../../torii/json.ts';
import { unwrapped } from './unwrapped.ts';

export function nameOf(row: JsonObject, otherwise: string): string {
  const name = unwrapped(row.name ?? null);
  const text = typeof name === 'number' ? String(name) : typeof name === 'string' ? name.trim() : '';
  return text === '' ? otherwise : text;
}
