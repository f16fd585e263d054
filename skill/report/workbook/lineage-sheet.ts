import type { Analysis } from '../../analysis/contract.ts';
import type { Explanation, SourceRecord } from '../../analysis/facts.ts';
import { textCell } from './cell.ts';
import { appColumns, firstRow, letterOf, planColumns, renewalColumns } from './layout.ts';
import { recordSheet, type WorkbookSheet } from './sheet.ts';
import { totalCellOf } from './total-cells.ts';

/** How a figure came about; null for a figure that does not exist. */
export type Explain = (factId: string) => Explanation | null;

interface Figure {
  readonly fact: string;
  /** Where it is in the workbook. */
  readonly cell: string;
}

type Row = Explanation & { readonly cell: string };

const order = ['fact', 'cell', 'value', 'formula', 'assumptions', 'from', 'sources'] as const;

/** Every figure of money and every deadline: its cell, its formula in words, its records and their fields. */
export function lineageSheet(analysis: Analysis, explain: Explain): WorkbookSheet {
  const figures = figuresOf(analysis);
  return recordSheet<Row, (typeof order)[number]>({
    name: 'Lineage',
    columns,
    order,
    // Tens of thousands of explanations are much larger than what they explain: none outlives its row.
    rows: { [Symbol.iterator]: () => explained(figures, explain) },
    note: about,
  });
}

function* explained(figures: readonly Figure[], explain: Explain): Generator<Row, void> {
  for (const { fact, cell } of figures) {
    const explanation = explain(fact);
    if (explanation !== null) yield { ...explanation, cell };
  }
}

const about = 'Facts are named as in the JSON; fields are the canonical ones of the mapping.';

const columns = {
  fact: { header: 'Figure', width: 40, cell: ({ fact }: Row) => textCell(fact) },
  cell: { header: 'Cell', width: 14, cell: ({ cell }: Row) => textCell(cell) },
  value: { header: 'Value as analyzed', width: 18, cell: ({ value }: Row) => textCell(value) },
  formula: { header: 'Formula', width: 70, cell: ({ formula }: Row) => textCell(formula) },
  assumptions: {
    header: 'Takes for granted',
    width: 50,
    cell: ({ assumptions }: Row) => textCell(assumptions.join(' ')),
  },
  from: { header: 'Made of', width: 50, cell: ({ from }: Row) => textCell(joinItems(from)) },
  sources: {
    header: 'Records of Torii and their fields',
    width: 60,
    cell: ({ sources }: Row) => textCell(joinItems(sources.map(recordText))),
  },
};

/** A cell does not hold the thousands of facts behind a total; the sheets list them. */
const most = 40;

function joinItems(items: readonly string[]): string {
  const more = items.length - most;
  return more > 0
    ? `${items.slice(0, most).join('; ')}; and ${more} more, as on the sheet`
    : items.join('; ');
}

function recordText({ source, id, fields }: SourceRecord): string {
  return `${source} ${id}: ${fields.join(', ')}`;
}

function figuresOf({ apps, ledger, renewals }: Analysis): Figure[] {
  const app = cellsOn('Apps', appColumns);
  const plan = cellsOn('Plan', planColumns);
  const renewal = cellsOn('Renewals', renewalColumns);
  return [
    ...Object.entries(totalCellOf).map(([field, cell]) => ({ fact: `totals/${field}`, cell })),
    ...apps.flatMap(({ id, costAnnual, seats }, index) => [
      ...(costAnnual === null
        ? []
        : (['costAnnual', 'hardSavingAnnual', 'projectedAnnual'] as const).map((field) => ({
            fact: `app/${id}/${field}`,
            cell: app(field, index),
          }))),
      ...(seats === null ? [] : [{ fact: `app/${id}/seats/purchased`, cell: app('seats/purchased', index) }]),
    ]),
    ...ledger.flatMap(({ id }, index) =>
      (['hardAnnual', 'next12', 'inYear', 'effectiveFrom'] as const).map((field) => ({
        fact: `ledger/${id}/${field}`,
        cell: plan(field, index),
      })),
    ),
    ...renewals.flatMap(({ contractId, deadline, annualValue }, index) => [
      ...(deadline === null
        ? []
        : [{ fact: `renewal/${contractId}/deadline`, cell: renewal('deadline', index) }]),
      ...(annualValue === null
        ? []
        : [{ fact: `renewal/${contractId}/annualValue`, cell: renewal('annualValue', index) }]),
    ]),
  ];
}

function cellsOn<Key extends string>(
  sheet: string,
  keys: readonly Key[],
): (key: Key, index: number) => string {
  return (key, index) => `${sheet}!${letterOf(keys.indexOf(key))}${firstRow + index}`;
}
