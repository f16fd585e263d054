/**
 * One process at a time renews a sign-in: refresh tokens are good for one use, so two at once would end it.
 */
import { open, readFile, rm, stat } from 'node:fs/promises';
import { ExitCode, Stop } from '../../node/stop.ts';
import { systemClock } from '../../node/clock.ts';
import { loginFile } from './login-folder.ts';

/** Longer than a renewal takes; a process that holds the lock longer hangs. */
const PATIENCE_MS = 45_000;
/** A lock that names no process was not made by this program; it is waited for no longer than this. */
const FOREIGN_MS = 5_000;
/** Clocks of network disks differ; what is dated later than this was made under another clock. */
const SKEW_MS = 2_000;
const WAIT_MS = 60;

/** Runs `work` while no other process renews the sign-in of this server. */
export async function whileLocked<Result>(url: URL, work: () => Promise<Result>): Promise<Result> {
  const lock = `${loginFile(url)}.lock`;
  const since = Date.now();
  while (!(await taken(lock))) {
    if (Date.now() - since > PATIENCE_MS) throw held(lock);
    await waitFor(lock);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function taken(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx', 0o600);
    try {
      await file.writeFile(String(process.pid));
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function waitFor(lock: string): Promise<void> {
  const made = await stat(lock).catch(() => null);
  if (made === null) return;
  const age = Date.now() - made.mtimeMs;
  if (await isLeft(lock, age)) await rm(lock, { force: true });
  else await systemClock.sleep(WAIT_MS);
}

/** Whether the process that made the lock is gone and cannot remove it. */
async function isLeft(lock: string, age: number): Promise<boolean> {
  if (age < -SKEW_MS || age > PATIENCE_MS) return true;
  const pid = Number(await readFile(lock, 'utf8').catch(() => ''));
  return Number.isInteger(pid) && pid > 0 ? !isAlive(pid) : age > FOREIGN_MS;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another person is alive, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function held(lock: string): Stop {
  return new Stop(
    ExitCode.notConnected,
    `Another process has been renewing this sign-in for ${PATIENCE_MS / 1000} seconds. ` +
      `If none is running, remove ${lock}.`,
  );
}
