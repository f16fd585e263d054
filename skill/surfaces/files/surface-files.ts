/**
 * Everything one surface needs, as files of one folder.
 *
 * In: the surface and what its files are made from. Out: the host's files, the steps, the request to IT
 * and, where a person sets permissions by hand, the list of tools. Nothing is read and nothing written.
 */
import { textFile, type PackedFile } from '../base/packed-file.ts';
import { apiFiles, apiGuide } from '../api/api.ts';
import { claudeAiGuide } from '../claude-ai/claude-ai.ts';
import { claudeCodeGuide } from '../claude-code/claude-code.ts';
import { claudeCodeFiles, projectFolder, projectScript } from '../claude-code/files.ts';
import { coworkFiles, coworkGuide } from '../cowork/cowork.ts';
import { desktopFiles, desktopGuide } from '../desktop/desktop.ts';
import { guideText, type Guide } from '../texts/guide.ts';
import { nodeCommand } from '../texts/runnable.ts';
import { projectFiles, projectGuide } from '../project/project.ts';
import { requestToIt } from '../texts/request-to-it.ts';
import type { SurfaceInputs } from '../base/surface-inputs.ts';
import type { Surface } from '../base/surface.ts';
import { toolPermissions } from '../texts/tool-permissions.ts';

interface Room {
  readonly guide: (inputs: SurfaceInputs) => Guide;
  readonly files: (inputs: SurfaceInputs) => readonly PackedFile[];
  /** True where tools are allowed and blocked by hand, in the connector's settings. */
  readonly byHand: boolean;
  /** Folder for the pages to read, where the surface's own files belong into an existing project. */
  readonly pages?: string;
  /** The script that set-up puts there, from the folder it writes into; elsewhere the running one is named. */
  readonly script?: string;
}

const rooms: Readonly<Record<Surface, Room>> = {
  'claude-ai': { guide: ({ url }) => claudeAiGuide(url), files: () => [], byHand: true },
  project: { guide: projectGuide, files: projectFiles, byHand: true },
  desktop: { guide: desktopGuide, files: desktopFiles, byHand: true },
  cowork: { guide: coworkGuide, files: coworkFiles, byHand: true },
  'claude-code': {
    guide: claudeCodeGuide,
    files: claudeCodeFiles,
    byHand: false,
    pages: `${projectFolder}/`,
    script: projectScript,
  },
  api: { guide: ({ url }) => apiGuide(url), files: apiFiles, byHand: false },
};

export interface SurfaceFiles {
  readonly files: readonly PackedFile[];
  /** The steps as Markdown; also one of the files. */
  readonly steps: string;
}

export function surfaceFiles(surface: Surface, given: SurfaceInputs): SurfaceFiles {
  const { guide, files, byHand, pages = '', script } = rooms[surface];
  const inputs = script === undefined ? given : { ...given, command: nodeCommand(script) };
  const steps = guideText(surface, guide(inputs), inputs);
  const written = [
    textFile(`${pages}steps.md`, steps),
    textFile(`${pages}request-to-it.md`, requestToIt(surface, inputs)),
    ...(byHand ? [textFile(`${pages}tool-permissions.md`, toolPermissions(inputs.tools))] : []),
  ];
  return { files: [...files(inputs), ...written], steps };
}
