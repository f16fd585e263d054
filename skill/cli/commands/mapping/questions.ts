import { shellWord } from '../../terminal/shell-word.ts';
import { Command } from 'commander';
import { openQuestions, type TenantMapping } from '../../../mapping/mapping.ts';
import { checkedMapping } from '../../inputs/read-mapping.ts';
import { openQuestionLines } from '../../terminal/draft-lines.ts';
import { asStarted, startedAs } from '../../terminal/started-as.ts';
import type { Terminal } from '../../terminal/terminal.ts';

export function questionsCommand(terminal: Terminal): Command {
  return new Command('questions')
    .description('Print the questions that are still open, each answer with the command that records it.')
    .argument('<file>', 'tenant-mapping.json')
    .addHelpText('after', '\nExample:\n  saas-rationalization mapping questions tenant-mapping.json')
    .action((file: string) => printQuestions(file, terminal));
}

async function printQuestions(file: string, terminal: Terminal): Promise<void> {
  const { mapping } = await checkedMapping(file);
  const open = openQuestions(mapping);
  const command = `${startedAs()} mapping set ${shellWord(file)}`;
  terminal.result(
    open.length === 0
      ? asStarted(nothingOpen(file, mapping))
      : openQuestionLines(open, command, terminal.resultWidth),
  );
}

export function nothingOpen(file: string, { status }: TenantMapping): string {
  if (status === 'approved') return 'No question is open, and the mapping is approved.';
  return `No question is open. Approve the mapping with:\n  saas-rationalization mapping approve ${shellWord(file)} --by "Your name"`;
}
