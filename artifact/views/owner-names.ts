/** Names of owners, as the records of their apps carry them: looked up when a person asks, and never exported. */
import { isJsonObject, type JsonValue } from '../../skill/torii/json.ts';
import type { Results } from '../session/state.ts';

/** By the id that the page shows; owners whose records carry no name are absent. */
export function ownerNamesIn({
  records,
  mapping,
  portfolio,
}: Pick<Results, 'records' | 'mapping' | 'portfolio'>): ReadonlyMap<string, string> {
  const key = mapping.fields.app.owner?.key;
  const names = new Map<string, string>();
  if (key === undefined) return names;
  const rows = new Map(records.apps.map((row) => [Number(row['id'] ?? row['idApp']), row]));
  for (const { id, owner } of portfolio.apps) {
    const name = owner.kind === 'known' ? personNameIn(rows.get(id)?.[key]) : null;
    if (owner.kind === 'known' && name !== null) names.set(owner.value.id, name);
  }
  return names;
}

/** A person as a record names them: an object, a text, or a list whose first counts; null for a bare number. */
export function personNameIn(raw: JsonValue | undefined): string | null {
  if (Array.isArray(raw)) return personNameIn(raw[0]);
  if (typeof raw === 'string') return /^\s*\d*\s*$/.test(raw) ? null : raw.trim();
  if (!isJsonObject(raw)) return null;
  const { fullName, firstName, lastName, name, email } = raw;
  const both = [firstName, lastName].map(textIn).filter(Boolean).join(' ');
  return textIn(fullName) || both || textIn(name) || textIn(email) || null;
}

function textIn(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}
