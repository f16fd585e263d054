/**
 * The plugin: skill, connector and read-only guard in one installation.
 *
 * In: the files of the skill, the version and the address of the MCP server. Out: the files of the
 * archive, which has no root folder: hosts look for `.claude-plugin/plugin.json` at its top.
 */
import { mcpJson, readOnlyHook, textFile, type PackedFile } from '../../surfaces/packed-files.ts';
import { icon } from './icon.ts';
import { below, skillName } from './skill-files.ts';

export interface PluginParts {
  readonly skill: readonly PackedFile[];
  readonly license: string;
  readonly version: string;
  /** Address of Torii's MCP server. */
  readonly url: string;
}

export function pluginFiles({ skill, license, version, url }: PluginParts): PackedFile[] {
  return [
    textFile('.claude-plugin/plugin.json', json(manifest(version, url))),
    textFile('.mcp.json', mcpJson(url)),
    textFile('hooks/hooks.json', json(hooks)),
    textFile('hooks/torii-read-only.mjs', readOnlyHook()),
    textFile('README.md', readme(url)),
    textFile('LICENSE', license),
    textFile('icon.svg', icon),
    ...skill.map((file) => below(`skills/${skillName}`, file)),
  ];
}

function manifest(version: string, url: string): object {
  return {
    name: skillName,
    version,
    description:
      'Read-only SaaS rationalization on live Torii data: dashboard, digest and figures you can check.',
    author: { name: 'The saas-rationalization-dashboard authors' },
    license: 'MIT',
    keywords: ['saas', 'spend', 'licenses', 'renewals', 'torii', 'read-only'],
    network: { hosts: [new URL(url).hostname] },
  };
}

/** Hosts let a call pass when a hook breaks, unless it is told to block; older hosts ignore the word. */
const hooks = {
  description: 'Lets read tools of Torii through and blocks everything else of Torii.',
  hooks: {
    PreToolUse: [
      {
        matcher: 'mcp__.*',
        hooks: [
          {
            type: 'command',
            command: 'node "${CLAUDE_PLUGIN_ROOT}/hooks/torii-read-only.mjs"',
            timeout: 20,
            onFailure: 'block',
          },
        ],
      },
    ],
  },
};

function readme(url: string): string {
  return `# SaaS rationalization dashboard

Where does the SaaS money go, which seats are idle, and what should be decided by when? Answered from
live Torii data, inside Claude.

This plugin brings three things:

- the skill \`${skillName}\`, with the dashboard and the engine that computes every figure;
- the connector to Torii's MCP server, ${url}. Sign in once with an account whose Torii role may read
  the whole portfolio; writing is never needed;
- a guard that looks at every call of an MCP tool before it is made. It lets the read tools of Torii
  through and blocks everything else of Torii. Other servers are not its business. It needs Node.

After installing it, say "open the SaaS dashboard". Without Torii, say "show me the demo".

## Privacy

The plugin talks to the Torii server above and to nothing else. What Torii answers goes to Claude, as with
any connector. The dashboard reads Torii each time it is opened and keeps nothing but display preferences;
digests and snapshots leave names and e-mails out unless you ask for them.

The plugin reads and advises. Changes are made by people, in Torii.
`;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
