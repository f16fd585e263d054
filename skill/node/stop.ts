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
 * every other room hands failures over as values.
 */
export class Stop extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}
