import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { configurationFolder } from '../../node/stop.ts';

/** The file of one server: its host for the eye, a digest of its whole address to keep servers apart. */
export function loginFile(url: URL): string {
  const digest = createHash('sha256').update(url.href).digest('hex').slice(0, 12);
  const host = url.host.replaceAll(/[^\w.-]/g, '_');
  return join(configurationFolder(), 'logins', `${host}-${digest}.json`);
}
