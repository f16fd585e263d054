/**
 * The open questions of a mapping as one form for a person. In: the questions. Out: the form, and from what the
 * person filled in the places of the mapping that it sets. What is left empty stays as drafted.
 */
import type { OpenQuestion } from '../../mapping/mapping.ts';
import type { JsonObject } from '../../torii/json.ts';

/** One input of a form; the kinds that every client can draw. */
export type FormField =
  | {
      readonly type: 'string';
      readonly title: string;
      readonly description?: string;
      readonly enum?: string[];
    }
  | {
      readonly type: 'boolean';
      readonly title: string;
      readonly description?: string;
      readonly default: boolean;
    };

export interface PersonForm {
  readonly message: string;
  readonly fields: Readonly<Record<string, FormField>>;
  readonly required: readonly string[];
}

interface Asked {
  readonly key: string;
  readonly question: OpenQuestion;
  readonly path: string;
  readonly answers: ReadonlyMap<string, readonly string[]>;
}

/** @param folder where the mapping can be kept; null = it cannot, and answers hold until the server ends */
export function mappingForm(questions: readonly OpenQuestion[], folder: string | null): PersonForm {
  const asked = askedOf(questions);
  const fields = Object.fromEntries(asked.map((one) => [one.key, fieldOf(one)]));
  const keep: Readonly<Record<string, FormField>> =
    folder === null
      ? {}
      : {
          approvedBy: {
            type: 'string',
            title: 'Approve as',
            description: 'Your name, if you approve the mapping as it then is; empty leaves it a draft',
          },
          save: {
            type: 'boolean',
            title: 'Keep in the tenant pack',
            description: `Write tenant-mapping.json into ${folder}`,
            default: false,
          },
        };
  return {
    message: `About the fields of this Torii account. ${
      folder === null ? 'Answers hold until the server ends; no folder was named to keep them in.' : ''
    }`.trim(),
    fields: { ...fields, ...keep },
    required: [],
  };
}

export interface MappingAnswers {
  /** As `mapping set` takes them, such as "fields.contract.annualValue.unit=major". */
  readonly sets: readonly string[];
  readonly save: boolean;
  readonly approvedBy: string | null;
}

export function mappingAnswers(questions: readonly OpenQuestion[], filled: JsonObject): MappingAnswers {
  const sets = askedOf(questions).flatMap(({ key, path, answers }) => {
    const value = filled[key];
    if (typeof value !== 'string' || value.trim() === '') return [];
    return answers.size === 0 ? [`${path}=${value.trim()}`] : (answers.get(value) ?? []);
  });
  const by = filled['approvedBy'];
  return {
    sets,
    save: filled['save'] === true,
    approvedBy: typeof by === 'string' && by.trim() !== '' ? by.trim() : null,
  };
}

/** One input for each place that a question is about. */
function askedOf(questions: readonly OpenQuestion[]): Asked[] {
  return questions.flatMap((question, index) =>
    question.paths.flatMap((path, part): Asked[] => {
      const answers = answersFor(question, path);
      if (answers.size === 0 && question.example === undefined) return [];
      return [{ key: `q${index + 1}_${part + 1}`, question, path, answers }];
    }),
  );
}

/** Answers of the question that set this place, by their words; words that come twice are numbered. */
function answersFor({ answers, paths }: OpenQuestion, path: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { text, set } of answers) {
    const [first = ''] = set;
    const mine = paths.length === 1 || first.startsWith(`${path}=`) || first.startsWith(`${path}.`);
    if (set.length === 0 || !mine) continue;
    const words = oneLine(text);
    found.set(found.has(words) ? `${words} (${found.size + 1})` : words, set);
  }
  return found;
}

function fieldOf({ question, path, answers }: Asked): FormField {
  const hint = question.example === undefined ? path : `${path}, such as ${question.example}`;
  return {
    type: 'string',
    title: oneLine(question.text),
    description: hint,
    ...(answers.size > 0 && { enum: [...answers.keys()] }),
  };
}

/** Longest text of a form; the name of a record may be in it. */
const LONGEST = 300;

function oneLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
