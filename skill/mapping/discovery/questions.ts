/** The questions that only a person can answer, at most five, the costliest first. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';
import type { TenantRecords } from '../../torii/read.ts';
import { decimalPlacesOf, minorPerMajor } from '../base/currency.ts';
import { isOptionalField, pathKeys } from '../base/mapping-path.ts';
import type { TenantMapping } from '../base/mapping.ts';
import { nameOf } from '../values/read-text.ts';
import { moneyFields, type MoneyField } from '../files/money-fields.ts';
import type { Candidate } from './candidates.ts';
import { moneyContradictions } from './draft-money.ts';
import { bareAmountOf } from './money-unit.ts';
import { rateQuestions, stateQuestion, statusQuestion, unreadableQuestions } from './open-questions.ts';
import { choice, moneyText, type AnswerOption, type QuestionDraft, type Question } from './question.ts';
import { worthOf } from './record-worth.ts';
import { viewValue, type ViewCandidate } from './view-candidates.ts';

export type { AnswerOption, Question } from './question.ts';

const MOST = 5;

export function questionsFor(
  mapping: TenantMapping,
  records: TenantRecords,
  views: readonly ViewCandidate[],
  notice: readonly Candidate[],
): Question[] {
  const worth = worthOf(records, mapping);
  const costly = [
    ...moneyQuestion(mapping, records),
    ...rateQuestions(mapping, worth),
    ...statusQuestion(mapping, worth),
    ...stateQuestion(mapping, worth),
    ...unreadableQuestions(mapping, worth),
  ];
  const others = [
    windowQuestion(mapping),
    viewQuestion(mapping, views),
    noticeQuestion(mapping, notice),
    inactivityQuestion(mapping),
  ].filter((question) => question !== null);
  return [...costly.toSorted((a, b) => b.stake - a.stake), ...others]
    .slice(0, MOST)
    .map(({ id, text, paths, options, example = null }) => ({
      id,
      text,
      paths,
      options,
      example,
      drafted: draftedIn(mapping, { options }),
    }));
}

function draftedIn(mapping: TenantMapping, { options }: Pick<QuestionDraft, 'options'>): string[] {
  return options.filter(({ sets }) => sets[0] && holds(mapping, sets[0])).map(({ id }) => id);
}

/** Objects hold an answer when they agree on the key; the rest of them is filled in by defaults. */
function holds(mapping: TenantMapping, { path, value: wanted }: AnswerOption['sets'][number]): boolean {
  const held = valueAt(mapping, path);
  if (held === undefined) return wanted === null && isOptionalField(path);
  if (!isJsonObject(held) || !isJsonObject(wanted)) return held === wanted;
  return held.key === wanted.key && (wanted.entity === undefined || held.entity === wanted.entity);
}

