/**
 * Sends a digest to an address that a person named, and nowhere else: redirects are refused, and an
 * address without encryption is taken on this machine only. The path of a webhook is a secret, so only
 * its host is ever shown.
 */
import { ExitCode, Stop, systemReason } from '../../node/stop.ts';
import type { Terminal } from '../terminal/terminal.ts';

const WAIT_MS = 15_000;

export async function sendDigest(address: URL, text: string, terminal: Terminal): Promise<void> {
  terminal.note(`Sending the text of the digest (${text.length} characters, no names) to ${address.host}.`);
  const response = await post(address, text);
  if (response.ok) return terminal.note(`${address.host} took it.`);
  throw new Stop(
    ExitCode.notConnected,
    `${address.host} did not take the digest: it answered ${response.status}. Check the address of the webhook.`,
  );
}

async function post(address: URL, text: string): Promise<Response> {
  try {
    return await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
      redirect: 'error',
      signal: AbortSignal.timeout(WAIT_MS),
    });
  } catch (error) {
    throw new Stop(
      ExitCode.notConnected,
      `${address.host} could not be reached with the digest: ${reasonOf(error)}.`,
    );
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${WAIT_MS / 1000} seconds`;
  if (error.cause instanceof Error) return systemReason(error) ?? error.cause.message;
  return error.message;
}

const thisMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

const VARIABLE = 'SAAS_RATIONALIZATION_WEBHOOK';

/**
 * The address given with --webhook, or the one in the environment where none is: command lines end up in
 * process lists and in tables of schedules. It is not repeated where it is refused.
 */
export function webhookAddress(given: string | true): URL {
  const text = given === true ? (process.env[VARIABLE] ?? '').trim() : given;
  if (text === '')
    throw new Stop(ExitCode.badInput, `--webhook has no address: give one, or set ${VARIABLE}.`);
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address?.protocol === 'https:') return address;
  if (address?.protocol === 'http:' && thisMachine.has(address.hostname)) return address;
  throw new Stop(ExitCode.badInput, '--webhook must be an address that begins with https://.');
}
