/** Which of Torii's tools a surface may use: as the server offers them, or as the catalogue expects them. */
import { auditTools } from '../torii/audit.ts';
import type { OfferedTool } from '../torii/bridge.ts';
import { catalogue, readTools } from '../torii/catalogue.ts';

export interface ToolList {
  /** `server`: read from a live `tools/list`. `catalogue`: no server was asked. */
  readonly from: 'server' | 'catalogue';
  /** Names as the server spells them, in its order. */
  readonly allowed: readonly string[];
  /** Everything else the server offers; empty where no server was asked. */
  readonly blocked: readonly string[];
}

/** The tools of a live listing: what the guard would let through, and what it would refuse. */
export function listedTools(offered: readonly OfferedTool[]): ToolList {
  const { callable, refused } = auditTools(offered);
  return {
    from: 'server',
    allowed: callable.map(({ wireName }) => wireName),
    blocked: refused.map(({ wireName }) => wireName),
  };
}

/** Every name, canonical or alias, under which a server may offer a read of the catalogue. */
export const expectedTools: ToolList = {
  from: 'catalogue',
  allowed: readTools.flatMap((tool) => [tool, ...catalogue[tool].aliases]),
  blocked: [],
};
