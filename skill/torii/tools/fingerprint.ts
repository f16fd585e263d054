/**
 * The tools a server offers, reduced to one string that can be stored and compared: for each tool its
 * own name (prefixes differ between machines) and a hash of its input schema, or "-" where the host
 * shows none.
 */
import type { OfferedTool } from '../base/bridge.ts';
import { hashOf } from '../base/row-hash.ts';
import { splitWireName } from '../base/wire-name.ts';

/** Name → schema hash. */
export type ToolHashes = ReadonlyMap<string, string>;

function hashed({ name, inputSchema }: OfferedTool): readonly [string, string] {
  return [splitWireName(name).name, inputSchema === undefined ? '-' : hashOf(inputSchema)];
}

export function toolHashes(offered: readonly OfferedTool[]): ToolHashes {
  return new Map(offered.map(hashed).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** `list_apps=0123456789abcdef;list_contracts=-`; null when nothing is offered. */
export function fingerprintOf(offered: readonly OfferedTool[]): string | null {
  if (offered.length === 0) return null;
  return [...toolHashes(offered)].map(([name, hash]) => `${encodeURIComponent(name)}=${hash}`).join(';');
}

/** Reads a stored fingerprint back; pieces that are none are skipped. */
export function parseFingerprint(fingerprint: string): ToolHashes {
  const pairs = fingerprint.split(';').map((piece) => piece.split('='));
  return new Map(
    pairs.flatMap(([name, hash]) =>
      name === undefined || hash === undefined ? [] : [[decoded(name), hash]],
    ),
  );
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
