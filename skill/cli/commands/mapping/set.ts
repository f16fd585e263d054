import { shellWord } from '../../terminal/shell-word.ts';
import { Command } from 'commander';
import { renderCounted } from '../../../analysis/facts.ts';
import { setValues } from '../../../mapping/discover.ts';
import { openQuestions } from '../../../mapping/mapping.ts';
import { localDate } from '../../../node/clock.ts';
import { ExitCode, Stop } from '../../../node/stop.ts';
import { writeWhole } from '../../files/write-file.ts';
import { checkedMapping, list } from '../../inputs/read-mapping.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { nothingOpen } from './questions.ts';

export function setCommand(terminal: Terminal): Command {
  return new Command('set')
    .description(
      'Record answers in a mapping without editing JSON; an approved mapping has to be approved again.',
    )
    .argument('<file>', 'tenant-mapping.json')
    .argument('<key=value...>', 'places of the mapping, such as fields.contract.annualValue.unit=major')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization mapping set tenant-mapping.json tenant.name="Acme" rates.perUnit.EUR=1.08',
    )
    .action((file: string, texts: readonly string[]) => setInMapping(file, texts, terminal));
}

async function setInMapping(file: string, texts: readonly string[], terminal: Terminal): Promise<void> {
  const { mapping } = await checkedMapping(file);
  const set = setValues(mapping, texts, localDate());
  if (!set.ok) {
    const lines = [`Nothing was set in ${file}:`, ...list(set.problems)];
    throw new Stop(ExitCode.badInput, lines.join('\n'));
  }
  await writeWhole(file, `${JSON.stringify(set.mapping, null, 2)}\n`);
  const open = openQuestions(set.mapping).length;
  terminal.result(`Set in ${file}: ${texts.map((text) => text.split('=')[0] ?? text).join(', ')}.`);
  if (mapping.status === 'approved') terminal.note('It was approved as it was before; approve it again.');
  terminal.note(
    open === 0
      ? nothingOpen(file, set.mapping)
      : `${renderCounted(open, 'question is', 'questions are')} still open: saas-rationalization mapping questions ${shellWord(file)}`,
  );
}
