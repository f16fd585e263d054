/** The API and the Agent SDK: examples to start from. They import nothing of this project. */
// Vite hands over the text of a file that is asked for with ?raw; the linter looks for its exports.
/* oxlint-disable import/default */
import { textFile, type PackedFile } from '../base/packed-file.ts';
import type { Guide } from '../texts/guide.ts';
import { runnable } from '../texts/runnable.ts';
import type { SurfaceInputs } from '../base/surface-inputs.ts';
import agentSdk from './examples/agent-sdk.mts?raw';
import clientTools from './examples/client-tools.mts?raw';
import messagesConnector from './examples/messages-connector.mts?raw';
import messagesConnectorPython from './examples/messages_connector.py?raw';
import { toriiTools } from './torii-tools.ts';

const ADDRESS = 'https://api.toriihq.com/mcp';

const examples: Readonly<Record<string, string>> = {
  'messages-connector.mts': messagesConnector,
  'messages_connector.py': messagesConnectorPython,
  'client-tools.mts': clientTools,
  'agent-sdk.mts': agentSdk,
};

export function apiFiles({ url, tools, mapping, command }: SurfaceInputs): PackedFile[] {
  return [
    ...Object.entries(examples).map(([name, text]) =>
      textFile(
        name,
        runnable(
          text.replaceAll(ADDRESS, () => quotable(url)),
          command,
        ),
      ),
    ),
    textFile('torii-tools.json', toriiTools(tools)),
    ...(mapping === null ? [] : [textFile('tenant-mapping.json', mapping.text)]),
  ];
}

/** The address is quoted in the examples; of all quotes, an address can only hold this one. */
function quotable(url: string): string {
  return url.replaceAll("'", '%27');
}

export function apiGuide(url: string): Guide {
  return {
    steps: [
      `Sign in to Torii once: \`saas-rationalization login --url ${url}\`. The program gets a fresh token for each run from \`saas-rationalization token --url ${url}\`; put it into the environment, never into a file or an argument.`,
      'Set `ANTHROPIC_API_KEY` in the environment of the program.',
      'Choose one: `messages-connector.mts` (Anthropic calls Torii; the token travels with the request), `client-tools.mts` (your program calls Torii and keeps the token), `agent-sdk.mts` (an agent loop with an answer in a fixed shape), `messages_connector.py` (the first one in Python). Each says at its top what to install and how to run it.',
      `For figures that are computed rather than read out, use \`saas-rationalization report --url ${url} --format json\` and its published schema instead of a model.`,
      `For delivery, let the command line write a file or send it where you say, and nowhere else: \`saas-rationalization digest --scheduled --url ${url} --mapping tenant-mapping.json --previous baseline.json --save-baseline baseline.json --out digest.md --webhook https://…\`.`,
    ],
    differences: [
      'The guide\'s `tools: [{"type": "mcp"}]` is refused by the Messages API. The shape is `mcp_servers` with the address and the token, and a tool of type `mcp_toolset` that refers to it by name.',
      'Beyond the guide: the tool set is off by default, and each read tool is switched on by name.',
      'The Messages API does not sign in for you: the caller brings an OAuth access token and renews it.',
    ],
  };
}
