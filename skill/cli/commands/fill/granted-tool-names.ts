import { calledTools, entryOf, requiredTools } from '../../../torii/catalog.ts';
import type { TenantMapping } from '../../../mapping/mapping.ts';
import { grantOf } from '../../../package/publish.ts';
import { ExitCode, Stop } from '../../../node/stop.ts';
import type { Terminal } from '../../terminal/terminal.ts';

/** The tools to grant to a page, under the server's own names; what it does not offer is named and left out. */
export function grantedToolNames(mapping: TenantMapping | null, terminal: Terminal): readonly string[] {
  const captured = mapping?.connector.tools;
  const { tools, missing } = grantOf(calledTools, captured?.offered.map(({ name }) => name) ?? null);
  const fatal = requiredTools.find((tool) => missing.includes(tool));
  if (fatal !== undefined) {
    throw new Stop(
      ExitCode.badInput,
      `The tools that the mapping saw on ${captured?.capturedAt} do not include ${fatal}: was it another ` +
        'connector? Run "discover" again. Nothing was written.',
    );
  }
  for (const tool of missing) terminal.warn(`${tool} was not offered at set-up. ${entryOf(tool).without}`);
  return tools;
}
