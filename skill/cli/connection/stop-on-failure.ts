import type { FailureKind, ToolFailure } from '../../torii/failure.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { failureRemedy, failureSentence } from './failure-words.ts';

/** What we asked or read wrongly; every other kind lies between here and Torii. */
const ourKinds: ReadonlySet<FailureKind> = new Set([
  'bad-arguments',
  'not-found',
  'wrong-shape',
  'refused',
  'cancelled',
]);

/** The sentence and exit code with which a command ends when Torii cannot be read at all. */
export function stopOnFailure(failure: ToolFailure, url: URL): Stop {
  const exitCode = ourKinds.has(failure.kind) ? ExitCode.ourFault : ExitCode.notConnected;
  return new Stop(exitCode, `${url.href}: ${failureSentence(failure)} ${failureRemedy(failure, url)}`.trim());
}
