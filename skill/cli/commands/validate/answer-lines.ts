/** An answer as aligned text: what was counted, how far it can be trusted, the rows, what is in the way. */
import type { Analysis } from '../../../analysis/contract.ts';
import { renderCount, renderCounted, renderDate, renderMoney } from '../../../analysis/facts.ts';
import { dayOf } from '../../../analysis/units.ts';
import { copiedLabel, labelSentence, plainText, unknownsOf } from '../../../report/texts.ts';
import type { TenantAnalysis } from '../../inputs/analysis-of.ts';
import { table } from '../../terminal/table.ts';
import { wrapText } from '../../terminal/wrap-text.ts';
import type { AnswerRow, AnswerCell, QuestionAnswer, AnswerWorth } from './answers.ts';
import { mappedField } from './mapped-field.ts';

/** Everything under the title of a question is set in by this much. */
const INDENT = '   ';

/** Whose figures these are, for which date, and how far the mapping can be trusted. */
export function formatHeading({ mapping, origin, analysis }: TenantAnalysis): string {
  const { tenant, approval } = mapping;
  const texts = {
    approved: `approved by ${approval?.by ?? 'nobody'} on ${approval ? renderDate(dayOf(approval.at)) : 'no date'}`,
    draft: 'DRAFT, not approved by anybody yet',
    discovered: 'DRAFT, discovered just now and not reviewed',
  };
  const copied = copiedLabel(analysis);
  const lines = [
    `${tenant.name}, ${tenant.currency}, as of ${renderDate(dayOf(analysis.asOf))}`,
    `Mapping: ${texts[origin]}`,
    ...(copied === null ? [] : [labelSentence(copied)]),
  ];
  return lines.join('\n');
}

/** What no answer has in it, and the cheapest way to find out; null where nothing is missing. */
export function unknownLinesOf(analysis: Analysis, width: number): string | null {
  const unknowns = unknownsOf(analysis);
  if (unknowns.length === 0) return null;
  const lines = unknowns.map(({ what, gist = what, remedy }) =>
    wrapText(
      [gist, remedy].map((sentence) => plainText(sentence, analysis.currency)).join(' '),
      `${INDENT}- `,
      width,
    ),
  );
  return ['What is not known', ...lines].join('\n');
}

function worthText({ sum, silent, of }: AnswerWorth, currency: string): string {
  if (sum === null) return 'unknown';
  if (silent === 0) return `${renderMoney(sum, currency)} in all`;
  const states = silent === 1 ? 'states' : 'state';
  return `at least ${renderMoney(sum, currency)} in all: ${renderCount(silent)} of ${renderCount(of)} ${states} no amount`;
}

export function answerLines(
  answer: QuestionAnswer,
  number: number,
  result: TenantAnalysis,
  width: number,
): string {
  const { answered, worth, rows, diagnoses } = answer;
  const facts = [
    ['count', countText(answer)],
    ['unknown', unknownText(answer)],
    ...(answered && worth !== null ? [['worth', worthText(worth, result.mapping.tenant.currency)]] : []),
    ['as of', renderDate(dayOf(result.analysis.asOf))],
    ['source', sourceText(answer)],
    ['field', fieldText(answer, result)],
  ].map(([label = '', text = '']) => wrapText(text, `${INDENT}${label.padEnd(9)}`, width));
  const drawn =
    answered && rows.length > 0 ? ['', rowLines(rows, result.mapping.tenant.currency, width)] : [];
  const causes = diagnoses.map(({ problem, remedy }) =>
    wrapText(`${problem} ${remedy}`, `${INDENT}! `, width),
  );
  return [
    `${number}. ${answer.title}`,
    ...facts,
    ...drawn,
    ...(causes.length === 0 ? [] : ['', ...causes]),
  ].join('\n');
}

function rowLines(rows: readonly AnswerRow[], currency: string, width: number): string {
  const [first = []] = rows;
  const figures = first.flatMap(({ kind }, column) => (kind === 'count' || kind === 'money' ? [column] : []));
  const cells = rows.map((row) => row.map((cell) => cellText(cell, currency)));
  const titles = first.map(({ title }) => title);
  return table(titles, cells, figures, width - INDENT.length).replaceAll(/^(?=.)/gm, INDENT);
}

function cellText(cell: AnswerCell, currency: string): string {
  const { kind, value } = cell;
  if (value === null) return 'unknown';
  if (kind === 'date') {
    return [renderDate(dayOf(value)), ...(cell.notes ?? []).map((note) => `(${note})`)].join(' ');
  }
  if (kind === 'truth') return value ? 'yes' : 'no';
  if (kind === 'text') return value;
  return kind === 'money' ? renderMoney(value, currency) : renderCount(value);
}

function countText({ answered, total, certificate }: QuestionAnswer): string {
  if (!answered) return 'cannot be answered';
  const partial = certificate?.status === 'complete' ? '' : `, PARTIAL: among the rows that were read`;
  return `${renderCount(total)}${partial}`;
}

function unknownText({ answered, unknown, of, noun, hidden }: QuestionAnswer): string {
  const beside =
    hidden === 0 ? '' : `; ${renderCounted(hidden, 'hidden in Torii is', 'hidden in Torii are')} left out`;
  if (!answered && of === 0) return 'everything';
  return `not stated by ${renderCount(unknown)} of ${renderCounted(of, noun.slice(0, -1))}${beside}`;
}

function sourceText({ certificate, noun }: QuestionAnswer): string {
  if (certificate === undefined) return `${noun}: not read`;
  const { status, rows, total, fetchedAt } = certificate;
  const read = fetchedAt === null ? 'time of reading not stated' : `read ${minuteOf(fetchedAt)}`;
  return `${noun}: ${status}, ${rowText(rows, total)}, ${read}`;
}

function rowText(rows: number, total: number | null): string {
  return total === null
    ? renderCounted(rows, 'row')
    : `${renderCount(rows)} of ${renderCounted(total, 'row')}`;
}

/** "2026-11-22 10:30 UTC" */
function minuteOf(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`;
}

function fieldText({ path }: QuestionAnswer, { mapping, origin }: TenantAnalysis): string {
  const field = mappedField(mapping, path);
  if (field === undefined) return `none mapped to ${path}`;
  const { unit, confirmed, window } = field;
  const labels = [
    ...(origin === 'approved' ? [] : ['draft']),
    ...(unit === undefined ? [] : [`${unit} units${confirmed === true ? '' : ', unit unconfirmed'}`]),
    ...(window === 'unknown' ? ['Torii expenses, window unconfirmed'] : []),
    ...(window === 'fiscalYear' ? ['covers the fiscal year, not the last 12 months'] : []),
  ];
  return `"${field.key}"${labels.length === 0 ? '' : ` (${labels.join('; ')})`}`;
}
