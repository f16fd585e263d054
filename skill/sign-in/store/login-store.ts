/**
 * Reads and writes stored sign-ins: files of mode 0600 in a folder of mode 0700, replaced whole.
 *
 * What cannot be read, or what others could have read, ends the command with a sentence and is left as
 * it is; only a new sign-in replaces it.
 */
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ExitCode, removeLeftovers, Stop, systemCode } from '../../node/stop.ts';
import { loginFile } from './login-folder.ts';
import { parseLogin, type StoredLogin } from './stored-login.ts';
import { errorMessage } from '../../torii/failure.ts';
import { parsedJson } from '../../torii/json.ts';

/** Read and write for the owner, nothing for anybody else. */
const OWNER_ONLY = 0o600;
const OTHERS = 0o077;

/** The stored sign-in of a server, or null. Stops where a file is there but cannot be trusted. */
export async function readLogin(url: URL): Promise<StoredLogin | null> {
  const file = loginFile(url);
  const text = await textOf(file);
  if (text === null) return null;
  await refuseShared(file);
  const login = parseLogin(parsedJson(text));
  if (login === null || login.server !== url.href) throw unusable(file, 'It is not a stored sign-in.');
  return login;
}

/** The same where anything unusable counts as nothing: a new sign-in is about to replace it. */
export async function readUsableLogin(url: URL): Promise<StoredLogin | null> {
  try {
    return await readLogin(url);
  } catch (thrown) {
    if (thrown instanceof Stop) return null;
    throw thrown;
  }
}

export async function writeLogin(url: URL, login: StoredLogin): Promise<void> {
  const file = loginFile(url);
  const beside = `${file}.${process.pid}.part`;
  await prepareStore(url);
  try {
    // A run that was killed may have left a token there.
    await removeLeftovers(file);
    await writeFile(beside, `${JSON.stringify(login, null, 2)}\n`, { mode: OWNER_ONLY });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw unwritable(file, error);
  }
}

/** Makes the folder and tests it before the sign-in, which would otherwise be wasted. */
export async function prepareStore(url: URL): Promise<void> {
  const folder = dirname(loginFile(url));
  const trial = `${loginFile(url)}.${process.pid}.trial`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    await writeFile(trial, '', { mode: OWNER_ONLY });
    await rm(trial, { force: true });
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/** Removes the stored sign-in; true when there was one. */
export async function forgetLogin(url: URL): Promise<boolean> {
  const file = loginFile(url);
  await removeLeftovers(file);
  try {
    await rm(file);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw unwritable(file, error);
  }
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw unusable(file, `It cannot be read: ${reasonOf(error)}.`);
  }
}

/** Windows keeps a profile's files to its owner by other means than a mode. */
async function refuseShared(file: string): Promise<void> {
  if (process.platform === 'win32') return;
  const { mode } = await stat(file);
  if ((mode & OTHERS) === 0) return;
  const shown = (mode & 0o777).toString(8);
  throw unusable(file, `Others on this machine may read it (mode ${shown} instead of 600).`);
}

function unusable(file: string, why: string): Stop {
  return new Stop(
    ExitCode.notConnected,
    `The stored sign-in ${file} is not used. ${why} Consider "saas-rationalization login", which replaces it.`,
  );
}

function unwritable(where: string, error: unknown): Stop {
  return new Stop(
    ExitCode.badInput,
    `The sign-in cannot be stored in ${where}: ${reasonOf(error)}. ` +
      'SAAS_RATIONALIZATION_CONFIG can name another folder.',
  );
}

function isMissing(error: unknown): boolean {
  return systemCode(error) === 'ENOENT';
}

function reasonOf(error: unknown): string {
  return errorMessage(error);
}
