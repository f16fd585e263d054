import type { OpenQuestion } from '../../mapping/mapping.ts';
import type { MappingDraft } from '../../mapping/discover.ts';
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
      ...byWord(
        answers.filter(({ set }) => set.length > 0),
        isSetAsSaid,
      ).flatMap(([answer, [first]]) => [
        wrapText(answer, '    ', width),
        ...(first === undefined ? [] : [`      ${command} ${first.set.map(shellWord).join(' ')}`]),
      ]),
      ...(example === undefined ? [] : paths.flatMap((path) => ownWordLines(path, example, command))),
    ])
    .join('\n');
}

/** A rate is nothing to show by an example: one that is copied as it is would be taken for the truth. */
function ownWordLines(path: string, example: string, command: string): string[] {
  const rate = /^rates\.perUnit\.(.+)$/.exec(path);
  const label = rate === null ? `in your own words, here ${example}` : `the rate of 1 ${rate[1] ?? ''}`;
  const value = rate === null ? example : 'RATE';
  return [`    ${label}`, `      ${command} ${shellWord(`${path}=${value}`)}`];
}

/** The open questions with their answers; a star marks the draft's own. */
export function questionLines({ questions }: MappingDraft, width: number): string {
  return questions
    .flatMap(({ text, options, drafted }) => [
      wrapText(text, '- ', width),
      ...new Set(
        byWord(options).map(([answer, ofWord]) =>
          wrapText(answer, ofWord.some(({ id }) => drafted.includes(id)) ? '    * ' : '      ', width),
        ),
      ),
    ])
    .join('\n');
}

/** One command can show for all of a word's answers, if the last word of each is what is set. */
function isSetAsSaid({ text, set }: OpenQuestion['answers'][number]): boolean {
  return set.every((edit) => text.endsWith(`: ${edit.slice(edit.indexOf('=') + 1)}`));
}

/** Answers about one word in one line, as “word”: this, that or the other; any other answer on its own. */
function byWord<Answer extends { readonly text: string }>(
  answers: readonly Answer[],
  mayJoin: (answer: Answer) => boolean = () => true,
): [string, readonly Answer[]][] {
  const words = new Map<string, Answer[]>();
  for (const answer of answers) {
    const word = mayJoin(answer) ? /^“.*”: /.exec(answer.text)?.[0] : undefined;
    const key = word ?? answer.text;
    words.set(key, [...(words.get(key) ?? []), answer]);
  }
  return [...words].map(([key, ofWord]) => {
    const meanings = [...new Set(ofWord.map(({ text }) => text.slice(key.length)))];
    const others = meanings.slice(0, -1).join(', ');
    return [`${key}${others}${others === '' ? '' : ' or '}${meanings.at(-1) ?? ''}`, ofWord];
  });
}
