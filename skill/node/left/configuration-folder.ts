import { homedir } from 'node:os';
import { join } from 'node:path';

const NAME = 'saas-rationalization';

/** Where this platform keeps a person's configuration; SAAS_RATIONALIZATION_CONFIG names another place. */
export function configurationFolder(): string {
  const { SAAS_RATIONALIZATION_CONFIG: chosen, XDG_CONFIG_HOME: xdg, APPDATA: roaming } = process.env;
  if (chosen !== undefined && chosen !== '') return chosen;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', NAME);
  if (process.platform === 'win32') return join(roaming ?? join(homedir(), 'AppData', 'Roaming'), NAME);
  return join(xdg === undefined || xdg === '' ? join(homedir(), '.config') : xdg, NAME);
}
