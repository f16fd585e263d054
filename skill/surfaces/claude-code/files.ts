/**
 * Everything Claude Code needs in a project.
 *
 * In: the server's address, its tools, the mapping. Out: the files as they would be in an empty folder;
 * `.mcp.json`, `CLAUDE.md` and `.claude/settings.json` are merged into existing ones by the caller that writes them.
 */
import { textFile, type PackedFile } from '../base/packed-file.ts';
import { engineMcpJson, mcpJson, serverEntry, serverName } from '../base/mcp-json.ts';
import type { HookPlaces } from '../hooks/hook-entries.ts';
import { hookFiles } from '../hooks/hook-files.ts';
import { runnable } from '../texts/runnable.ts';
import type { SurfaceInputs } from '../base/surface-inputs.ts';
import { claudeMd } from './claude-md.ts';
import { scheduledPrompt } from './prompt.ts';
import { projectSettings, readOnlySettings } from './settings.ts';
import { wrapperScript } from './wrapper.ts';

/** Our own folder in the project; the host decides where the other files are. */
export const projectFolder = 'saas-rationalization';

/** The skill's script, where Claude Code looks for the skills of a project. */
export const projectScript = '.claude/skills/saas-rationalization-dashboard/scripts/saas-rationalization.mjs';

const at = (name: string): string => `${projectFolder}/${name}`;

const paths = {
  settings: at('torii-readonly.settings.json'),
  servers: at('torii.mcp.json'),
  prompt: at('prompt.md'),
  output: at('renewals.md'),
} as const;

/** The host sets the variable to the project's root, whatever folder a session works in. */
const places: HookPlaces = {
  scripts: `$CLAUDE_PROJECT_DIR/${projectFolder}`,
  records: `$CLAUDE_PROJECT_DIR/${projectFolder}/records`,
};

export function claudeCodeFiles(inputs: SurfaceInputs): readonly PackedFile[] {
  const { settings, servers, prompt, output } = paths;
  return [
    textFile('.mcp.json', serversOf(inputs)),
    textFile('CLAUDE.md', runnable(claudeMd(inputs, projectFolder), inputs.command)),
    textFile('.claude/settings.json', projectSettings(places)),
    textFile(settings, readOnlySettings(inputs.tools, places, inputs.engineTools)),
    textFile(servers, eagerServers(inputs.url)),
    ...hookFiles(projectFolder),
    textFile(prompt, runnable(scheduledPrompt(), inputs.command)),
    { ...textFile(at('run.mjs'), wrapperScript({ settings, servers, prompt, output })), executable: true },
    ...(inputs.mapping === null ? [] : [textFile(at('tenant-mapping.json'), inputs.mapping.text)]),
  ];
}

function serversOf({ url, engineTools }: SurfaceInputs): string {
  return engineTools === undefined ? mcpJson(url) : engineMcpJson(url, projectScript, projectFolder);
}

/**
 * The same server for runs without a person: `alwaysLoad` makes the start wait for the connection, so
 * that the first event tells its state, and keeps the tools from being hidden behind a search.
 */
function eagerServers(url: string): string {
  const entry = { ...serverEntry(url), alwaysLoad: true };
  return `${JSON.stringify({ mcpServers: { [serverName]: entry } }, null, 2)}\n`;
}
