/**
 * The extension for Claude Desktop (`.mcpb`): the read-only proxy, started by Claude Desktop's own Node.
 *
 * In: the bundled command line and the version. Out: the files of the package, manifest first. Nothing
 * goes wrong here; whether Claude Desktop accepts the manifest is checked with its own packer.
 */
import { readTools } from '../../torii/catalog.ts';
import { textFile, type PackedFile } from '../../surfaces/packed-files.ts';
import { extensionIcon } from './extension-icon.ts';
import { toolDescriptions } from './tool-descriptions.ts';

export interface ExtensionInputs {
  /** The bundled command line, one file without dependencies. */
  readonly script: Uint8Array;
  readonly version: string;
}

const SCRIPT = 'server/saas-rationalization.mjs';

/** The files of the extension, ready to be zipped without a root folder. */
export function extensionFiles({ script, version }: ExtensionInputs): readonly PackedFile[] {
  return [
    textFile('manifest.json', `${JSON.stringify(manifest(version), null, 2)}\n`),
    { path: 'icon.png', bytes: extensionIcon() },
    { path: SCRIPT, bytes: script },
  ];
}

const about = [
  "Torii's own connector also offers tools that change apps, contracts and people. This extension sits between " +
    'Claude and Torii and lets the tools that read pass, and nothing else, whatever the server says of its tools. ' +
    'Arguments that are not known to be harmless are refused too.',
  'Sign in with a Torii account that may read the portfolio and no more: what it may not see, Claude does not see.',
  '**Privacy.** The extension sends calls to the address you set and to nowhere else. It keeps no records of Torii ' +
    'and writes none to its log. What Torii answers goes to Claude, as with any connector. The sign-in stays on ' +
    'this computer, readable for your user alone.',
].join('\n\n');

/** Version 0.3 of the manifest: the newest that its publisher does not call experimental. */
function manifest(version: string): object {
  return {
    manifest_version: '0.3',
    name: 'torii-read-only',
    display_name: 'Torii (read only)',
    version,
    description: "Torii's apps, contracts, users and spend for Claude, with every tool that writes left out.",
    long_description: about,
    author: { name: 'The saas-rationalization-dashboard authors' },
    license: 'MIT',
    keywords: ['torii', 'saas', 'renewals', 'licenses', 'read-only'],
    icon: 'icon.png',
    server: {
      type: 'node',
      entry_point: SCRIPT,
      mcp_config: {
        command: 'node',
        args: [`\${__dirname}/${SCRIPT}`, 'proxy', '--url', '${user_config.url}'],
      },
    },
    tools: readTools.map((name) => ({ name, description: toolDescriptions[name] })),
    compatibility: { platforms: ['darwin', 'win32', 'linux'], runtimes: { node: '>=20.19.0' } },
    user_config: {
      url: {
        type: 'string',
        title: 'Address of the Torii MCP server',
        description: 'Keep it unless Torii gave your organization another one.',
        default: 'https://api.toriihq.com/mcp',
        required: true,
      },
    },
  };
}
