/** The questions that only a person can answer, at most five, each with what every answer sets. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';
import type { TenantRecords } from '../../torii/read.ts';
import type { Candidate } from './candidates.ts';
import { currencyCode, exponentOf } from '../base/currency.ts';
import { decimalOf } from '../base/decimal-text.ts';
import type { TenantMapping } from '../base/mapping.ts';
import { moneyFields, type MoneyField } from '../files/money-fields.ts';
import { nameOf } from '../base/row-id.ts';
import { viewValue, type ViewCandidate } from './view-candidates.ts';

export interface Answer {
  readonly id: string;
  readonly text: string;
  /** The path of the mapping that this answer decides. */
  readonly path: string;
  readonly sets: readonly { readonly path: string; readonly value: JsonValue }[];
}

export interface Question {
  readonly id: 'money-unit' | 'spend-window' | 'organizational-view' | 'notice-field' | 'inactivity-days';
  readonly text: string;
  /** One answer is wanted for each of these paths; only the question on money has more than one. */
  readonly paths: readonly string[];
  readonly options: readonly Answer[];
  /** Ids of the answers that the draft already assumes. */
  readonly drafted: readonly string[];
}

export function questionsFor(
  mapping: TenantMapping,
  records: TenantRecords,
  views: readonly ViewCandidate[],
  notice: readonly Candidate[],
): Question[] {
  const questions = [
    moneyQuestion(mapping, records),
    windowQuestion(mapping),
    viewQuestion(mapping, views),
    noticeQuestion(mapping, notice),
    inactivityQuestion(mapping),
  ];
  return questions.flatMap((question) =>
    question ? [{ ...question, drafted: draftedIn(mapping, question) }] : [],
  );
}

type Asked = Omit<Question, 'drafted'>;

function draftedIn(mapping: TenantMapping, { options }: Asked): string[] {
  return options
    .filter(({ sets }) => sets[0] && holds(valueAt(mapping, sets[0].path), sets[0].value))
    .map(({ id }) => id);
}

/** Objects hold an answer when they agree on the key; the rest of them is filled in by defaults. */
function holds(held: unknown, wanted: JsonValue): boolean {
  if (!isJsonObject(held) || !isJsonObject(wanted)) return (held ?? null) === wanted;
  return held.key === wanted.key && (wanted.entity === undefined || held.entity === wanted.entity);
}

function valueAt(mapping: TenantMapping, path: string): unknown {
  let value: unknown = mapping;
  for (const key of path.split('.')) value = isJsonObject(value) ? value[key] : undefined;
  return value;
}

function moneyQuestion(mapping: TenantMapping, records: TenantRecords): Asked | null {
  const open = moneyFields(mapping).filter(({ confirmed }) => !confirmed);
  if (open.length === 0) return null;
  return {
    id: 'money-unit',
    text: 'Which of these figures is right? Compare one with what Torii or an invoice shows.',
    paths: open.map(({ path }) => path),
    options: open.flatMap((field) =>
      unitAnswers(field, knownFigure(field, records, mapping.tenant.currency)),
    ),
  };
}

interface Figure {
  readonly name: string;
  readonly amount: number;
  readonly currency: string;
}

/** The largest bare figure of a field: the one that somebody is most likely to know. */
function knownFigure({ path, key }: MoneyField, records: TenantRecords, tenant: string): Figure | null {
  const rows = path.startsWith('fields.app.') ? records.apps : records.contracts;
  let largest: Figure | null = null;
  for (const row of rows) {
    const figure = figureOf(row, key, tenant);
    if (figure && figure.amount > (largest?.amount ?? 0)) largest = figure;
  }
  return largest;
}

function figureOf(row: JsonObject, key: string, tenant: string): Figure | null {
  const raw = Object.hasOwn(row, key) ? (row[key] ?? null) : null;
  if (isJsonObject(raw)) return null;
  const amount = typeof raw === 'string' ? decimalOf(raw) : typeof raw === 'number' ? raw : null;
  if (amount === null) return null;
  return { name: nameOf(row, 'a record'), amount, currency: currencyCode(row.currency) ?? tenant };
}

function unitAnswers({ path, key }: MoneyField, figure: Figure | null): Answer[] {
  return (['minor', 'major'] as const).map((unit) => ({
    id: `${path}=${unit}`,
    text: figure === null ? `"${key}" is in ${unit} units` : `${figure.name}: ${amountText(figure, unit)}`,
    path,
    sets: [
      { path: `${path}.unit`, value: unit },
      { path: `${path}.confirmed`, value: true },
    ],
  }));
}

/** With a code and plain groups of three, the same in every place and language. */
function amountText({ amount, currency }: Figure, unit: 'minor' | 'major'): string {
  const exponent = exponentOf(currency);
  const value = unit === 'minor' ? amount / 10 ** exponent : amount;
  const [whole = '', fraction] = value.toFixed(exponent).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${currency} ${fraction === undefined ? grouped : `${grouped}.${fraction}`}`;
}

function windowQuestion({ fields: { app } }: TenantMapping): Asked | null {
  if (app.spend12m === undefined || app.spend12m.window !== 'unknown') return null;
  const path = 'fields.app.spend12m.window';
  return choice('spend-window', `Which months does "${app.spend12m.key}" cover?`, path, [
    ['The last 12 months', 'trailing12m'],
    ['The fiscal year', 'fiscalYear'],
    ['Nobody knows; keep it labeled', 'unknown'],
  ]);
}

function viewQuestion(mapping: TenantMapping, views: readonly ViewCandidate[]): Asked | null {
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

function noticeQuestion(mapping: TenantMapping, candidates: readonly Candidate[]): Asked | null {
  const [best, second] = candidates;
  const certain = best && best.confidence >= CERTAIN && best.confidence - (second?.confidence ?? 0) >= AHEAD;
  if (certain || (candidates.length === 0 && mapping.fields.contract.cancelBy !== undefined)) return null;
  const options = candidates
    .slice(0, 3)
    .map(({ key, label }): [string, JsonValue] => [label === key ? key : `${label} (${key})`, { key }]);
  const text = 'Which contract field holds the days of cancellation notice?';
  return choice('notice-field', text, 'fields.contract.noticeDays', [...options, ['None of them', null]]);
}

function inactivityQuestion({ thresholds }: TenantMapping): Asked {
  const text = `After how many days without use is a seat inactive? The draft takes ${thresholds.inactiveDays}.`;
  const days = [30, 60, 90, 180].map((count): [string, JsonValue] => [`${count} days`, count]);
  return choice('inactivity-days', text, 'thresholds.inactiveDays', days);
}

function choice(
  id: Question['id'],
  text: string,
  path: string,
  options: readonly (readonly [string, JsonValue])[],
): Asked {
  return {
    id,
    text,
    paths: [path],
    options: options.map(([answer, value], index) => ({
      id: `${path}=${index + 1}`,
      text: answer,
      path,
      sets: [{ path, value }],
    })),
  };
}
