import type { OpenQuestion } from '../../mapping/mapping.ts';
import type { MappingDraft, AnswerOption } from '../../mapping/discover.ts';
import { shellWord } from './shell-word.ts';
import { table } from './table.ts';
import { wrapText } from './wrap-text.ts';

/** What was found for a canonical field; a field without a key was not found. */
export interface FoundField {
  readonly field: string;
  readonly key: string | null;
  /** Share of the records that carry a value. */
  readonly fill: number | null;
  readonly confidence: number | null;
  readonly evidence: readonly string[];
}

/** Which key was found for each canonical field, and why. */
export function foundFields({ candidates, mapping }: MappingDraft): FoundField[] {
  return Object.entries(candidates.fields).map(([path, ranked]) => {
    const [best] = ranked;
    const field = path.slice('fields.'.length);
    if (best === undefined || !isMapped(mapping.fields, path)) {
      return { field, key: null, fill: null, confidence: null, evidence: [] };
    }
    const unit = candidates.units[path];
    const unitText =
      unit === undefined
        ? []
        : [`${unit.unit === 'minor' ? 'Minor' : 'Major'} units${unit.confirmed ? '' : ', unconfirmed'}`];
    const { key, fill, confidence } = best;
    return { field, key, fill, confidence, evidence: [...unitText, ...best.evidence] };
  });
}

/** The same as a table, with the first words of the evidence. */
export function fieldLines(draft: MappingDraft, width: number): string {
  const rows = foundFields(draft).map(({ field, key, fill, confidence, evidence }) => [
    field,
    key ?? 'not found',
    fill === null ? '' : `${Math.round(fill * 100)} %`,
    confidence === null ? '' : String(confidence),
    evidence.slice(0, /units/.test(evidence[0] ?? '') ? 2 : 1).join('. '),
  ]);
  return table(['field', 'key', 'filled', 'sure', 'evidence'], rows, [2, 3], width);
}

function isMapped(fields: object, path: string): boolean {
  const [, entity = '', name = ''] = path.split('.');
  const ofEntity: unknown = Reflect.get(fields, entity);
  return typeof ofEntity === 'object' && ofEntity !== null && Object.hasOwn(ofEntity, name);
}

/** Questions that a draft keeps, each answer as the command that records it. */
export function openQuestionLines(
  questions: readonly OpenQuestion[],
  command: string,
  width: number,
): string {
  return questions
    .flatMap(({ text, paths, answers, example }) => [
      wrapText(text, '- ', width),
      ...answers
        .filter(({ set }) => set.length > 0)
        .map(({ text: answer, set }) => `    ${answer}\n      ${command} ${set.map(shellWord).join(' ')}`),
      ...(example === undefined
        ? []
        : paths.map((path) => `    in your own words\n      ${command} ${shellWord(`${path}=${example}`)}`)),
    ])
    .join('\n');
}

/** The open questions, each answer with what it writes into the mapping; a star marks the draft's own. */
export function questionLines({ questions }: MappingDraft, width: number): string {
  return questions
    .flatMap(({ text, options, drafted }) => [
      wrapText(text, '- ', width),
      ...new Set(
        options.map(({ id, text: answer, sets }) => {
          const edits = sets.length === 0 ? '' : ` → ${sets.map(editText).join(' and ')}`;
          return wrapText(`${answer}${edits}`, drafted.includes(id) ? '    * ' : '      ', width);
        }),
      ),
    ])
    .join('\n');
}

/** A field that does not exist is left out of the mapping; a view that is not wanted is null. */
function editText({ path, value }: AnswerOption['sets'][number]): string {
  if (value === null && path.startsWith('fields.')) return `leave ${path} out`;
  return `${path} = ${JSON.stringify(value)}`;
}
