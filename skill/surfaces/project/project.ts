/** Claude.ai Projects: the same connector, and instructions that everyone in the project shares. */
import { textFile, type PackedFile } from '../base/packed-file.ts';
import { connectorSteps, ENABLE_IN_CHAT } from '../texts/connector-steps.ts';
import { BEYOND_INTENT, type Guide } from '../texts/guide.ts';
import { mappingCommands } from '../texts/mapping-commands.ts';
import type { SurfaceInputs } from '../base/surface-inputs.ts';
import { INSTRUCTIONS_LIMIT, projectInstructions } from './instructions.ts';

export function projectFiles({ mapping }: SurfaceInputs): PackedFile[] {
  return [
    textFile('project-instructions.md', projectInstructions(mapping?.value ?? null)),
    ...(mapping === null ? [] : [textFile('tenant-mapping.json', mapping.text)]),
  ];
}

export function projectGuide({ url, mapping }: SurfaceInputs): Guide {
  return {
    steps: [
      ...connectorSteps(url),
      'Create a project, and paste `project-instructions.md` into its custom **Instructions**.',
      mapping === null
        ? `Make a mapping (${mappingCommands(url, 'tenant-mapping.json')}), run this again with \`--mapping\`, and add the file to the project. Until then every answer is labeled a draft.`
        : "Add `tenant-mapping.json` to the project's files.",
      `${ENABLE_IN_CHAT} Sharing the project shares its instructions and files, but **no connector**: everyone else takes steps 1 to 4 with an account of their own, and sees what their own Torii role shows.`,
    ],
    differences: [
      BEYOND_INTENT,
      `Beyond the guide: the instructions are made from your mapping with nothing left to fill in, below ${INSTRUCTIONS_LIMIT.toLocaleString('en-US')} characters.`,
      "Beyond the guide: Claude states what records say and computes no savings, because sums over paged results are easily wrong. Computed figures come from the command line's reports.",
    ],
  };
}
