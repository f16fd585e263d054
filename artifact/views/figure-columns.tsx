import type { ReactNode } from 'react';
import type { CostComplete, Minor } from '../../skill/analysis/contract.ts';
import { decimal } from '../../skill/analysis/units.ts';
import type { Cell } from '../../skill/report/files.ts';
import { formatCount } from '../parts/text.ts';
import type { Column } from '../parts/table.ts';
import { UnknownValue } from '../parts/layout.ts';
import { Amount } from './amount.tsx';
import { FigureLink } from './figure.tsx';

interface FigureColumn<Row> extends Omit<Column<Row>, 'cell' | 'order' | 'file' | 'numeric'> {
  /** Null = unknown. */
  readonly of: (row: Row) => number | null;
  /** Said where it is unknown; without it the cell stays empty. */
  readonly unknown?: string;
  /** Address of the fact that a cell is; with it the cell opens its lineage. */
  readonly fact?: (row: Row) => string | undefined;
}

interface MoneyColumn<Row> extends FigureColumn<Row> {
  /** Whether the amount of a row is all of what it names. */
  readonly complete?: (row: Row) => CostComplete;
}

/** Amounts in minor units: on screen without cents, in files as decimals. */
export function moneyColumn<Row>(
  currency: string,
  { of, unknown = '', fact, complete, ...column }: MoneyColumn<Row>,
): Column<Row> {
  return {
    ...column,
    numeric: true,
    cell: (row) => (
      <Amount
        minor={of(row)}
        currency={currency}
        unknown={unknown}
        fact={fact?.(row)}
        complete={complete?.(row)}
      />
    ),
    order: of,
    file: (row) => moneyCell(of(row), currency),
  };
}

export function countColumn<Row>({ of, unknown, fact, ...column }: FigureColumn<Row>): Column<Row> {
  const cell = (row: Row): ReactNode => {
    const value = of(row);
    if (value === null) return unknown === undefined ? null : <UnknownValue reason={unknown} />;
    const address = fact?.(row);
    return address === undefined ? (
      formatCount(value)
    ) : (
      <FigureLink fact={address}>{formatCount(value)}</FigureLink>
    );
  };
  return { ...column, numeric: true, cell, order: of };
}

/** An amount as a cell of a file; what is not known stays empty. */
export function moneyCell(minor: Minor | null, currency: string): Cell {
  return minor === null ? null : { decimal: decimal(minor, currency) };
}
