import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';

const NAME = 'saas-rationalization';

/** Where this platform keeps a person's configuration; SAAS_RATIONALIZATION_CONFIG names another place. */
export function loginFolder(): string {
  const { SAAS_RATIONALIZATION_CONFIG: chosen, XDG_CONFIG_HOME: xdg, APPDATA: roaming } = process.env;
  if (chosen !== undefined && chosen !== '') return chosen;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', NAME);
  if (process.platform === 'win32') return join(roaming ?? join(homedir(), 'AppData', 'Roaming'), NAME);
  return join(xdg === undefined || xdg === '' ? join(homedir(), '.config') : xdg, NAME);
}

/** The file of one server: its host for the eye, a digest of its whole address to keep servers apart. */
export function loginFile(url: URL): string {
  const digest = createHash('sha256').update(url.href).digest('hex').slice(0, 12);
  const host = url.host.replaceAll(/[^\w.-]/g, '_');
  return join(loginFolder(), 'logins', `${host}-${digest}.json`);
}
