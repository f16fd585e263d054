/**
 * The hooks as a host's settings list them.
 *
 * In: where the two scripts lie and where replies are kept, as the host's shell spells it. Out: the value of
 * `hooks`, for a settings file and for a plugin alike.
 */
import { matchers } from './hook-names.ts';

export interface HookPlaces {
  /** Folder of the scripts; may start with a variable that the host sets. */
  readonly scripts: string;
  /** Folder for kept replies. */
  readonly records: string;
}

export const guardName = 'torii-read-only.sh';
export const captureName = 'torii-records.sh';

/** What the scripts of any version are called. */
export const scriptNames: readonly string[] = ['torii-read-only.', 'torii-records.'];

/** Seconds within which a hook answers or counts as failed. */
const TIMEOUT_S = 20;

interface Entry {
  readonly matcher: string;
  readonly hooks: readonly object[];
}

export interface HookEntries {
  readonly PreToolUse: readonly Entry[];
  readonly PostToolUse: readonly Entry[];
}

/**
 * Only the guard of connectors with Torii in their name blocks when it cannot start. A shell that does not
 * find a script may end with 2, which a host takes for a no, so the others end with 0 whatever happens.
 */
export function hookEntries({ scripts, records }: HookPlaces): HookEntries {
  const guard = `/bin/sh "${scripts}/${guardName}"`;
  return {
    PreToolUse: [
      entry(matchers.named, `${guard} named || exit 2`, { onFailure: 'block' }),
      entry(matchers.writes, `${guard} other || exit 0`),
    ],
    PostToolUse: [entry(matchers.reads, `/bin/sh "${scripts}/${captureName}" "${records}" || exit 0`)],
  };
}

function entry(matcher: string, command: string, more: object = {}): Entry {
  return { matcher, hooks: [{ type: 'command', command, timeout: TIMEOUT_S, ...more }] };
}
