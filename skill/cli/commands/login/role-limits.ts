import type { ToolBridge } from '../../../torii/bridge.ts';
import { entryOf, type ReadTool } from '../../../torii/catalog.ts';

export interface Hidden {
  readonly tool: ReadTool;
  /** What a person loses. */
  readonly without: string;
}

/** Lists that need no id to be asked for. */
const lists = [
  'list_apps',
  'list_contracts',
  'list_users',
  'list_transactions',
] as const satisfies readonly ReadTool[];

/** The lists that the role of the signed-in person may not see, found out by asking for one row of each. */
export async function hiddenFrom(bridge: ToolBridge): Promise<Hidden[]> {
  const asked = await Promise.all(
    lists.map(async (tool) => {
      const reply = await bridge.call(tool, { size: 1 });
      return !reply.ok && reply.kind === 'denied' ? [{ tool, without: entryOf(tool).without }] : [];
    }),
  );
  return asked.flat();
}
