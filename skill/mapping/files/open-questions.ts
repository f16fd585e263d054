/** The questions that are still open in a mapping: those that discovery left in it, and those that it shows itself. */
import type { OpenQuestion, TenantMapping } from '../base/mapping.ts';
import { moneyFields } from './money-fields.ts';
import { unnamedTenant } from './tenant-facts.ts';

export function openQuestions(mapping: TenantMapping): OpenQuestion[] {
  const kept = mapping.questions ?? [];
  const asked = new Set(kept.flatMap(({ paths }) => paths));
  const shown = [...nameQuestion(mapping), ...unitQuestions(mapping), ...windowQuestion(mapping)];
  return [...kept, ...shown.filter(({ paths }) => !paths.some((path) => asked.has(path)))];
}

function nameQuestion({ tenant: { name } }: TenantMapping): OpenQuestion[] {
  if (name !== unnamedTenant) return [];
  const text = 'Whose Torii is this? Decisions and baselines must name the same company.';
  return [{ text, paths: ['tenant.name'], answers: [], example: 'Acme' }];
}

function unitQuestions(mapping: TenantMapping): OpenQuestion[] {
  return moneyFields(mapping)
    .filter(({ confirmed }) => !confirmed)
    .map(({ path, key, unit }) => ({
      text: `Is "${key}" in minor units (cents) or in major ones? The draft takes ${unit}. Compare one figure with Torii.`,
      paths: [path],
      answers: (['minor', 'major'] as const).map((one) => ({
        text: `${one} units`,
        set: [`${path}.unit=${one}`],
      })),
    }));
}

function windowQuestion({ fields: { app } }: TenantMapping): OpenQuestion[] {
  if (app.spend12m === undefined || app.spend12m.window !== 'unknown') return [];
  const path = 'fields.app.spend12m.window';
  return [
    {
      text: `Which months does "${app.spend12m.key}" cover?`,
      paths: [path],
      answers: [
        { text: 'the last 12 months', set: [`${path}=trailing12m`] },
        { text: 'the fiscal year', set: [`${path}=fiscalYear`] },
      ],
    },
  ];
}

/** The mapping without the questions that setting these places has answered. */
export function withoutAnswered(mapping: TenantMapping, paths: readonly string[]): TenantMapping {
  const { questions, ...rest } = mapping;
  const isSet = (asked: string): boolean =>
    paths.some((path) => path === asked || path.startsWith(`${asked}.`));
  const open = (questions ?? []).flatMap((question) => {
    const left = question.paths.filter((path) => !isSet(path));
    return left.length === 0 ? [] : [{ ...question, paths: left }];
  });
  return open.length === 0 ? rest : { ...rest, questions: open };
}
