/**
 * `validate`: the three questions of a first look, answered from the records or explained.
 *
 * In: a source of records, a mapping or none, a date. Out: text on standard output. A question that
 * cannot be answered gets a diagnosis with a remedy instead of a number, and the command ends with the
 * code of a check that did not hold.
 */
import { Command } from 'commander';
import { jsonText } from '../../../assets/json-text.ts';
import { analysisOf, type TenantAnalysis } from '../../inputs/analysis-of.ts';
import { asOfIn, withAsOf } from '../../inputs/as-of.ts';
import { ExitCode, Stop } from '../../../node/stop.ts';
import { readMappingFile } from '../../inputs/read-mapping.ts';
import { readSource, sourceKind, withSource, type SourceOptions } from '../../inputs/source.ts';
import { withJson } from '../../terminal/json-option.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { answerLines, formatHeading, unknownLinesOf } from './answer-lines.ts';
import { validationJson } from './answer-json.ts';
import { answersOf, type QuestionAnswer } from './answers.ts';

interface ValidateOptions extends SourceOptions {
  readonly mapping?: string;
  readonly asOf?: string;
  readonly json?: boolean;
}

export function validateCommand(terminal: Terminal): Command {
  const command = withAsOf(withSource(new Command('validate')))
    .description(
      'Answer three questions, or say why not: apps with more than 100 users, contracts renewing in the next 60 days, top apps by 12-month spend.',
    )
    .option('--mapping <file>', 'tenant mapping to use; without one, a draft is discovered')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization validate --url https://api.toriihq.com/mcp --mapping tenant-mapping.json',
    )
    .action((options: ValidateOptions) => validate(options, terminal));
  return withJson(command, {
    tenant: 'its name',
    currency: 'of every amount',
    asOf: 'date of the figures',
    mapping: 'approved, draft or discovered',
    questions:
      'of each: title, answered, count, unknown, of, hidden, worth, field, completeness, rows, problems',
  });
}

async function validate(options: ValidateOptions, terminal: Terminal): Promise<void> {
  const mapping = options.mapping === undefined ? null : await readMappingFile(options.mapping, terminal);
  const { records } = await readSource(options, { mapping }, terminal);
  const result = analysisOf(records, mapping, asOfIn(options));
  const answers = answersOf(records, result, sourceKind(options));
  terminal.result(
    options.json === true
      ? jsonText(validationJson(result, answers))
      : validationText(result, answers, terminal.resultWidth),
  );
  const open = answers.filter(({ answered }) => !answered).length;
  if (open > 0)
    throw new Stop(ExitCode.checkFailed, `${open} of ${answers.length} questions cannot be answered.`);
}

function validationText(result: TenantAnalysis, answers: readonly QuestionAnswer[], width: number): string {
  const blocks = answers.map((answer, index) => answerLines(answer, index + 1, result, width));
  const unknown = unknownLinesOf(result.analysis, width);
  return [formatHeading(result), ...blocks, ...(unknown === null ? [] : [unknown])].join('\n\n');
}
