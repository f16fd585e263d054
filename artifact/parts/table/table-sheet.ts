import type { Sheet } from '../../../skill/report/files.ts';
import type { Column, FileColumn } from './column.ts';

export interface TableSheet<Row> {
  readonly title: string;
  readonly columns: readonly (Pick<Column<Row>, 'header' | 'file' | 'order'> | FileColumn<Row>)[];
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

/** A table as a file: all its rows in the order of the screen, of each column what it is ordered by. */
export function sheetOf<Row>({ title, columns, rows, notes }: TableSheet<Row>): Sheet {
  const filed = columns.flatMap((column) => {
    const cell = column.file ?? ('order' in column ? column.order : undefined);
    return cell ? [{ header: column.header, cell }] : [];
  });
  return {
    title,
    header: filed.map(({ header }) => header),
    rows: rows.map((row) => filed.map(({ cell }) => cell(row))),
    notes,
  };
}
