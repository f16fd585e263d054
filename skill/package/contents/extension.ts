/**
 * The extension for Claude Desktop (`.mcpb`): the read-only proxy with the engine, started by Claude Desktop's
 * own Node.
 *
 * In: the bundled command line, the page, the engine's tools and the version. Out: the files of the package, manifest first. Nothing
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
  /** What the engine answers besides Torii's reads, each in one sentence. */
  readonly tools: readonly { readonly name: string; readonly description: string }[];
  /** The built page: shell, program and style. */
  readonly pages: readonly PackedFile[];
}

const SCRIPT = 'server/saas-rationalization.mjs';

/** The files of the extension, ready to be zipped without a root folder. */
export function extensionFiles({ script, version, tools, pages }: ExtensionInputs): readonly PackedFile[] {
  return [
    textFile('manifest.json', `${JSON.stringify(manifest(version, tools), null, 2)}\n`),
    { path: 'icon.png', bytes: extensionIcon() },
    { path: SCRIPT, bytes: script },
    ...pages.map(({ path, bytes }) => ({ path: `pages/${path}`, bytes })),
  ];
}

const about = [
  "Torii's own connector also offers tools that change apps, contracts and people. This extension sits between " +
    'Claude and Torii and lets the tools that read pass, and nothing else, whatever the server says of its tools. ' +
    'Arguments that are not known to be harmless are refused too.',
  'It also answers with computed figures (what to decide by when, savings, renewals, what is not known), each with ' +
    'the records behind it, and brings the dashboard along for versions of Claude that show it.',
  'Sign in with a Torii account that may read the portfolio and no more: what it may not see, Claude does not see.',
  '**Privacy.** The extension sends calls to the address you set and to nowhere else. It keeps records of Torii in ' +
    'memory while it runs, on no disk, and writes none to its log. Another of these servers that you run on this ' +
    'computer may take them over in place of reading again; nobody else can. The folder you may name holds the mapping and ' +
    'your decisions; it writes there only what you agreed to in a form. What Torii answers goes to Claude, as with any connector. The sign-in stays on ' +
    'this computer, readable for your user alone.',
].join('\n\n');

/** Version 0.3 of the manifest: the newest that its publisher does not call experimental. */
function manifest(version: string, tools: ExtensionInputs['tools']): object {
  return {
    manifest_version: '0.3',
    name: 'torii-read-only',
    display_name: 'Torii (read only)',
    version,
    description:
      "Torii's apps, contracts and spend for Claude, with computed answers and every tool that writes left out.",
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
        args: [
          `\${__dirname}/${SCRIPT}`,
          'proxy',
          '--engine',
          '--url',
          '${user_config.url}',
          '--tenant-pack',
          '${user_config.tenant_pack}',
          '--as-of',
          '${user_config.as_of}',
        ],
      },
    },
    tools: [...tools, ...readTools.map((name) => ({ name, description: toolDescriptions[name] }))],
    compatibility: { platforms: ['darwin', 'win32', 'linux'], runtimes: { node: '>=20.19.0' } },
    user_config: {
      url: {
        type: 'string',
        title: 'Address of the Torii MCP server',
        description: 'Keep it unless Torii gave your organization another one.',
        default: 'https://api.toriihq.com/mcp',
        required: true,
      },
      tenant_pack: {
        type: 'directory',
        title: 'Folder of the tenant pack',
        description:
          'Where tenant-mapping.json and decisions.json lie, or may be kept. Without one every figure is a draft.',
        required: false,
      },
      as_of: {
        type: 'string',
        title: 'Date of the figures',
        description: 'Such as 2026-11-22; empty for today.',
        default: '',
        required: false,
      },
    },
  };
}
