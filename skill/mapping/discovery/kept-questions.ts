/** Questions in the form in which a draft keeps them: every answer as what `mapping set` takes. */
import { isJsonObject } from '../../torii/json.ts';
import type { OpenQuestion, TenantMapping } from '../base/mapping.ts';
import type { Setting } from './answer.ts';
import type { Question } from './question.ts';

export function withQuestions(mapping: TenantMapping, questions: readonly Question[]): TenantMapping {
  return questions.length === 0 ? mapping : { ...mapping, questions: questions.map(toOpenQuestion) };
}

function toOpenQuestion({ text, paths, options, drafted, example }: Question): OpenQuestion {
  return {
    text,
    paths: [...paths],
    answers: options.map(({ id, text: answer, sets }) => ({
      text: drafted.includes(id) ? `${answer} (as drafted)` : answer,
      set: sets.filter(({ path }) => !path.endsWith('.confirmed')).flatMap(settingTexts),
    })),
    ...(example === null ? {} : { example }),
  };
}

function settingTexts({ path, value }: Setting): string[] {
  if (value === null) return [`${path}=none`];
  if (isJsonObject(value) && path === 'organizationalView') {
    const { entity, key, label, sourceIdApp = null } = value;
    const source = typeof sourceIdApp === 'number' ? [`${path}.sourceIdApp=${sourceIdApp}`] : [];
    if (typeof entity !== 'string' || typeof key !== 'string' || typeof label !== 'string') return [];
    return [`${path}=${entity}:${key}`, `${path}.label=${label}`, ...source];
  }
  if (isJsonObject(value) && typeof value.key === 'string' && Object.keys(value).length === 1) {
    return [`${path}=${value.key}`];
  }
  return [`${path}=${typeof value === 'string' ? value : JSON.stringify(value)}`];
}
