import type { TenantMapping } from '../../mapping/mapping.ts';
import type { ToolList } from './tool-list.ts';

/** What every surface's files are made from. */
export interface SurfaceInputs {
  /** Address of Torii's MCP server. */
  readonly url: string;
  readonly tools: ToolList;
  /** What starts the command line on this machine, such as `node /path/to/saas-rationalization.mjs`. */
  readonly command: string;
  /** Names of the engine's tools where our own server is to answer with them; absent where it is not. */
  readonly engineTools?: readonly string[];
  /** The tenant mapping as read and as written; null where there is none yet. */
  readonly mapping: { readonly value: TenantMapping; readonly text: string } | null;
}
