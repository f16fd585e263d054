import { isJsonObject } from '../../torii/json.ts';
import type { Problem } from './problem.ts';

/** The one version of every file that this release reads and writes. */
export const FILE_VERSION = 1;

/**
 * Why a file of another release is not read; null when its version is ours or is not a number, which is
 * for its schema to say. The message never says to change the number: the content would still be of another version.
 */
export function otherVersion(json: unknown, what: string, remedy = ''): Problem | null {
  const version = isJsonObject(json) ? json['schemaVersion'] : undefined;
  if (typeof version !== 'number' || version === FILE_VERSION) return null;
  return {
    path: 'schemaVersion',
    message: `This ${what} has version ${version}; this release reads version ${FILE_VERSION}.`,
    remedy: `${remedy}Use the release that wrote it.`,
  };
}
