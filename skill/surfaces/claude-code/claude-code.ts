/** The steps for Claude Code; its files are in files.ts. */
import type { Guide } from '../texts/guide.ts';
import { mappingCommands } from '../texts/mapping-commands.ts';
import type { SurfaceInputs } from '../base/surface-inputs.ts';
import { projectFolder } from './files.ts';

export function claudeCodeGuide({ url, mapping, engineTools }: SurfaceInputs): Guide {
  return {
    steps: [
      ...(engineTools === undefined
        ? []
        : [
            `\`.mcp.json\` starts this project's own server, \`saas-rationalization\`: Torii's reads, and computed answers from one reading. It opens a browser for the sign-in when it first needs one, and keeps mapping and decisions in \`${projectFolder}/\` when you agree to it. Ask "What must I decide this month?". The sign-in of the next step is for scheduled runs only.`,
          ]),
      `In a terminal in the project, run \`claude --settings ${projectFolder}/torii-readonly.settings.json mcp login torii\` and sign in to Torii in the browser that opens. Without the settings, the command waits until somebody has approved the server of \`.mcp.json\` in a session.`,
      `Start sessions with \`claude --settings ${projectFolder}/torii-readonly.settings.json\`. They read Torii without asking, and refuse everything else of Torii. A session without the flag asks before it reads; it does not write either, because \`.claude/settings.json\` holds the same guard.`,
      'Ask as you would in Claude: the skill is in `.claude/skills/`, where Claude Code finds it automatically. Run this again after an update.',
      mapping === null
        ? `Make a mapping: ${mappingCommands(url, `${projectFolder}/tenant-mapping.json`)}. A schedule without an approved mapping would deliver figures that nobody has confirmed.`
        : `Commit \`${projectFolder}/\`, \`.mcp.json\` and \`CLAUDE.md\`. They hold no secret and no name of a user of Torii.`,
      `Computed figures on a schedule, without a model (PROJECT is this folder): \`0 7 * * 1 cd PROJECT && saas-rationalization digest --scheduled --url ${url} --mapping ${projectFolder}/tenant-mapping.json --previous ${projectFolder}/baseline.json --save-baseline ${projectFolder}/baseline.json --out ${projectFolder}/digest.md\`. The first run says that it is the first, and keeps what the next one compares with.`,
      `Answers of Claude on a schedule: \`0 7 * * 1 cd PROJECT && node ${projectFolder}/run.mjs\`. It asks what \`${projectFolder}/prompt.md\` says and writes \`${projectFolder}/renewals.md\` only if Torii was connected, something was read and nothing was denied; otherwise it ends with 3 or 5 and says why.`,
    ],
    differences: [
      'The guide\'s `.mcp.json` has `"auth": {"type": "oauth"}`, which is ignored. What an entry cannot do without is `"type": "http"`; signing in is a command: `claude mcp login torii`.',
      "Beyond the guide: settings that allow the reads and deny the writes. They are passed with `--settings`, because `claude -p` ignores a project's own allow rules in a folder that nobody has marked as trusted.",
      'Beyond the guide: a scheduled run that does not trust the exit code. `claude -p` ends with 0 and "success" even when Torii is not signed in, so `run.mjs` reads the events of the run instead.',
      'Beyond the guide: a hook as a second layer. A hook alone would let a call through when it cannot start, and rules alone do not know the catalog; here both are set. The hook knows Torii by the tools it offers, whatever the connector is called, and lets other servers pass whatever happens to it.',
      'Beyond the guide: a second hook keeps what Torii answers in `saas-rationalization/records/`, readable by the owner alone and ignored by git. Give the folder of a session to the script as `--records`, and no row is retyped.',
    ],
  };
}
