/**
 * One reading for all servers of this product that one person runs on this machine: the first that reads hands its
 * records on to the others, over a socket that only this user can open. They stay in memory; nothing lies on a disk.
 *
 * In: what must be the same for a reading to be shared. Out: lines of a server that is there already, or the door for
 * those that come later. Never rejects: where anything is amiss, each server reads for itself.
 */
import { createHash } from 'node:crypto';
import { lstat, mkdir, unlink } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type JsonObject, parsedObject } from '../../../../torii/json.ts';

/** Answers one line with one line. */
export type AnswerLine = (asked: JsonObject, signal: AbortSignal) => Promise<JsonObject>;

/** A conversation with the server that has read. */
export interface Neighbor {
  /** Null where it has gone, or says nothing that can be read. */
  ask(line: JsonObject): Promise<JsonObject | null>;
  close(): void;
}

export interface Neighborhood {
  /** Null where no other server is there: this one is the first from now on, if it can be. */
  meet(): Promise<Neighbor | null>;
  close(): void;
}

/** Longest address of a socket on every system. */
const LONGEST_PATH = 100;

const MOST_TURNS = 4;

/** @param same whatever two servers must have in common; secrets in it are hashed and go nowhere */
export function neighborhood(same: readonly (string | null)[], answer: AnswerLine): Neighborhood {
  let door: Server | null = null;
  return {
    async meet() {
      if (door !== null) return null;
      const path = await socketPath(same);
      if (path === null) return null;
      for (let turn = 0; turn < MOST_TURNS; turn += 1) {
        const found = await knock(path);
        if (typeof found === 'object') return found;
        if (found === 'refused') await unlink(path).catch(() => {});
        // Of two that begin at the same time, the system lets one have the address; the other finds it then.
        door ??= await openDoor(path, answer);
        if (door !== null) return null;
      }
      return null;
    },
    close: () => void door?.close(),
  };
}

/** In a folder of this user alone; null where there is none. A pipe of Windows would be open to others. */
async function socketPath(same: readonly (string | null)[]): Promise<string | null> {
  const { getuid } = process;
  if (process.platform === 'win32' || getuid === undefined) return null;
  const { XDG_RUNTIME_DIR: runtime } = process.env;
  const folder = join(runtime || tmpdir(), `saas-rationalization-${getuid()}`);
  const name = createHash('sha256').update(JSON.stringify(same)).digest('hex').slice(0, 16);
  const path = join(folder, name);
  if (path.length > LONGEST_PATH) return null;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = await lstat(folder).then((found) => {
      if (!found.isDirectory()) throw new Error('It is no folder.');
      return found;
    });
    return uid === getuid() && (mode & 0o077) === 0 ? path : null;
  } catch {
    return null;
  }
}

/** `refused`: a socket is there, and nobody behind it. */
function knock(path: string): Promise<Neighbor | 'refused' | 'nobody'> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(neighborOn(socket)));
    socket.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'nobody'),
    );
  });
}

function neighborOn(socket: Socket): Neighbor {
  const waiting: ((line: JsonObject | null) => void)[] = [];
  let isGone = false;
  const gone = (): void => {
    isGone = true;
    for (const resolve of waiting.splice(0)) resolve(null);
  };
  socket.on('error', gone).on('close', gone);
  createInterface({ input: socket })
    .on('line', (text) => waiting.shift()?.(parsedObject(text)))
    .on('error', gone);
  return {
    ask: (line) =>
      new Promise((resolve) => {
        if (isGone) return resolve(null);
        waiting.push(resolve);
        socket.write(`${JSON.stringify(line)}\n`);
        return undefined;
      }),
    close: () => socket.destroy(),
  };
}

/** Null where another one was quicker, or the folder takes no socket. */
function openDoor(path: string, answer: AnswerLine): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer((socket) => receive(socket, answer));
    server.once('error', () => resolve(null));
    server.listen(path, () => {
      // It keeps no process alive.
      server.unref();
      resolve(server);
    });
  });
}

/** One line after the other; a caller that leaves ends what it waits for. */
function receive(socket: Socket, answer: AnswerLine): void {
  const left = new AbortController();
  socket.unref();
  socket.on('error', () => {}).on('close', () => left.abort());
  const answerOne = async (text: string): Promise<void> => {
    const asked = parsedObject(text);
    if (asked === null) socket.destroy();
    if (asked === null || left.signal.aborted) return;
    const said = await answer(asked, left.signal);
    if (!left.signal.aborted) socket.write(`${JSON.stringify(said)}\n`);
  };
  let turn = Promise.resolve();
  createInterface({ input: socket })
    .on('line', (text) => {
      turn = turn.then(() => answerOne(text));
    })
    .on('error', () => {});
}
