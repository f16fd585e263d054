import type { Analysis, Finding, Minor } from '../../analysis/contract.ts';
import { amountCell, countCell, shareCell, textCell } from './cell.ts';
import { recordSheet, type SheetColumn, type WorkbookSheet } from './sheet.ts';

const order = [
  'id',
  'type',
  'queue',
  'app',
  'contractId',
  'amount',
  'low',
  'high',
  'confidence',
  'score',
  'action',
  'blockers',
  'evidence',
  'against',
  'decision',
] as const;
type Row = Finding<Minor>;

/** Every finding, without totals: standalone amounts touch the same money and are never added up. */
export function findingsSheet(analysis: Analysis): WorkbookSheet {
  return recordSheet<Row, (typeof order)[number]>({
    name: 'Findings',
    columns: columnsOf(analysis),
    order,
    rows: analysis.findings,
    note: 'Each amount stands alone: they may touch the same money and are never added up.',
  });
}

function columnsOf({ currency, apps }: Analysis): Record<(typeof order)[number], SheetColumn<Row>> {
  const names = new Map(apps.map(({ id, name }) => [id, name]));
  const amount = (minor: Minor | null) => amountCell(minor, currency);
  return {
    id: { header: 'Finding', width: 34, cell: ({ id }) => textCell(id) },
    type: { header: 'Type', width: 18, cell: ({ type }) => textCell(type) },
    queue: { header: 'Queue', width: 9, cell: ({ queue }) => textCell(queue) },
    app: { header: 'App', width: 26, cell: ({ appId }) => textCell(names.get(appId ?? -1) ?? null) },
    contractId: { header: 'Contract id', width: 11, cell: ({ contractId }) => countCell(contractId) },
    amount: { header: `Touches, ${currency} a year`, width: 16, cell: (row) => amount(row.amount) },
    low: { header: 'At least', width: 14, cell: ({ low }) => amount(low) },
    high: { header: 'At most', width: 14, cell: ({ high }) => amount(high) },
    confidence: { header: 'Confidence', width: 11, cell: ({ confidence }) => textCell(confidence) },
    score: { header: 'Score', width: 8, cell: ({ score }) => shareCell(score) },
    action: { header: 'Consider', width: 60, cell: ({ action }) => textCell(action) },
    blockers: { header: 'Blocked by', width: 40, cell: ({ blockers }) => textCell(blockers.join('; ')) },
    evidence: { header: 'Facts for it', width: 40, cell: ({ evidence }) => textCell(evidence.join('; ')) },
    against: { header: 'Facts against it', width: 40, cell: ({ against }) => textCell(against.join('; ')) },
    decision: { header: 'Decided', width: 13, cell: ({ decision }) => textCell(decision) },
  };
}
