/** The tools of the synthetic tenant as set-up would have recorded them, writes and all. */
import type { TenantMappingInput } from '../../skill/mapping/mapping.ts';
import { definitionsOf } from '../torii/definitions.ts';

export function recordedTools(
  capturedAt: string,
): NonNullable<NonNullable<TenantMappingInput['connector']>['tools']> {
  const offered = definitionsOf('current', '1.1').map(({ name, args }) => ({
    name,
    args: Object.keys(args),
    style: 'current' as const,
  }));
  return { capturedAt, offered };
}
