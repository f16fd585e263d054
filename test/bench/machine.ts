/** What a figure was measured on: enough to compare, nothing that names the machine. */
import { cpus, totalmem } from 'node:os';

export function machine(browser: string | null = null): string {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  const parts = [
    `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'})`,
    memory,
    `Node ${process.version}`,
  ];
  return [...parts, ...(browser === null ? [] : [`Chromium ${browser}`])].join(', ');
}
