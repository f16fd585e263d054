/**
 * What both hook scripts begin with: the text of a POSIX shell program, because a machine that runs a
 * host has a shell, and may have no Node.
 *
 * The names are taken from the front of the message, before the arguments that a model has written, so
 * that nothing in those can pass for them.
 */
import { readToolNames, tellingNames, toriiInName } from './hook-names.ts';

/** `value KEY` of the text in `$message`; empty where the key is missing or no plain string. */
export const valueOf = String.raw`value() {
  case $message in *"\"$1\""*) ;; *) return ;; esac
  after=\${message#*"\"$1\""}
  between=\${after%%\"*}
  case $between in *[!:[:space:]]* | '') return ;; esac
  after=\${after#*\"}
  printf '%s' "\${after%%\"*}"
}`.replaceAll(String.raw`\${`, '${');

/**
 * Splits `$name` into `$server` and `$tool`. Names of servers may hold the separator too: the first one
 * counts where the text before it says Torii, so that `x__list_apps` of Torii does not pass for a read.
 * Elsewhere it is the last, and underscores around it may be part of either name.
 */
export const splitName = `split() {
  server=\${name#mcp__}
  tool=\${server#*__}
  server=\${server%%__*}
  case $server in *${toriiInName}*) return ;; esac
  server=\${name#mcp__}
  server=\${server%__*}
  tool=\${name##*__}
  while [ "$server" != "\${server%_}" ]; do server=\${server%_}; done
}`;

export const isRead = `is_read() {
  case $tool in ${readToolNames.join(' | ')}) return 0 ;; esac
  return 1
}`;

function seen(names: readonly string[]): string {
  return `grep -qE "\\"mcp__\${server}_*__(${names.join('|')})\\"" "$transcript"`;
}

/**
 * A connector is Torii's when its name says so, or when the record of the session shows that it offers both
 * apps and contracts: hosts list the tools they offer there, and every call that was made.
 */
export const isTorii = `is_torii() {
  case $server in *${toriiInName}*) return 0 ;; esac
  transcript=$(value transcript_path)
  [ -r "$transcript" ] || return 1
  ${seen(tellingNames.apps)} && ${seen(tellingNames.contracts)}
}`;
