import type { JsonValue } from '../../torii/json.ts';

export interface AnswerOption {
  readonly id: string;
  readonly text: string;
  /** The path of the mapping that this answer decides. */
  readonly path: string;
  readonly sets: readonly { readonly path: string; readonly value: JsonValue }[];
}

export interface Question {
  readonly id:
    | 'money-unit'
    | 'exchange-rate'
    | 'contract-status'
    | 'app-state'
    | 'unreadable-value'
    | 'spend-window'
    | 'organizational-view'
    | 'notice-field'
    | 'inactivity-days';
  readonly text: string;
  /** One answer is wanted for each of these paths. */
  readonly paths: readonly string[];
  readonly options: readonly AnswerOption[];
  /** Ids of the answers that the draft already assumes. */
  readonly drafted: readonly string[];
  /** What a person may write where no option fits, such as "1.08". */
  readonly example: string | null;
}

/** A question before it is known which answer the draft assumes. */
export interface QuestionDraft extends Omit<Question, 'drafted' | 'example'> {
  readonly example?: string;
  /** Money that the answer moves or explains, in major units of the tenant; the costliest comes first. */
  readonly stake: number;
}

/** One question about one place, an answer for each value. */
export function choice(
  id: Question['id'],
  text: string,
  path: string,
  options: readonly (readonly [string, JsonValue])[],
): QuestionDraft {
  return { id, text, paths: [path], options: answersTo(path, options), stake: 0 };
}

export function answersTo(path: string, options: readonly (readonly [string, JsonValue])[]): AnswerOption[] {
  return options.map(([text, value], index) => ({
    id: `${path}=${index + 1}`,
    text,
    path,
    sets: [{ path, value }],
  }));
}

/** With a code and plain groups of three, the same in every place and language. */
export function moneyText(amount: number, currency: string, decimals = 0): string {
  const [whole = '', fraction] = amount.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${currency} ${fraction === undefined ? grouped : `${grouped}.${fraction}`}`;
}
