/** The tools of the engine, in the order in which a client lists them. */
import { appBriefTool } from '../answers/app-brief.ts';
import { completenessTool } from '../answers/completeness.ts';
import { dashboardTool } from '../answers/dashboard.ts';
import { decisionsTool } from '../answers/decisions.ts';
import { explainTool } from '../answers/explain.ts';
import { overviewTool } from '../answers/overview.ts';
import { queryTool } from '../answers/query.ts';
import { renewalsTool } from '../answers/renewals.ts';
import { searchTool } from '../answers/search.ts';
import { whatIfTool } from '../answers/what-if.ts';
import type { EngineTool } from '../base/engine-tool.ts';

export const engineTools: readonly EngineTool[] = [
  dashboardTool,
  overviewTool,
  decisionsTool,
  explainTool,
  appBriefTool,
  renewalsTool,
  whatIfTool,
  searchTool,
  completenessTool,
  queryTool,
];

export function engineToolNamed(name: string): EngineTool | null {
  return engineTools.find((tool) => tool.name === name) ?? null;
}
