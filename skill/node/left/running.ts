import { systemCode } from '../words/system-reason.ts';

/** Whether a process of this machine is still running, be it of another person. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}
