/** The answers for a program: the same that is printed, figures as numbers and amounts as decimal text. */
import { decimal } from '../../../analysis/units.ts';
import type { TenantAnalysis } from '../../inputs/analysis-of.ts';
import type { AnswerRow, AnswerCell, QuestionAnswer } from './answers.ts';
import { mappedField } from './mapped-field.ts';

/** What `validate --json` prints; null is unknown, never 0. */
export function validationJson(
  { mapping, origin, analysis }: TenantAnalysis,
  answers: readonly QuestionAnswer[],
): object {
  const { tenant } = mapping;
  return {
    tenant: tenant.name,
    currency: tenant.currency,
    asOf: analysis.asOf,
    mapping: origin,
    questions: answers.map((answer) => questionJson(answer, mapping, tenant.currency)),
  };
}

function questionJson(
  { title, answered, total, unknown, of, hidden, worth, path, certificate, rows, diagnoses }: QuestionAnswer,
  mapping: TenantAnalysis['mapping'],
  currency: string,
): object {
  return {
    title,
    answered,
    count: answered ? total : null,
    unknown,
    of,
    hidden,
    worth: worth && { ...worth, sum: worth.sum === null ? null : decimal(worth.sum, currency) },
    field: { path, ...mappedField(mapping, path) },
    completeness: certificate ?? null,
    rows: answered ? rows.map((row) => rowJson(row, currency)) : [],
    problems: diagnoses,
  };
}

function rowJson(row: AnswerRow, currency: string): object {
  const valueOf = ({ kind, value }: AnswerCell) =>
    kind === 'money' && value !== null ? decimal(value, currency) : value;
  return Object.fromEntries(row.map((cell) => [cell.key, valueOf(cell)]));
}
