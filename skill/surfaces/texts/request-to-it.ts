/** The page a person sends to those who must allow the connection: one side of paper. */
import { surfaces, type Surface } from '../base/surface.ts';
import type { SurfaceInputs } from '../base/surface-inputs.ts';
import { readTools } from '../../torii/catalog.ts';

/** What an administrator has to switch, by surface. */
const toggles: Readonly<Record<Surface, readonly string[]>> = {
  'claude-ai': ['Allow the custom connector below for the organization (an Owner adds it once).'],
  project: ['Allow the custom connector below for the organization (an Owner adds it once).'],
  desktop: [
    'Allow the custom connector below, or else extensions (`.mcpb`) in Claude Desktop.',
    'With the configuration file instead: Node.js on the machine, and the npm registry reachable.',
  ],
  cowork: [
    'Allow the custom connector below for the organization (an Owner adds it once).',
    'Allow plugins and skills that people upload themselves.',
    'Switch on artifacts, and connectors in artifacts, for the live dashboard.',
  ],
  'claude-code': [
    'Allow the MCP server below in Claude Code; where servers are managed centrally, add it there.',
    'Leave hooks on: one of them blocks writes a second time.',
  ],
  api: [
    'An API key for the program, with a spending limit.',
    'A place for the Torii token where only the program can read it.',
  ],
};

export function requestToIt(surface: Surface, { url, tools }: SurfaceInputs): string {
  return `# Request: read-only access to Torii from ${surfaces[surface].title}

**What for.** To see where SaaS money goes, which licenses are idle and which contracts need a decision by when. Read-only and advisory: nothing is changed in Torii.

**What to allow**

${toggles[surface].map((toggle) => `- ${toggle}`).join('\n')}

| | |
|---|---|
| Server | \`${url}\` (Torii's own MCP server) |
| Sign-in | OAuth in the browser; each person as themselves; no shared password, no client secret |
| Torii role | least privilege: may read apps, users, contracts and expenses; may change nothing |
| Tools allowed | ${code(tools.from === 'server' ? tools.allowed : readTools)} |
| Tools blocked | ${blocked(tools)} |
| Enforced by | ${ENFORCED[surface]} |

**Where data goes.** ${DATA_FLOW[surface]} The dashboard keeps nothing but display preferences. Reports, snapshots and digests are files of the person who asked for them; they hold no names of people unless that person asks for names.

**How to undo it.** Remove the connector or the server entry, and revoke the grant in Torii.
`;
}

function code(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function blocked({ from, blocked: names }: SurfaceInputs['tools']): string {
  if (from === 'catalog')
    return 'every other tool: all that create, change, delete, send, run or hand out files';
  return names.length === 0
    ? 'the server offers no others; any added later'
    : `${code(names)}, and any added later`;
}

const ACCOUNT =
  "the connector's tool permissions (reads *Always allow*, all else *Blocked*) and the Torii role";

const ENFORCED: Readonly<Record<Surface, string>> = {
  'claude-ai': ACCOUNT,
  project: ACCOUNT,
  desktop: `${ACCOUNT}; our extension passes on the allowed tools only`,
  cowork: `${ACCOUNT}; the page calls nothing but the allowed tools`,
  'claude-code':
    'an allow list that never asks, deny rules for writes on every server, a hook, and the Torii role',
  api: 'a tool set that is off unless named, and the Torii role',
};

const THROUGH_ANTHROPIC =
  "Torii's answers go to Anthropic, which connects to Torii on the person's behalf from its own network, and into the conversation.";
const THROUGH_MACHINE =
  "Torii's answers go to the machine that asks and, as part of the conversation, to Anthropic.";

const DATA_FLOW: Readonly<Record<Surface, string>> = {
  'claude-ai': THROUGH_ANTHROPIC,
  project: THROUGH_ANTHROPIC,
  desktop: `With the account's connector: ${THROUGH_ANTHROPIC} With the extension or the configuration file: ${THROUGH_MACHINE}`,
  cowork: THROUGH_ANTHROPIC,
  'claude-code': THROUGH_MACHINE,
  api: 'With the connector of the Messages API, Anthropic asks Torii with the token the program sends. With client-side tools or the Agent SDK, the program asks Torii, and the answers go to Anthropic as part of the conversation.',
};
