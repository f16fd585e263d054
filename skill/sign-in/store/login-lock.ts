/**
 * One process at a time renews a sign-in, because refresh tokens are good for one use, and one at a time brings a
 * person to the sign-in, because they have one pair of eyes.
 *
 * Who holds a lock touches it all the time. One that nobody touches is left behind, be it of a process that was
 * killed, of a stranger or from the future, and is waited for no longer than `LEFT_MS`.
 */
import { open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { ExitCode, isRunning, Stop, systemCode } from '../../node/stop.ts';
import { systemClock } from '../../node/clock.ts';
import { loginFile } from './login-folder.ts';

/** A holder touches its lock more often than this, however busy the machine is. */
const LEFT_MS = 8_000;
const TOUCH_MS = 1_500;
/** A lock that names no process was not made by this program. */
const FOREIGN_MS = 5_000;
/** Clocks of network disks differ; what is dated later than this was made under another clock. */
const SKEW_MS = 2_000;
const WAIT_MS = 60;
/** Shorter waits need no word. */
const SAID_MS = 1_500;

export interface LockUse {
  readonly purpose: 'renewal' | 'sign-in';
  /** Longest wait for a process that is at work. */
  readonly patienceMs: number;
  /** Told once, where it takes long enough to wonder. */
  readonly told?: ((sentence: string) => void) | undefined;
}

const doing = { renewal: 'renewing this sign-in', 'sign-in': 'signing in' } as const;

/** Runs `work` while no other process does the same for this server. */
export async function whileLocked<Result>(
  url: URL,
  use: LockUse,
  work: () => Promise<Result>,
): Promise<Result> {
  const lock = `${loginFile(url)}${use.purpose === 'renewal' ? '' : '.sign-in'}.lock`;
  const since = Date.now();
  let isSaid = false;
  while (!(await taken(lock))) {
    const waited = Date.now() - since;
    if (waited > use.patienceMs) throw held(lock, use);
    if (waited > SAID_MS && !isSaid) {
      isSaid = true;
      use.told?.(`Another process seems to be ${doing[use.purpose]}; waiting for it.`);
    }
    await waitFor(lock);
  }
  const touching = setInterval(() => void touch(lock), TOUCH_MS);
  touching.unref();
  try {
    return await work();
  } finally {
    clearInterval(touching);
    await rm(lock, { force: true });
  }
}

async function touch(lock: string): Promise<void> {
  const now = new Date();
  await utimes(lock, now, now).catch(() => {});
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
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function waitFor(lock: string): Promise<void> {
  const made = await stat(lock).catch(() => null);
  if (made === null) return;
  const age = Date.now() - made.mtimeMs;
  if (await isLeft(lock, age)) await rm(lock, { force: true, recursive: true });
  else await systemClock.sleep(WAIT_MS);
}

/** Whether nobody will remove the lock. */
async function isLeft(lock: string, age: number): Promise<boolean> {
  if (age < -SKEW_MS || age > LEFT_MS) return true;
  const pid = Number(await readFile(lock, 'utf8').catch(() => ''));
  return Number.isInteger(pid) && pid > 0 ? !isRunning(pid) : age > FOREIGN_MS;
}

function held(lock: string, { purpose, patienceMs }: LockUse): Stop {
  return new Stop(
    ExitCode.notConnected,
    `Another process has been ${doing[purpose]} for ${Math.round(patienceMs / 1000)} seconds. ` +
      `If none is running, remove ${lock}.`,
  );
}
