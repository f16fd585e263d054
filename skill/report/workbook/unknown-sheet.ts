import type { Analysis } from '../../analysis/contract.ts';
import { plainText } from '../base/sentence.ts';
import type { Unknown } from '../text/unknown.ts';
import { unknownsOf } from '../text/unknowns.ts';
import { textCell } from './cell.ts';
import { recordSheet, type WorkbookSheet } from './sheet.ts';

/** What the analysis cannot say, and the cheapest way to find out. */
export function unknownSheet(analysis: Analysis): WorkbookSheet {
  const { currency } = analysis;
  return recordSheet<Unknown, 'what' | 'remedy'>({
    name: 'Unknown',
    columns: {
      what: { header: 'Not known', width: 80, cell: ({ what }) => textCell(plainText(what, currency)) },
      remedy: {
        header: 'How to find out',
        width: 80,
        cell: ({ remedy }) => textCell(plainText(remedy, currency)),
      },
    },
    order: ['what', 'remedy'],
    rows: unknownsOf(analysis),
    note: 'Unknown is never counted as zero.',
  });
}
