/**
 * One process at a time renews a sign-in: refresh tokens are good for one use, so two at once would end it.
 */
import { open, rm, stat } from 'node:fs/promises';
import { systemClock } from '../../node/clock.ts';
import { loginFile } from './login-folder.ts';

/** Longer than a renewal takes; a lock this old was left by a process that died. */
const STALE_MS = 45_000;
const WAIT_MS = 60;

/** Runs `work` while no other process renews the sign-in of this server. */
export async function whileLocked<Result>(url: URL, work: () => Promise<Result>): Promise<Result> {
  const lock = `${loginFile(url)}.lock`;
  while (!(await taken(lock))) await waitFor(lock);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function taken(lock: string): Promise<boolean> {
  try {
    await (await open(lock, 'wx', 0o600)).close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function waitFor(lock: string): Promise<void> {
  const made = await stat(lock).catch(() => null);
  if (made === null) return;
  if (Date.now() - made.mtimeMs > STALE_MS) await rm(lock, { force: true });
  else await systemClock.sleep(WAIT_MS);
}
