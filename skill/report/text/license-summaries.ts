/** License summaries that contradict their lines: a control total that does not hold, and by how much. */
import { summariesApart } from '../../analysis/analyze.ts';
import type { Analysis } from '../../analysis/contract.ts';
import { counted, listed, type Part } from '../base/sentence.ts';
import type { Unknown } from './unknown.ts';

type Note = Analysis['findings'][number];

export function summaryGaps(analysis: Analysis): Unknown[] {
  const notes = summariesApart(analysis);
  if (notes.length === 0) return [];
  const names = new Map(analysis.apps.map(({ id, name }) => [id, name]));
  return [
    {
      id: 'license-summaries',
      what: [
        'The license summary and its lines are apart for ',
        ...counted(notes.length, 'count/summariesApart', 'app', 'apps'),
        ': ',
        ...listed(notes, (note) => [
          { name: names.get(note.appId ?? -1) ?? '' },
          ' by ',
          ...apartWords(note),
        ]),
        '. The lines are used.',
      ],
      gist: [
        'The license summary and its lines are apart for ',
        ...counted(notes.length, 'count/summariesApart', 'app', 'apps'),
        '. The lines are used.',
      ],
      remedy: ['Compare them in Torii: a line may be recorded twice, or be missing.'],
      money: null,
    },
  ];
}

function apartWords({ id, seats, amount }: Note): Part[] {
  return [
    ...(seats === undefined ? [] : counted(seats, `finding/${id}/seats`, 'seat', 'seats')),
    ...(seats !== undefined && amount !== null ? [' and '] : []),
    ...(amount === null ? [] : [{ money: amount, fact: `finding/${id}/amount` }, ' a year']),
  ];
}
