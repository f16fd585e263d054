/** An answer as aligned text: what was counted, how far it can be trusted, the rows, what is in the way. */
import type { Analysis } from '../../../analysis/contract.ts';
import { renderCount, renderDate } from '../../../analysis/facts.ts';
import { dayOf } from '../../../analysis/units.ts';
import { plainText, unknownsOf } from '../../../report/texts.ts';
import type { TenantAnalysis } from '../../inputs/analysis-of.ts';
import { wrapText } from '../../terminal/wrap-text.ts';
import { INDENT, type QuestionAnswer } from './answers.ts';
import { mappedField } from './mapped-field.ts';

/** Whose figures these are, for which date, and how far the mapping can be trusted. */
export function formatHeading({ mapping, origin, analysis }: TenantAnalysis): string {
  const { tenant, approval } = mapping;
  const texts = {
    approved: `approved by ${approval?.by ?? 'nobody'} on ${approval === undefined ? 'no date' : renderDate(dayOf(approval.at))}`,
    draft: 'DRAFT, not approved by anybody yet',
    discovered: 'DRAFT, discovered just now and not reviewed',
  };
  return `${tenant.name}, ${tenant.currency}, as of ${renderDate(dayOf(analysis.asOf))}\nMapping: ${texts[origin]}`;
}

/** What no answer has in it, and the cheapest way to find out; null where nothing is missing. */
export function unknownLinesOf(analysis: Analysis): string | null {
  const unknowns = unknownsOf(analysis);
  if (unknowns.length === 0) return null;
  const lines = unknowns.map(({ what, gist = what, remedy }) =>
    wrapText(
      [gist, remedy].map((sentence) => plainText(sentence, analysis.currency)).join(' '),
      `${INDENT}- `,
    ),
  );
  return ['What is not known', ...lines].join('\n');
}

export function answerLines(answer: QuestionAnswer, number: number, result: TenantAnalysis): string {
  const { answered, table, diagnoses } = answer;
  const facts = [
    ['count', countText(answer)],
    ['unknown', unknownText(answer)],
    ...(answer.answered && answer.worth !== null ? [['worth', answer.worth]] : []),
    ['as of', renderDate(dayOf(result.analysis.asOf))],
    ['source', sourceText(answer)],
    ['field', fieldText(answer, result)],
  ].map(([label = '', text = '']) => wrapText(text, `${INDENT}${label.padEnd(9)}`));
  const rows = answered && table !== '' ? ['', table.replaceAll(/^(?=.)/gm, INDENT)] : [];
  const causes = diagnoses.map(({ problem, remedy }) => wrapText(`${problem} ${remedy}`, `${INDENT}! `));
  return [
    `${number}. ${answer.title}`,
    ...facts,
    ...rows,
    ...(causes.length === 0 ? [] : ['', ...causes]),
  ].join('\n');
}

function countText({ answered, total, certificate }: QuestionAnswer): string {
  if (!answered) return 'cannot be answered';
  const partial = certificate?.status === 'complete' ? '' : `, PARTIAL: among the rows that were read`;
  return `${renderCount(total)}${partial}`;
}

function unknownText({ answered, unknown, of, noun, hidden }: QuestionAnswer): string {
  const beside =
    hidden === 0 ? '' : `; ${renderCount(hidden)} hidden in Torii ${hidden === 1 ? 'is' : 'are'} left out`;
  if (!answered && of === 0) return 'everything';
  return `not stated by ${renderCount(unknown)} of ${renderCount(of)} ${noun}${beside}`;
}

function sourceText({ certificate, noun }: QuestionAnswer): string {
  if (certificate === undefined) return `${noun}: not read`;
  const { status, rows, total, fetchedAt } = certificate;
  const of = total === null ? '' : ` of ${renderCount(total)}`;
  const read = fetchedAt === null ? 'time of reading not stated' : `read ${minuteOf(fetchedAt)}`;
  return `${noun}: ${status}, ${renderCount(rows)}${of} rows, ${read}`;
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
