import type { Problem } from '../../mapping/check.ts';
import { parseMappingText } from '../../mapping/mapping-text.ts';
import type { TenantMapping } from '../../mapping/mapping.ts';
import { ExitCode, Stop } from '../exit.ts';
import { readText } from '../read-json.ts';
import type { Terminal } from '../terminal.ts';

/** A mapping that validates. Stops with every problem and its remedy when it does not. */
export async function readMapping(file: string, terminal: Terminal): Promise<TenantMapping> {
  const checked = parseMappingText(await readText(file));
  if (!checked.ok) {
    throw new Stop(
      ExitCode.badInput,
      [`${file} is not a valid mapping:`, ...list(checked.problems)].join('\n'),
    );
  }
  for (const warning of list(checked.warnings)) terminal.warn(warning);
  return checked.mapping;
}

export function list(problems: readonly Problem[]): string[] {
  return problems.map(({ path, message, remedy }) =>
    `  ${path || 'the file'}: ${message} ${remedy}`.trimEnd(),
  );
}
