/**
 * The packages that are made of the same ingredients. In: the ingredients. Out: each archive with its
 * files; a problem in any of them ends the command before a byte is written.
 */
import {
  archiveOf,
  archiveProblems,
  extensionFiles,
  type PackageProblem,
  pluginFiles,
  below,
  skillFiles,
  skillName,
  type SkillParts,
  skillProblems,
} from '../../../package/package.ts';
import type { PackedFile } from '../../../surfaces/packed-files.ts';
import { ExitCode, Stop } from '../../../node/stop.ts';
import { pageFiles } from '../../../report/pages.ts';
import { engineTools } from '../../../server/engine.ts';
import { personTools } from '../../../server/person.ts';
import { pageNames } from '../../files/page.ts';
import { version } from '../../../node/version.ts';

export interface Package {
  /** Names of the file, which is written once under each. */
  readonly names: readonly string[];
  readonly bytes: Uint8Array;
  /** What is inside; a file that is no archive lists itself. */
  readonly files: readonly PackedFile[];
}

/** Address of Torii's MCP server. */
const url = 'https://api.toriihq.com/mcp';

/** What the dashboard is put together from when a client asks for its view. */
const pageParts: ReadonlySet<string> = new Set([pageNames.shell, pageFiles.program, pageFiles.style]);

/** @param alone files that are handed on as they are */
export function packagesOf(parts: SkillParts, alone: readonly PackedFile[]): Package[] {
  const skill = skillFiles(parts);
  const notices = parts.assets.filter(({ path }) => path === 'third-party-notices.txt');
  const pages = parts.assets.filter(({ path }) => pageParts.has(path));
  const tools = [...engineTools, ...personTools].map(({ name, title }) => ({
    name,
    description: `${title}.`,
  }));
  const extension = [...extensionFiles({ script: parts.script, version, tools, pages }), ...notices];
  return [
    skillPackage([`${skillName}.skill`, `${skillName}.zip`], skill),
    archived(
      // Claude Code loads a plugin by the end .zip alone, and says nothing of any other.
      [`${skillName}.plugin`, `${skillName}-plugin.zip`],
      pluginFiles({ skill, license: parts.license, version, url }),
      archiveProblems,
    ),
    archived([`${skillName}.mcpb`], extension, archiveProblems),
    ...alone.map((file) => ({ names: [file.path], bytes: file.bytes, files: [file] })),
  ];
}

/** An archive of a skill, with its one root folder. */
export function skillPackage(names: readonly string[], files: readonly PackedFile[]): Package {
  return archived(
    names,
    files.map((file) => below(skillName, file)),
    skillProblems,
  );
}

function archived(
  names: readonly string[],
  files: readonly PackedFile[],
  problemsIn: (files: readonly PackedFile[]) => readonly PackageProblem[],
): Package {
  const problems = problemsIn(files);
  if (problems.length === 0) return { names, bytes: archiveOf(files), files };
  const lines = problems.map(
    ({ rule, path, message }) => `  ${rule}: ${path === '' ? '' : `${path}: `}${message}`,
  );
  const sentence = `${names[0]} would not be accepted. Nothing was written.`;
  throw new Stop(ExitCode.checkFailed, [sentence, ...lines].join('\n'));
}
