import { Command } from 'commander';
import { renderCounted } from '../../../analysis/facts.ts';
import { driftOf } from '../../../mapping/drift.ts';
import { ExitCode, Stop } from '../../../node/stop.ts';
import { readMappingFile } from '../../inputs/read-mapping.ts';
import { readSource, withSource, type SourceOptions } from '../../inputs/source.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { driftLines } from './drift-lines.ts';

export function driftCommand(terminal: Terminal): Command {
  return withSource(new Command('drift'))
    .description('Compare a mapping with the tenant as it is now.')
    .argument('<file>', 'tenant-mapping.json')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization mapping drift tenant-mapping.json --url https://api.toriihq.com/mcp',
    )
    .action((file: string, options: SourceOptions) => mappingDrift(file, options, terminal));
}

async function mappingDrift(file: string, options: SourceOptions, terminal: Terminal): Promise<void> {
  const mapping = await readMappingFile(file, terminal);
  const { records, offered } = await readSource(options, { mapping, findsFields: true }, terminal);
  const items = driftOf(mapping, records, offered);
  const open = items.filter(({ severity }) => severity !== 'note').length;
  terminal.result(
    [...(open === 0 ? [`${file} still fits the tenant.`] : []), driftLines(items, terminal.resultWidth)]
      .join('\n')
      .trim(),
  );
  const broken = items.filter(({ severity }) => severity === 'broken').length;
  if (broken > 0)
    throw new Stop(
      ExitCode.checkFailed,
      `${renderCounted(broken, 'part', 'parts')} of ${file} no longer ${broken === 1 ? 'fits' : 'fit'} the tenant.`,
    );
}
