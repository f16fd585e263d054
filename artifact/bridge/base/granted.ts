import { type ToolBridge, admit } from '../../../skill/torii/bridge.ts';
import type { ReadTool } from '../../../skill/torii/catalog.ts';
import type { ToolFailure } from '../../../skill/torii/failure.ts';

/** A tool within this page's reach, and what the read-only guard says to it. */
export interface GrantedTool {
  readonly name: string;
  /** Null when the guard refuses the tool although the page was granted it. */
  readonly tool: ReadTool | null;
}

/** The tools granted to this page, for the read-only proof; empty when the host cannot tell. */
export async function grantedTools(bridge: ToolBridge): Promise<readonly GrantedTool[] | ToolFailure> {
  const offered = (await bridge.listTools?.()) ?? [];
  if ('ok' in offered) return offered;
  return offered.map((tool) => {
    const verdict = admit(tool.name, {}, tool);
    return { name: tool.name, tool: verdict.ok ? verdict.tool : null };
  });
}
