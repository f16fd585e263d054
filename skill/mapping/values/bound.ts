/** What a mapping is once it is bound to the records of one reading. */
import type { JsonValue } from '../../torii/json.ts';
import type { FieldEntity } from '../../torii/read.ts';
import type { AppField, ContractField, TenantMapping } from '../base/mapping.ts';
import type { ContractClass, Missing, StateClass } from '../base/portfolio.ts';
import type { DayReading } from './read-day.ts';
import type { MoneyForm } from './read-money.ts';
import type { SpanUnit } from './read-span.ts';
import type { SharedValues } from './shared-values.ts';
import type { SourceKinds } from './usage-source.ts';

export interface BoundField {
  readonly key: string;
  /** `hidden-by-role` when records were read and not one carries the key. */
  readonly without: Missing;
  readonly money: MoneyForm;
  readonly day: DayReading;
  /** The unit of bare numbers that the field's own name states. */
  readonly spanUnit: SpanUnit | null;
  /** What the mapping says that a text means; null where it says nothing. */
  readonly meanings: ReadonlyMap<string, JsonValue> | null;
}

export interface BoundView extends BoundField {
  readonly entity: FieldEntity | 'transaction';
  /** Values that go under another name; the rest pass through. */
  readonly names: ReadonlyMap<string, string>;
}

export interface BoundMapping {
  readonly currency: string;
  readonly app: { readonly [Field in AppField]?: BoundField };
  readonly contract: { readonly [Field in ContractField]?: BoundField };
  readonly view: BoundView | null;
  readonly states: TenantMapping['states'];
  /** State classes met so far; a tenant has a dozen states and thousands of apps. */
  readonly stateClasses: Map<string, StateClass>;
  readonly contractStatuses: ReadonlyMap<string, ContractClass>;
  readonly sourceKinds: SourceKinds;
  readonly shared: SharedValues;
}
