import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning } from './running.ts';

/** Ends of the names of what lies beside a file while it is written, behind the number of the process. */
const ENDS = ['part', 'old', 'trial'];

/** Removes what runs that were killed have left beside a file. */
export async function removeLeftovers(file: string): Promise<void> {
  const name = `${basename(file)}.`;
  const there = await readdir(dirname(file)).catch(() => []);
  for (const left of there.filter((one) => one.startsWith(name))) {
    const [pid, end, ...more] = left.slice(name.length).split('.');
    if (more.length > 0 || end === undefined || !ENDS.includes(end) || !/^\d+$/.test(pid ?? '')) continue;
    if (!isRunning(Number(pid))) await rm(join(dirname(file), left), { force: true });
  }
}
