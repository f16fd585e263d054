import {
  listedTools,
  nodeCommand,
  expectedTools,
  type ToolList,
  type SurfaceInputs,
} from '../../../surfaces/surfaces.ts';
import { ExitCode, Stop } from '../../../node/stop.ts';
import { readMappingFile } from '../../inputs/read-mapping.ts';
import { layout } from '../../files/layout.ts';
import { readTextFile } from '../../files/read-json.ts';
import { openConnection } from '../../connection/open-connection.ts';
import type { Terminal } from '../../terminal/terminal.ts';

export interface InputOptions {
  readonly mapping?: string;
  readonly url?: URL;
}

const TORII = 'https://api.toriihq.com/mcp';

/** What the files are made from. A server is asked only when it was named. */
export async function inputsFrom(options: InputOptions, terminal: Terminal): Promise<SurfaceInputs> {
  const mapping = await mappingIn(options, terminal);
  const url = options.url?.href ?? mapping?.value.connector.url ?? TORII;
  refuseUnplain(url);
  return {
    url,
    mapping,
    tools: await toolsAt(options.url, terminal),
    command: nodeCommand(layout.script),
  };
}

async function mappingIn(
  { mapping: file }: InputOptions,
  terminal: Terminal,
): Promise<SurfaceInputs['mapping']> {
  if (file === undefined) return null;
  return { value: await readMappingFile(file, terminal), text: await readTextFile(file) };
}

/** Host and path of nothing that a shell, a table or a string gives a meaning to. */
const PLAIN = /^https:\/\/[\w.-]+(?::\d+)?\/[\w./~+-]*$/;
const LOCAL = /^http:\/\/[\w.[\]:-]+\/[\w./~+-]*(?:\?[\w.=,%:*-]*)?$/;

/**
 * The address goes into command lines, and into files that are committed and sent around, also where a
 * someone else's mapping brought it; an address of this machine is no use to others.
 */
function refuseUnplain(address: string): void {
  if (PLAIN.test(address) || LOCAL.test(address)) return;
  throw new Stop(
    ExitCode.badInput,
    `The server's address must be a plain one such as ${TORII}: it is written into files and command lines, so it may hold no password, token, query or unusual sign.`,
  );
}

/** A server that cannot be asked costs the list of its own names, not the set-up. */
async function toolsAt(url: URL | undefined, terminal: Terminal): Promise<ToolList> {
  if (url === undefined) return expectedTools;
  const listed = await listedAt(url, terminal);
  if (listed instanceof Stop) {
    terminal.warn(`${listed.message}\nThe lists of tools are made from the catalog instead.`);
    return expectedTools;
  }
  if (listed.allowed.length > 0) return listed;
  throw new Stop(ExitCode.notConnected, `${url.href} offers none of Torii's read tools: is this its server?`);
}

async function listedAt(url: URL, terminal: Terminal): Promise<ToolList | Stop> {
  try {
    const connection = await openConnection(url, terminal);
    await connection.close();
    return listedTools(connection.offered);
  } catch (thrown) {
    if (thrown instanceof Stop) return thrown;
    throw thrown;
  }
}
