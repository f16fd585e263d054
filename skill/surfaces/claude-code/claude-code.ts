/** The steps for Claude Code; its files are in files.ts. */
import type { Guide } from '../guide.ts';
import type { SurfaceInputs } from '../surface-inputs.ts';
import { projectFolder } from './files.ts';

export function claudeCodeGuide({ mapping }: SurfaceInputs): Guide {
  return {
    steps: [
      'In the project, run `claude mcp login torii` and sign in to Torii in the browser that opens.',
      `Start sessions with \`claude --settings ${projectFolder}/torii-readonly.settings.json\`. They read Torii without asking, and refuse everything else of Torii.`,
      "Run `saas-rationalization pack` and unpack the skill's `.zip` into `.claude/skills/`.",
      mapping === null
        ? `Make a mapping: \`saas-rationalization discover --url … --out ${projectFolder}/tenant-mapping.json\`, then \`saas-rationalization mapping approve\`. A schedule without an approved mapping would deliver figures that nobody has confirmed.`
        : `Commit \`${projectFolder}/\`, \`.mcp.json\` and \`CLAUDE.md\`. They hold no secret and no name of a user of Torii.`,
      `Computed figures on a schedule, without a model: \`0 7 * * 1 cd PROJECT && saas-rationalization digest --scheduled --url … --mapping ${projectFolder}/tenant-mapping.json --out ${projectFolder}/digest.md\`.`,
      `Answers of Claude on a schedule: \`0 7 * * 1 cd PROJECT && node ${projectFolder}/run.mjs\`. It asks what \`${projectFolder}/prompt.md\` says and writes \`${projectFolder}/renewals.md\` only if Torii was connected, something was read and nothing was denied; otherwise it ends with 3 or 5 and says why.`,
    ],
    differences: [
      'The guide\'s `.mcp.json` has `"auth": {"type": "oauth"}`, which is ignored, and no `"type": "http"`, without which the server is skipped. Signing in is a command: `claude mcp login torii`.',
      "The guide puts allow rules into the project's settings. `claude -p` ignores those in a folder that nobody has marked as trusted, so the settings are passed with `--settings`.",
      'The guide trusts the exit code. `claude -p` ends with 0 and "success" even when Torii is not signed in, so `run.mjs` reads the events of the run instead.',
      'Hooks alone let a call through when they cannot start, and rules alone do not know the catalogue: here both are set, and the hook blocks when it fails.',
    ],
  };
}
