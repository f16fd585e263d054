import type { CallLogEntry } from '../../../skill/torii/bridge.ts';
import type { ReadTool } from '../../../skill/torii/catalog.ts';

const aboutPeople: readonly ReadTool[] = ['list_users', 'list_app_users', 'list_user_apps'];

/** The log stays on screen, and the beginning of a reply about people would name some of them. */
export function redactLogEntry(entry: CallLogEntry): CallLogEntry {
  const names = entry.outcome === 'ok' && aboutPeople.includes(entry.tool);
  return names ? { ...entry, excerpt: 'Not kept: the reply is about people.' } : entry;
}
