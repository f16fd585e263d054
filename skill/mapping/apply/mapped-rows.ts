/**
 * Rows that have been mapped already, for a reading that grows page by page: each row is mapped once,
 * when its page comes, although the records so far are applied again and again.
 * Holds as long as the mapping means the same: the same keys, and the same fields that no record carries.
 */
import type { JsonObject } from '../../torii/json.ts';
import { bindMapping, type RecordsToBind } from '../values/bind.ts';
import type { BoundMapping } from '../values/bound.ts';
import type { TenantMapping } from '../base/mapping.ts';
import type { App, Contract } from '../base/portfolio.ts';

export class MappedRows {
  private bound: BoundMapping | null = null;
  private basis = '';
  readonly apps = new Map<JsonObject, App | null>();
  readonly contracts = new Map<JsonObject, Contract | null>();

  /** Rebinds the mapping, and forgets every row if that changes what a row means. */
  bind(mapping: TenantMapping, records: RecordsToBind): BoundMapping {
    const bound = bindMapping(mapping, records);
    const basis = JSON.stringify([mapping, bound.app, bound.contract, bound.view]);
    if (this.bound !== null && basis === this.basis) return this.bound;
    this.bound = bound;
    this.basis = basis;
    this.apps.clear();
    this.contracts.clear();
    return bound;
  }
}

/** What was made of the row before, or what is made of it now. */
export function once<Row, Made>(met: Map<Row, Made> | undefined, row: Row, make: (row: Row) => Made): Made {
  const before = met?.get(row);
  if (before !== undefined) return before;
  const made = make(row);
  met?.set(row, made);
  return made;
}
