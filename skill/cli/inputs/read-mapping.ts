import {
  type Problem,
  parseMappingText,
  type TenantMapping,
  mappingWarnings,
} from '../../mapping/mapping.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { readTextFile } from '../files/read-json.ts';
import type { Terminal } from '../terminal/terminal.ts';

/**
 * A mapping that validates, the warnings of a draft on standard error: who approved one has seen them, and the
 * results carry their labels. Stops with every problem and its remedy.
 */
export async function readMappingFile(file: string, terminal: Terminal): Promise<TenantMapping> {
  const { mapping, warnings } = await checkedMapping(file);
  if (mapping.status !== 'approved') warnAbout(file, warnings, terminal);
  return mapping;
}

/** The same, with the warnings left to the caller. */
export async function checkedMapping(
  file: string,
): Promise<{ readonly mapping: TenantMapping; readonly warnings: readonly Problem[] }> {
  const checked = parseMappingText(await readTextFile(file));
  if (checked.ok) return { ...checked, warnings: mappingWarnings(checked.mapping) };
  throw new Stop(
    ExitCode.badInput,
    [`${file} is not a valid mapping:`, ...list(checked.problems)].join('\n'),
  );
}

export function warnAbout(file: string, warnings: readonly Problem[], terminal: Terminal): void {
  for (const { path, message, remedy } of warnings) {
    terminal.warn(`${file}, ${path}: ${message} ${remedy}`.trimEnd());
  }
}

/** More than a screen holds says that it is another kind of file; the first ones say which. */
const MOST = 12;

export function list(problems: readonly Problem[]): string[] {
  const lines = problems
    .slice(0, MOST)
    .map(({ path, message, remedy }) => `  ${path || 'the file'}: ${message} ${remedy}`.trimEnd());
  const more = problems.length - lines.length;
  if (more === 0) return lines;
  return [...lines, `  and ${more} more. Consider whether this is the file that was meant.`];
}
