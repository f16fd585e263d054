import { withoutSecretAddresses } from './secrets.ts';

export { configurationFolder } from './left/configuration-folder.ts';
export { removeLeftovers } from './left/leftovers.ts';
export { isRunning } from './left/running.ts';
export { systemCode, systemReason } from './words/system-reason.ts';

/** Exit codes, the same for every command. */
export const ExitCode = {
  fine: 0,
  ourFault: 1,
  badInput: 2,
  notConnected: 3,
  partial: 4,
  checkFailed: 5,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/**
 * Ends a command early with a sentence for the person and an exit code. Thrown only in this room;
 * every other room hands failures over as values. Its sentence may be sent around, as a digest that says why
 * there is none, so no address in it lets anybody in.
 */
export class Stop extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(withoutSecretAddresses(message));
    this.exitCode = exitCode;
  }
}
