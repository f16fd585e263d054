import type { ToolAudit } from '../../torii/catalog.ts';
import { table } from '../terminal/table.ts';

/** An audit of the offered tools, as a person reads it. */
export function auditLines({ callable, refused, missing, changed }: ToolAudit, width: number): string {
  const rows = [
    ...callable.map(({ wireName, args }) => [
      wireName,
      'callable',
      args === null ? 'no schema shown' : args.join(', '),
    ]),
    ...refused.map(({ wireName, why }) => [
      wireName,
      'refused',
      why === 'write' ? 'not a read tool' : 'a read tool, but not in the catalog',
    ]),
    ...missing.map(({ tool, required, without }) => [tool, required ? 'MISSING' : 'not offered', without]),
    ...changed.map(({ name, change }) => [name, 'changed', changeText[change]]),
  ];
  return table(['tool', 'status', 'detail'], rows, [], width);
}

const changeText = {
  added: 'new since it was last recorded',
  removed: 'no longer offered',
  schema: 'its arguments changed',
} as const;
