import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asset } from './assets.ts';

export interface AssetCheck {
  /** False when a file differs or is missing, and when there was nothing to look at. */
  readonly ok: boolean;
  readonly checked: number;
  readonly stale: readonly string[];
}

/** Compares generated files with those in a folder, byte by byte. */
export function checkAssets(files: readonly Asset[], folder: string): AssetCheck {
  const stale = files.filter(({ file, text }) => {
    const path = join(folder, file);
    return !existsSync(path) || readFileSync(path, 'utf8') !== text;
  });
  return {
    ok: files.length > 0 && stale.length === 0,
    checked: files.length,
    stale: stale.map(({ file }) => file),
  };
}
