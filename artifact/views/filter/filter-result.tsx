import type { ReactNode } from 'react';
import { formatCounted } from '../../parts/text.ts';
import type { Filtered } from './use-filter.ts';

/** What a picture above has asked of a list, and how to take it back; nothing where nothing is asked for. */
export function FilterResult<Row>({ filtered }: { readonly filtered: Filtered<Row> }): ReactNode {
  const { words, rows, clear } = filtered;
  if (words === '') return null;
  return (
    <p className="filter-result">
      <output>{`${formatCounted(rows.length, 'app')}: ${words}.`}</output>{' '}
      <button type="button" className="button button-quiet" onClick={clear}>
        Clear
      </button>
    </p>
  );
}
