import { Command } from 'commander';
import type { Terminal } from '../../terminal/terminal.ts';
import { checkedMapping, warnAbout } from '../../inputs/read-mapping.ts';

export function checkCommand(terminal: Terminal): Command {
  return new Command('check')
    .description('Validate a tenant mapping; every problem is named with its remedy.')
    .argument('<file>', 'tenant-mapping.json')
    .addHelpText('after', '\nExample:\n  saas-rationalization mapping check tenant-mapping.json')
    .action((file: string) => checkMapping(file, terminal));
}

async function checkMapping(file: string, terminal: Terminal): Promise<void> {
  const { mapping, warnings } = await checkedMapping(file);
  warnAbout(file, warnings, terminal);
  terminal.result(`${file} is valid: ${mapping.status}, ${mapping.tenant.name}, ${mapping.tenant.currency}.`);
}
