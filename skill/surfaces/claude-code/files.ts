/**
 * Everything Claude Code needs in a project.
 *
 * In: the server's address, its tools, the mapping. Out: the files as they would be in an empty folder;
 * `.mcp.json` and `CLAUDE.md` are merged into existing ones by whoever writes them.
 */
import { textFile, type PackedFile } from '../base/packed-file.ts';
import { mcpJson, serverEntry, serverName } from '../base/mcp-json.ts';
import { readOnlyHook } from './read-only-hook.ts';
import type { SurfaceInputs } from '../base/surface-inputs.ts';
import { claudeMd } from './claude-md.ts';
import { scheduledPrompt } from './prompt.ts';
import { readOnlySettings } from './settings.ts';
import { wrapperScript } from './wrapper.ts';

/** Our own folder in the project; the host decides where the other files are. */
export const projectFolder = 'saas-rationalization';

const at = (name: string): string => `${projectFolder}/${name}`;

const paths = {
  settings: at('torii-readonly.settings.json'),
  servers: at('torii.mcp.json'),
  hook: at('torii-read-only.mjs'),
  prompt: at('prompt.md'),
  output: at('renewals.md'),
} as const;

export function claudeCodeFiles(inputs: SurfaceInputs): readonly PackedFile[] {
  const { settings, servers, hook, prompt, output } = paths;
  return [
    textFile('.mcp.json', mcpJson(inputs.url)),
    textFile('CLAUDE.md', claudeMd(inputs, projectFolder)),
    textFile(settings, readOnlySettings(inputs.tools, hook)),
    textFile(servers, eagerServers(inputs.url)),
    textFile(hook, readOnlyHook()),
    textFile(prompt, scheduledPrompt()),
    { ...textFile(at('run.mjs'), wrapperScript({ settings, servers, prompt, output })), executable: true },
    ...(inputs.mapping === null ? [] : [textFile(at('tenant-mapping.json'), inputs.mapping.text)]),
  ];
}

/**
 * The same server for runs without a person: `alwaysLoad` makes the start wait for the connection, so
 * that the first event tells its state, and keeps the tools from being hidden behind a search.
 */
function eagerServers(url: string): string {
  const entry = { ...serverEntry(url), alwaysLoad: true };
  return `${JSON.stringify({ mcpServers: { [serverName]: entry } }, null, 2)}\n`;
}