function valueAt(mapping: TenantMapping, path: string): unknown {
  let value: unknown = mapping;
  for (const key of pathKeys(path)) {
    value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

/** Nothing can be said of a figure that others contradict, so such a unit is asked first. */
function moneyQuestion(mapping: TenantMapping, records: TenantRecords): QuestionDraft[] {
  const open = moneyFields(mapping).filter(({ confirmed }) => !confirmed);
  if (open.length === 0) return [];
  const { currency } = mapping.tenant;
  const figures = open.map((field) => ({ field, figures: figuresOf(field, records, currency) }));
  const doubts = moneyContradictions(mapping, records).map(({ key, why }) => `"${key}" is doubtful: ${why}.`);
  const question = 'Which of these figures is right? Compare one with what Torii or an invoice shows.';
  const sums = figures.map(({ field: { unit }, figures: all }) =>
    all.reduce((sum, figure) => sum + majorOf(figure, unit), 0),
  );
  return [
    {
      id: 'money-unit',
      text: [question, ...doubts].join(' '),
      paths: open.map(({ path }) => path),
      options: figures.flatMap(({ field, figures: all }) => unitAnswers(field, largest(all))),
      stake: doubts.length > 0 ? Infinity : Math.max(...sums),
    },
  ];
}

interface Figure {
  readonly name: string;
  readonly amount: number;
  readonly currency: string;
}

function figuresOf({ path, key }: MoneyField, records: TenantRecords, tenant: string): Figure[] {
  const rows = path.startsWith('fields.app.') ? records.apps : records.contracts;
  return rows.flatMap((row) => figureOf(row, key, tenant) ?? []);
}

function figureOf(row: JsonObject, key: string, tenant: string): Figure | null {
  const bare = bareAmountOf(row, key, tenant);
  return bare && { name: nameOf(row, 'a record'), amount: bare.amount, currency: bare.currency };
}

/** The figure that somebody is most likely to know. */
function largest(figures: readonly Figure[]): Figure | null {
  let most: Figure | null = null;
  for (const figure of figures) if (figure.amount > (most?.amount ?? 0)) most = figure;
  return most;
}

function majorOf({ amount, currency }: Figure, unit: 'minor' | 'major'): number {
  return unit === 'minor' ? amount / minorPerMajor(currency) : amount;
}

function unitAnswers({ path, key }: MoneyField, figure: Figure | null): AnswerOption[] {
  return (['minor', 'major'] as const).map((unit) => ({
    id: `${path}=${unit}`,
    text:
      figure === null
        ? `"${key}" is in ${unit} units`
        : `${figure.name}: ${moneyText(majorOf(figure, unit), figure.currency, decimalPlacesOf(figure.currency))}`,
    path,
    sets: [
      { path: `${path}.unit`, value: unit },
      { path: `${path}.confirmed`, value: true },
    ],
  }));
}

function windowQuestion({ fields: { app } }: TenantMapping): QuestionDraft | null {
  if (app.spend12m === undefined || app.spend12m.window !== 'unknown') return null;
  const path = 'fields.app.spend12m.window';
  return choice('spend-window', `Which months does "${app.spend12m.key}" cover?`, path, [
    ['The last 12 months', 'trailing12m'],
    ['The fiscal year', 'fiscalYear'],
    ['Not known; keep it labeled', 'unknown'],
  ]);
}

function viewQuestion(mapping: TenantMapping, views: readonly ViewCandidate[]): QuestionDraft | null {
  const best = views.slice(0, 4);
  if (best.length === 0) return null;
  const options = best.map((view): [string, JsonValue] => [
    `${view.label} (${view.entity}, ${view.values} values, filled ${Math.round(view.fill * 100)} %)`,
    viewValue(view),
  ]);
  const current = mapping.organizationalView?.label ?? 'none';
  const text = `By which field should figures be split? The draft takes ${current}.`;
  return choice('organizational-view', text, 'organizationalView', [...options, ['None', null]]);
}

/** A notice field this certain, and ahead of the next by this much, need not be asked for. */
const CERTAIN = 0.7;
const AHEAD = 0.15;

function noticeQuestion(mapping: TenantMapping, candidates: readonly Candidate[]): QuestionDraft | null {
  const [best, second] = candidates;
  const certain = best && best.confidence >= CERTAIN && best.confidence - (second?.confidence ?? 0) >= AHEAD;
  if (certain || (candidates.length === 0 && mapping.fields.contract.cancelBy !== undefined)) return null;
  const options = candidates
    .slice(0, 3)
    .map(({ key, label }): [string, JsonValue] => [label === key ? key : `${label} (${key})`, { key }]);
  const text = 'Which contract field holds the days of cancellation notice?';
  return choice('notice-field', text, 'fields.contract.noticeDays', [...options, ['None of them', null]]);
}

function inactivityQuestion({ thresholds }: TenantMapping): QuestionDraft {
  const text = `After how many days without use is a seat inactive? The draft takes ${thresholds.inactiveDays}.`;
  const days = [30, 60, 90, 180].map((count): [string, JsonValue] => [`${count} days`, count]);
  return choice('inactivity-days', text, 'thresholds.inactiveDays', days);
}
