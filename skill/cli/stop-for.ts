import { explain, type FailureAction, type FailureKind, type ToolFailure } from '../torii/failure.ts';
import { ExitCode, Stop } from './exit.ts';
import { tokenFromEnvironment } from './token.ts';

/** What we asked or read wrongly; every other kind lies between here and Torii. */
const ourKinds: ReadonlySet<FailureKind> = new Set([
  'bad-arguments',
  'not-found',
  'wrong-shape',
  'refused',
  'cancelled',
]);

/** The sentences in failure.ts speak to people in front of Claude; these differ at a terminal. */
const sentences: Partial<Record<FailureKind, string>> = {
  'host-fault': 'The server did not do what was asked.',
  'not-offered': 'This server does not offer the tool.',
};

const remedies: Partial<Record<FailureAction, string>> = {
  'check-address': 'Check the address: it should end in /mcp and belong to Torii.',
  'ask-admin': 'Ask the Torii administrator for read access.',
  retry: 'Check the network and the address, then try again.',
  wait: 'Wait a minute, then try again.',
  report: 'Please report it, with the words in brackets.',
};

/** Torii hands out tokens by OAuth only; the Inspector is the plainest client that shows one. */
const obtain =
  'To get one, sign in to the server with the MCP Inspector (npx @modelcontextprotocol/inspector, ' +
  '"Open Auth Settings", "Quick OAuth Flow") and copy the access token it shows.';

/** The sentence and exit code with which a command ends when Torii cannot be read at all. */
export function stopFor(failure: ToolFailure, url: URL): Stop {
  const { kind, message, action } = failure;
  const exitCode = ourKinds.has(kind) ? ExitCode.ourFault : ExitCode.notConnected;
  if (kind === 'needs-sign-in') return new Stop(exitCode, `${url.href}: ${signInSentence()} ${obtain}`);
  const sentence = sentences[kind] ?? explain(kind).sentence;
  return new Stop(exitCode, `${url.href}: ${sentence} (${message}) ${remedies[action] ?? ''}`.trim());
}

function signInSentence(): string {
  return tokenFromEnvironment() === null
    ? 'The server wants a sign-in. Put an access token into the environment variable TORII_MCP_TOKEN.'
    : 'The server does not accept the token in TORII_MCP_TOKEN: it may have expired, or be for another server.';
}
