/** Contracts as companies keep them, from the tool results to the JSON: statuses, renewals, terms, and copies. */
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../skill/cli/inputs/analysis-of.ts';
import { parseMapping } from '../../skill/mapping/mapping.ts';
import { toJson } from '../../skill/analysis/facts.ts';
import { readSavedResults } from '../../skill/torii/read.ts';

const keys = {
  termStart: { key: 'start' },
  termEnd: { key: 'end' },
  noticeDays: { key: 'c_notice_1' },
  cancelBy: { key: 'c_cancel_2' },
  autoRenew: { key: 'c_auto_3' },
  renewalTermMonths: { key: 'c_term_4' },
  annualValue: { key: 'c_yearly_5', unit: 'major' },
  seats: { key: 'c_seats_6' },
};

interface Row {
  readonly id: number;
  readonly start?: string;
  readonly end?: string;
  readonly [key: string]: string | number | undefined;
}

/** A yearly contract of 2026 that renews by itself with 30 days of notice, and what differs from it. */
function row(id: number, given: Omit<Row, 'id'> = {}): Row {
  const usual = { status: 'active', start: '2026-01-01', end: '2026-12-31', c_notice_1: 30, c_auto_3: 'Yes' };
  return { id, idApp: 1, name: `Order ${id}`, c_term_4: 12, c_yearly_5: 1000, ...usual, ...given };
}

function judged(asOf: string, rows: readonly Row[], contractStatuses: Readonly<Record<string, string>> = {}) {
  const mapping = parseMapping({
    schemaVersion: 1,
    tenant: { name: 'Alder', currency: 'USD' },
    status: 'approved',
    approval: { by: 'A reviewer', at: '2026-01-15' },
    fields: { app: {}, contract: keys },
    contractStatuses,
  });
  if (!mapping.ok) throw new Error(JSON.stringify(mapping.problems));
  const apps = [{ id: 1, name: 'Yew', state: 'Sanctioned', isHidden: false }];
  const files = [
    ['apps', apps],
    ['contracts', rows],
  ] as const;
  const { records } = readSavedResults(
    files.map(([list, all]) => ({
      name: `list_${list}.json`,
      text: JSON.stringify({ [list]: all, count: all.length, total: all.length, nextCursor: null }),
    })),
  );
  const json = toJson(analysisOf(records, mapping.mapping, asOf).analysis);
  const renewal = (id: number) => json.renewals.find(({ contractId }) => contractId === id);
  return { json, renewal, cost: json.apps[0]?.costAnnual, basis: json.apps[0]?.costBasis };
}

describe('a status', () => {
  it.each([
    ['Active', 'active', 'contract'],
    ['In Review', 'active', 'contract'],
    ['Cancelled', 'ending', 'contract'],
    ['NON-RENEWING', 'ending', 'contract'],
    ['Résilié', 'ending', 'contract'],
    ['Gekündigt', 'ending', 'contract'],
    ['Ersetzt', 'superseded', 'none'],
    ['Superseded', 'superseded', 'none'],
    ['Closed', 'ended', 'none'],
    ['Abgelaufen', 'ended', 'none'],
    ['Entwurf', 'pipeline', 'none'],
    ['Under legal hold', 'active', 'contract'],
  ])('%s is %s, and the cost has basis %s', (status, statusClass, basis) => {
    const found = judged('2026-06-30', [row(7, { status })]);
    expect(found.renewal(7)?.statusClass).toBe(statusClass);
    expect(found.basis).toBe(basis);
  });

  it('means what the mapping says before what the word says', () => {
    const table = { closed: 'active', 'Im Archiv': 'ended' };
    expect(judged('2026-06-30', [row(7, { status: 'Closed' })], table).cost).toBe('1000.00');
    expect(judged('2026-06-30', [row(7, { status: 'im archiv' })], table).basis).toBe('none');
  });

  it('of notice given leaves nothing to miss, and ends the contract at its end', () => {
    const given = row(7, { status: 'Notice given', c_notice_1: 300 });
    const { renewal, json } = judged('2026-06-30', [given]);
    expect(renewal(7)).toMatchObject({ bucket: 'ends', autoRenew: false, earliestExit: '2026-12-31' });
    expect(json.findings.filter(({ type }) => type.startsWith('notice'))).toEqual([]);
    expect(judged('2027-01-01', [given]).basis).toBe('none');
  });
});

describe('a second record of the same app', () => {
  it.each([
    ['a renewal', { start: '2027-01-01', end: '2027-12-31', c_yearly_5: 1100 }, '1100.00', 8],
    ['an early renewal', { start: '2026-12-01', end: '2027-11-30', c_yearly_5: 1100 }, '1100.00', 8],
    ['a purchase to the same end', { start: '2026-11-25', c_yearly_5: 900 }, '1900.00', null],
    [
      'one three times as large',
      { start: '2027-01-01', end: '2027-12-31', c_yearly_5: 3100 },
      '4100.00',
      null,
    ],
  ] as [string, Omit<Row, 'id'>, string, number | null][])('%s: %o', (_, given, cost, supersededBy) => {
    const found = judged('2027-01-10', [row(7), row(8, given)]);
    expect(found.cost).toBe(cost);
    expect(found.renewal(7)?.supersededBy).toBe(supersededBy);
  });

  it('counts once where nothing tells it from the first, and twice where its seats do', () => {
    const copy = { name: 'Order 7', c_notice_1: 300 };
    const once = judged('2026-06-30', [row(7), row(8, copy)]);
    expect([once.cost, once.renewal(8)?.duplicateOf]).toEqual(['1000.00', 7]);
    const [forty, sixty] = [row(7, { c_seats_6: 40 }), row(8, { ...copy, c_seats_6: 60 })];
    expect(judged('2026-06-30', [forty, sixty]).cost).toBe('2000.00');
  });
});

describe('a term', () => {
  it.each([
    ['2026-04-01', '2026-04-30', 1, '2026-07-15', '2026-07-31'],
    ['2025-07-01', '2025-09-30', 3, '2028-01-15', '2028-03-31'],
    ['2022-03-01', '2023-02-28', 12, '2028-01-15', '2028-02-29'],
    ['2023-01-31', '2023-02-28', 1, '2024-02-10', '2024-02-29'],
    ['2020-08-01', '2023-07-31', 12, '2026-02-11', '2026-07-31'],
  ])('from %s to %s, renewed by %i months, ends as of %s on %s', (start, end, c_term_4, asOf, expected) => {
    expect(judged(asOf, [row(7, { start, end, c_term_4 })]).renewal(7)?.termEnd).toBe(expected);
  });

  it('that a missed deadline renews commits the next one', () => {
    const { renewal } = judged('2026-11-15', [row(7, { c_term_4: 6 })]);
    expect(renewal(7)?.ifMissed).toMatchObject({ committedUntil: '2027-06-30', committedAmount: '500.00' });
    const missed = judged('2026-12-15', [row(7, { c_term_4: 6 })]).renewal(7);
    expect(missed).toMatchObject({ bucket: 'missed', earliestExit: '2027-06-30', ifMissed: null });
  });
});
