import type { ReactNode } from 'react';
import type { Cell } from '../../../skill/report/files.ts';

export interface Column<Row> {
  readonly key: string;
  /** Header with its unit, such as "Spend, USD a year". */
  readonly header: string;
  readonly numeric?: boolean;
  /** In a narrow pane this cell moves to the second line of the row. */
  readonly secondary?: boolean;
  /** What introduces the cell there; the header when absent, nothing when empty. Null = said by another there. */
  readonly lead?: string | ((row: Row) => string) | null;
  /** A drawing beside the number; carries no text of its own. */
  readonly meter?: boolean;
  /** Drawn in the header, where the drawings below it share a scale. */
  readonly axis?: ReactNode;
  /** Left out where there is little room, without a place on the second line. */
  readonly wide?: boolean;
  /** CSS width; needed in a windowed table, whose columns must not move as rows come and go. */
  readonly width?: string;
  readonly cell: (row: Row) => ReactNode;
  /** Absent = the column cannot be sorted; null sorts last in either direction. */
  readonly order?: (row: Row) => number | string | null;
  /** As a cell of a file; what it is ordered by when absent. A column with neither is on screen only. */
  readonly file?: (row: Row) => Cell;
}

/** A column of the file that the screen has no room for. */
export interface FileColumn<Row> {
  readonly header: string;
  readonly file: (row: Row) => Cell;
}
