/** The tools of the engine, in the order in which a client lists them. */
import { overviewTool } from '../answers/overview.ts';
import type { EngineTool } from '../base/engine-tool.ts';

export const engineTools: readonly EngineTool[] = [overviewTool];

export function engineToolNamed(name: string): EngineTool | null {
  return engineTools.find((tool) => tool.name === name) ?? null;
}
