/**
 * "Contract status has a class (built-in words and the mapping's `contractStatuses`): pipeline ·
 * active · ending (cancelled, terminated, non-renewing, notice given) · superseded · ended; the
 * mapping's table beats a built-in word; unknown words count as active."
 * Reading: a status that is missing counts as active too, as nothing says otherwise.
 */
import { isRow, type Json, type JsonRow, textOf } from './json.ts';
import { unwrapped } from './read.ts';

export type StatusClass = 'pipeline' | 'active' | 'ending' | 'superseded' | 'ended';

const builtIn: Readonly<Record<string, StatusClass>> = {
  pipeline: 'pipeline',
  cancelled: 'ending',
  canceled: 'ending',
  terminated: 'ending',
  nonrenewing: 'ending',
  noticegiven: 'ending',
  superseded: 'superseded',
  closed: 'ended',
  ended: 'ended',
};

const classes: readonly string[] = ['pipeline', 'active', 'ending', 'superseded', 'ended'];

/** "matched after folding case, spaces and camelCase" */
function squeezed(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_-]/g, '');
}

export function statusClass(raw: Json | undefined, table: JsonRow): StatusClass {
  const inner = unwrapped(raw);
  if (inner === null || isRow(inner)) return 'active';
  const word = squeezed(textOf(inner));
  const own = Object.entries(table).find(([key]) => squeezed(key) === word)?.[1];
  if (typeof own === 'string' && classes.includes(own)) return own as StatusClass;
  return builtIn[word] ?? 'active';
}
