/** Opens a connection for a command; on a terminal, a server that wants a sign-in gets one. */
import { renderCount } from '../../analysis/facts.ts';
import type { CallLogEntry, OfferedTool } from '../../torii/bridge.ts';
import type { ToolFailure } from '../../torii/failure.ts';
import { connect, type HttpConnection } from './http-connection.ts';
import { type Access, accessTo, withSignIn } from '../../sign-in/access.ts';
import { offerSignIn } from './offer-sign-in.ts';
import { stopOnFailure } from './stop-on-failure.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { watchSilence } from '../terminal/watch-silence.ts';

export interface OpenConnection extends HttpConnection {
  readonly offered: readonly OfferedTool[];
  /** For requests that do not go through the bridge. */
  readonly access: Access;
}

/** Stops where the tools cannot be listed: every call would fail in the same way, after the same wait. */
export async function openConnection(url: URL, terminal: Terminal): Promise<OpenConnection> {
  const ask = terminal.canAsk ? offerSignIn(url, terminal) : null;
  const opened = await withSignIn(
    url,
    (access) => connectAndList(url, access, terminal),
    ask,
    () => accessTo(url, (sentence) => terminal.note(sentence)),
  );
  if ('ok' in opened) throw stopOnFailure(opened, url);
  return opened;
}

/** One attempt: a server may take a greeting from anybody and ask for a sign-in only now. */
export async function connectAndList(
  url: URL,
  access: Access,
  terminal: Terminal,
): Promise<OpenConnection | ToolFailure> {
  const silence = watchSilence(terminal, `Connecting to ${url.host}`);
  try {
    const connection = await connect({ url, access, onCall: (call) => tellLate(call, terminal) });
    if ('ok' in connection) return connection;
    const offered = await (connection.bridge.listTools?.() ?? []);
    if (!('ok' in offered)) return { ...connection, offered, access };
    await connection.close();
    return offered;
  } finally {
    silence.end();
  }
}

/** Also where no progress line is shown, as in the log of a schedule. */
function tellLate({ wireName, ms, outcome }: CallLogEntry, terminal: Terminal): void {
  if (outcome !== 'timed-out') return;
  terminal.note(`No answer to ${wireName} in ${renderCount(Math.round(ms / 1000))} s.`);
}
