import type { OpenQuestion } from '../../mapping/mapping.ts';
import type { MappingDraft, AnswerOption } from '../../mapping/discover.ts';
import { table } from './table.ts';
import { wrapText } from './wrap-text.ts';

/** Which key was found for each canonical field, and why. */
export function fieldLines({ candidates, mapping }: MappingDraft): string {
  const rows = Object.entries(candidates.fields).map(([path, ranked]) => {
    const [best] = ranked;
    const name = path.slice('fields.'.length);
    if (best === undefined || !isMapped(mapping.fields, path)) return [name, 'not found', '', '', ''];
    const unit = candidates.units[path];
    const unitText =
      unit === undefined
        ? []
        : [`${unit.unit === 'minor' ? 'Minor' : 'Major'} units${unit.confirmed ? '' : ', unconfirmed'}`];
    const evidence = [...unitText, ...best.evidence.slice(0, 1)].join('. ');
    return [name, best.key, `${Math.round(best.fill * 100)} %`, String(best.confidence), evidence];
  });
  return table(['field', 'key', 'filled', 'confidence', 'evidence'], rows, [2, 3]);
}

function isMapped(fields: object, path: string): boolean {
  const [, entity = '', name = ''] = path.split('.');
  const ofEntity: unknown = Reflect.get(fields, entity);
  return typeof ofEntity === 'object' && ofEntity !== null && Object.hasOwn(ofEntity, name);
}

/** Questions that a draft keeps, each answer as the command that records it. */
export function openQuestionLines(questions: readonly OpenQuestion[], command: string): string {
  return questions
    .flatMap(({ text, paths, answers, example }) => [
      wrapText(text, '- '),
      ...answers
        .filter(({ set }) => set.length > 0)
        .map(({ text: answer, set }) => `    ${answer}\n      ${command} ${set.map(quoted).join(' ')}`),
      ...(example === undefined
        ? []
        : paths.map((path) => `    in your own words\n      ${command} ${quoted(`${path}=${example}`)}`)),
    ])
    .join('\n');
}

/** Safe in a shell, and copied as it is. */
function quoted(text: string): string {
  return /^[\w.:=/-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The open questions, each answer with what it writes into the mapping; a star marks the draft's own. */
export function questionLines({ questions }: MappingDraft): string {
  return questions
    .flatMap(({ text, options, drafted }) => [
      wrapText(text, '- '),
      ...options.map(({ id, text: answer, sets }) => {
        const edits = sets.map(editText).join(' and ');
        return wrapText(`${answer} → ${edits}`, drafted.includes(id) ? '    * ' : '      ');
      }),
    ])
    .join('\n');
}

/** A field that does not exist is left out of the mapping; a view that is not wanted is null. */
function editText({ path, value }: AnswerOption['sets'][number]): string {
  if (value === null && path.startsWith('fields.')) return `leave ${path} out`;
  return `${path} = ${JSON.stringify(value)}`;
}
