/** Which tools to allow and which to block, as a list a person works through in the connector's settings. */
import { deniedTools } from '../base/denied-tools.ts';
import type { ToolList } from '../base/tool-list.ts';

export function toolPermissions({ from, allowed, blocked }: ToolList): string {
  const lists =
    from === 'server'
      ? [
          `## Always allow (${allowed.length})`,
          names(allowed),
          `## Blocked (${blocked.length})`,
          names(blocked),
        ]
      : ['## Always allow, where the server offers it', names(allowed), '## Blocked', EVERYTHING_ELSE];
  return `${['# Permissions of the Torii connector', origin(from), ...lists, WHY].join('\n\n')}\n`;
}

function origin(from: ToolList['from']): string {
  return from === 'server'
    ? "Made from the server's own list of tools. Tools may be added later: a tool that is not listed here belongs to *Blocked* until someone has looked at it."
    : 'No server was asked, so these are the names this project knows, with the other spellings under which a server may offer them. `setup --url ADDRESS` makes the list from the tools the server really offers.';
}

const EVERYTHING_ELSE = `Every other tool, above all those that begin with ${[
  ...deniedTools.slice(0, 6),
  'request_*',
  'send_*',
  'upload_*',
  'download_*',
]
  .map((glob) => `\`${glob}\``)
  .join(', ')}.`;

const WHY =
  'Pages can use a read tool only when it is on *Always allow*: they cannot ask. A tool on *Blocked* is ' +
  'refused for the whole account, no matter who asks for it.';

function names(tools: readonly string[]): string {
  return tools.length === 0 ? 'None.' : tools.map((tool) => `- \`${tool}\``).join('\n');
}
