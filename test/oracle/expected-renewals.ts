/** Renewals, field by field, and what findings say of them. */
import { type Expectation, rowOf } from './expectation.ts';
import { at, isRow, type Json, type JsonRow, rowsIn, textOf } from './json.ts';
import type { Judged, Portfolio } from './portfolio.ts';
import { renewalOf } from './renewals.ts';

const dated = ['termStart', 'termEnd', 'noticeDays', 'cancelBy', 'autoRenew', 'renewalTermMonths'];

function findings(analysis: JsonRow, type: string, contractId: number): number {
  return rowsIn(analysis['findings']).filter(
    (row) => row['type'] === type && row['contractId'] === contractId,
  ).length;
}

function unreadable(analysis: JsonRow, id: number): Json {
  const rows = rowsIn(at(rowOf(analysis, 'renewals', 'contractId', id), 'unreadable'));
  return rows
    .filter(({ field }) => dated.includes(textOf(field)))
    .map(({ field, raw }) => `${textOf(field)}: ${textOf(raw)}`)
    .toSorted();
}

function actualOf(analysis: JsonRow, id: number, field: string): Json {
  const row = rowOf(analysis, 'renewals', 'contractId', id);
  if (field === 'unreadable') return unreadable(analysis, id);
  if (field === 'renewed') return JSON.stringify(at(row, 'flags')).includes('rolled');
  if (field === 'ifMissed') {
    const missed = at(row, field);
    if (!isRow(missed)) return missed;
    return {
      committedUntil: missed['committedUntil'] ?? null,
      committedAmount: missed['committedAmount'] ?? null,
    };
  }
  return at(row, field);
}

function ofRow(id: number, row: JsonRow): Expectation[] {
  return Object.entries(row).flatMap(([field, value]): Expectation[] => {
    if (value === undefined || field === 'possiblyRenewed') return [];
    const expected = field === 'unreadable' && Array.isArray(value) ? value.map(textOf).toSorted() : value;
    const actual = (analysis: JsonRow) => actualOf(analysis, id, field);
    return [{ group: 'renewals', field: `renewals.${field}`, subject: `contract ${id}`, expected, actual }];
  });
}

/** "pipeline ones are never in calendar, inbox or notice findings"; superseded ones raise none either. */
function silent({ contract, succession }: Judged): boolean {
  return contract.status !== 'active' || succession !== null || contract.renewsItself.is !== 'known';
}

function ofFindings(judged: Judged): Expectation[] {
  const { id } = judged.contract;
  if (judged.copy || !silent(judged)) return [];
  const actual = (analysis: JsonRow) => findings(analysis, 'notice-missed', id);
  return [
    { group: 'renewals', field: 'findings.notice-missed', subject: `contract ${id}`, expected: 0, actual },
  ];
}

function listed(id: number, expected: boolean): Expectation {
  const actual = (analysis: JsonRow) => rowOf(analysis, 'renewals', 'contractId', id) !== null;
  return { group: 'renewals', field: 'renewals.listed', subject: `contract ${id}`, expected, actual };
}

export function expectedRenewals(portfolio: Portfolio): Expectation[] {
  const all = [...portfolio.apps.flatMap(({ contracts }) => contracts), ...portfolio.stray];
  return [
    ...all.flatMap((judged) => [
      listed(judged.contract.id, true),
      ...ofRow(judged.contract.id, renewalOf(judged, portfolio)),
      ...ofFindings(judged),
    ]),
    ...portfolio.hiddenContracts.map((id) => listed(id, false)),
  ];
}
