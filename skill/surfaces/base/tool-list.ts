/** Which of Torii's tools a surface may use: as the server offers them, or as the catalog expects them. */
import { auditTools, catalog, readTools } from '../../torii/catalog.ts';
import type { OfferedTool } from '../../torii/bridge.ts';

export interface ToolList {
  /** `server`: read from a live `tools/list`. `catalog`: no server was asked. */
  readonly from: 'server' | 'catalog';
  /** Names as the server spells them, in its order. */
  readonly allowed: readonly string[];
  /** Everything else the server offers; empty where no server was asked. */
  readonly blocked: readonly string[];
}

/** The tools of a live listing: what the guard would let through, and what it would refuse. */
export function listedTools(offered: readonly OfferedTool[]): ToolList {
  const { callable, refused } = auditTools(offered);
  const reads = callable.map(({ wireName }) => wireName);
  const others = [...reads.filter((name) => !PLAIN.test(name)), ...refused.map(({ wireName }) => wireName)];
  return { from: 'server', allowed: reads.filter((name) => PLAIN.test(name)), blocked: others.map(shown) };
}

/** The name of a tool, made safe for instructions and commands. */
const PLAIN = /^[\w.-]{1,128}$/;

/** A server chooses its names, and these end up on pages that people and Claude act on. */
function shown(name: string): string {
  return name.slice(0, 128).replaceAll(/[^\w./:-]/g, '?');
}

/** Every name, canonical or alias, under which a server may offer a read of the catalog. */
export const expectedTools: ToolList = {
  from: 'catalog',
  allowed: readTools.flatMap((tool) => [tool, ...catalog[tool].aliases]),
  blocked: [],
};
