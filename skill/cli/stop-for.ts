import { explain, type FailureAction, type FailureKind, type ToolFailure } from '../torii/failure.ts';
import { ExitCode, Stop } from './exit.ts';

const connectionKinds: ReadonlySet<FailureKind> = new Set([
  'not-connected',
  'needs-sign-in',
  'not-granted',
  'approval-required',
  'blocked',
  'denied',
  'unavailable',
  'timed-out',
  'not-torii',
]);

/** What a person at a terminal can do; the sentences in failure.ts speak to people in front of Claude. */
const remedies: Partial<Record<FailureAction, string>> = {
  'sign-in': 'Put a valid token into TORII_MCP_TOKEN.',
  'check-address': 'Check the address: it should end in /mcp and belong to Torii.',
  'ask-admin': 'Ask the Torii administrator for read access.',
  retry: 'Check the network and the address, then try again.',
  wait: 'Wait a minute, then try again.',
};

/** The sentence and exit code with which a command ends when Torii cannot be read at all. */
export function stopFor(failure: ToolFailure, url: URL): Stop {
  const exitCode = connectionKinds.has(failure.kind) ? ExitCode.notConnected : ExitCode.ourFault;
  const sentence = `${url.href}: ${explain(failure.kind).sentence} (${failure.message})`;
  return new Stop(exitCode, [sentence, remedies[failure.action] ?? ''].join(' ').trim());
}
