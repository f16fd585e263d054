import { readTools } from '../../torii/catalog.ts';
import { deniedOnEveryServer } from '../base/denied-tools.ts';
import type { ToolList } from '../base/tool-list.ts';

/**
 * `torii-tools.json`, which every example reads: names that may be called, and globs that may not.
 * Without a live list only the canonical names are given: the connector takes names that exist.
 */
export function toriiTools({ from, allowed }: ToolList): string {
  const read = from === 'server' ? allowed : readTools;
  return `${JSON.stringify({ read, denied: deniedOnEveryServer }, null, 2)}\n`;
}
