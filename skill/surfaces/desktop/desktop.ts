/** Claude Desktop: the account's connector, our extension, or a command in its configuration file. */
import { textFile, type PackedFile } from '../base/packed-file.ts';
import { connectorSteps, ENABLE_IN_CHAT } from '../texts/connector-steps.ts';
import { glossary } from '../texts/glossary.ts';
import type { Guide } from '../texts/guide.ts';
import type { SurfaceInputs } from '../base/surface-inputs.ts';
import { desktopConfig } from './desktop-config.ts';

export const configurationFile = 'claude_desktop_config.json';

export function desktopFiles({ url, mapping }: SurfaceInputs): PackedFile[] {
  return [
    textFile(configurationFile, desktopConfig(url)),
    textFile('context/glossary.md', glossary()),
    ...(mapping === null ? [] : [textFile('context/tenant-mapping.json', mapping.text)]),
  ];
}

export function desktopGuide({ url }: SurfaceInputs): Guide {
  return {
    steps: [
      "Choose **one** of three ways, or every tool shows twice: the extension (it can only read; steps 2 and 3), the account's connector (steps 4 to 8), or the configuration file (step 9).",
      'Extension: run `saas-rationalization pack` and open the `.mcpb` it writes. Claude Desktop asks whether to install it.',
      'On first use a browser opens for signing in to Torii. The extension passes on the read tools and answers with computed figures; name the folder of your tenant pack in its settings, or every figure is a draft.',
      ...connectorSteps(url),
      ENABLE_IN_CHAT,
      `Configuration file, if neither is allowed: open **Settings → Developer → Edit Config** to find the file, quit Claude Desktop, and run this command again with \`--config FILE\`: it adds the entry and leaves the rest as it is. The entry needs Node.js; it hides tools by their first word, which is weaker than the extension: a write with an unusual name would still be offered.`,
      `Put the folder \`context\` where you keep your answers, and write the latest digest into it: \`saas-rationalization digest --url ${url} --mapping context/tenant-mapping.json --previous context/baseline.json --save-baseline context/baseline.json --out context/last-digest.md\`. Add its files to a chat, or to a project.`,
    ],
    differences: [
      "The guide's entry starts `@modelcontextprotocol/server-fetch`. That npm package does not exist, and the configuration file takes commands only, no addresses: `mcp-remote` does the talking and the signing in.",
      'Beyond the guide: the extension offers read tools only, and the configuration entry leaves out the write tools it can name.',
    ],
  };
}
