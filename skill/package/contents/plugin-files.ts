/**
 * The plugin: skill, connector and read-only guard in one installation.
 *
 * In: the files of the skill, the version and the address of the MCP server. Out: the files of the
 * archive, which has no root folder: hosts look for `.claude-plugin/plugin.json` at its top.
 */
import { hookEntries, hookFiles, mcpJson, textFile, type PackedFile } from '../../surfaces/packed-files.ts';
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
    textFile('.claude-plugin/marketplace.json', json(marketplace)),
    textFile('.mcp.json', mcpJson(url)),
    textFile('hooks/hooks.json', json(hooks)),
    ...hookFiles('hooks'),
    textFile('README.md', readme(url)),
    textFile('PRIVACY.md', privacy(url)),
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
    // Of the only server that anything is sent to; what the plugin itself does is in PRIVACY.md.
    privacyPolicyUrl: 'https://www.toriihq.com/privacy-notice/',
    keywords: ['saas', 'spend', 'licenses', 'renewals', 'torii', 'read-only'],
    network: { hosts: [new URL(url).hostname] },
  };
}

/** The unzipped folder is a market of one plugin, so that Claude Code installs it by name and keeps it. */
const marketplace = {
  name: 'saas-rationalization',
  description: 'SaaS rationalization on live Torii data, read-only.',
  owner: { name: 'The saas-rationalization-dashboard authors' },
  plugins: [
    {
      name: skillName,
      source: './',
      description:
        'Read-only SaaS rationalization on live Torii data: dashboard, digest and figures you can check.',
    },
  ],
};

/** The host fills in both folders: that of the installed plugin, and that in which the person works. */
const hooks = {
  description: 'Blocks everything of Torii but its read tools, and keeps their replies as files.',
  hooks: hookEntries({
    scripts: '${CLAUDE_PLUGIN_ROOT}/hooks',
    records: '${CLAUDE_PROJECT_DIR}/saas-rationalization/records',
  }),
};

function readme(url: string): string {
  return `# SaaS rationalization dashboard

Where does the SaaS money go, which seats are idle, and what should be decided by when? Answered from
live Torii data, inside Claude.

This plugin brings four things:

- the skill \`${skillName}\`, with the dashboard and the engine that computes every figure;
- the connector to Torii's MCP server, ${url}. Sign in once with an account whose Torii role may read
  the whole portfolio; writing is never needed;
- a guard that looks at calls of Torii's tools, and at calls that change something, before they are made. It lets the
  read tools of Torii through and blocks everything else of Torii, whatever the connector is called. Other servers
  pass, whatever happens to it. It needs a shell, and no Node;
- a hook that keeps the replies of Torii's read tools in \`saas-rationalization/records\` of the folder you work in,
  readable by you alone and ignored by git, so that the engine gets them without anybody retyping a row.

Both hooks were seen at work in Claude Code. Where a host does not run the hooks of a plugin, as may be in Cowork, set
Torii's write tools to *Blocked* in the connector's settings, and give the account a role that only reads.

## Installing

- Cowork: *Customize → Plugins*, and choose the \`.plugin\`.
- Claude Code, for one session: \`claude --plugin-dir ${skillName}-plugin.zip\`. A file that ends in
  \`.plugin\` loads nothing there, and says nothing.
- Claude Code, for good: unzip it into a folder, then
  \`claude plugin marketplace add ./FOLDER\` and
  \`claude plugin install ${skillName}@saas-rationalization\`.

After installing it, say "open the SaaS dashboard". Without Torii, say "show me the demo".

## Privacy

It talks to Torii and to nothing else: [Privacy](./PRIVACY.md). What Torii does with data is in
[Torii's privacy notice](https://www.toriihq.com/privacy-notice/).

The plugin reads and advises. Changes are made by people, in Torii.
`;
}

function privacy(url: string): string {
  return `# Privacy

- The plugin talks to the Torii server ${url} and to nothing else. There is no server of its authors,
  no telemetry and no account with them.
- What Torii answers goes to Claude, as with any connector. The hook keeps a copy in
  \`saas-rationalization/records\` of the folder you work in: readable by you alone, ignored by git, yours to delete.
- The dashboard reads Torii each time it is opened and keeps nothing but display preferences.
- Digests, snapshots and exports leave names and e-mails out unless you ask for them.
`;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
