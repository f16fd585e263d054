/**
 * The portfolio: one tenant's records under canonical names, whatever the tenant calls its fields.
 *
 * Made by applying a tenant mapping to the records as fetched; read by the analysis. It holds what
 * Torii said and nothing computed from it. A field that is not mapped, absent or unreadable says so;
 * it is never 0.
 */
import type { Completeness } from '../../torii/read.ts';

export type { Completeness, Source } from '../../torii/read.ts';

/** Days since 1970-01-01 in UTC. Instants are cut to their UTC calendar date. */
export type Day = number;

export type MissingReason =
  | 'not-mapped' // the mapping names no field
  | 'absent' // the record has no such key, or null
  | 'empty' // an empty text
  | 'placeholder' // what means nothing: "never", a date of 1970, "unlimited" for a number of seats
  | 'hidden-by-role' // no record of the source carries the key, though it was asked for
  | 'not-read'; // the source was not read

export interface Known<T> {
  readonly kind: 'known';
  readonly value: T;
}
export interface Missing {
  readonly kind: 'missing';
  readonly reason: MissingReason;
}
/** Present, but not what the field must hold: kept raw, shown, counted, never used. */
export interface Invalid {
  readonly kind: 'invalid';
  readonly raw: string;
}
export type Value<T> = Known<T> | Missing | Invalid;

/**
 * Money in integer minor units of its own currency (cents for USD, yen for JPY).
 * `converted` is Torii's own conversion into the tenant currency, in that currency's minor units.
 */
export interface Money {
  readonly minor: number;
  readonly currency: string;
  readonly converted?: number;
}

export type StateClass =
  | 'sanctioned'
  | 'pending'
  | 'unsanctioned'
  | 'closing'
  | 'closed'
  | 'hidden'
  | 'unmapped';

/** How Torii learnt of usage; confidence in an idle seat depends on it. */
export type UsageSource = 'direct' | 'sso' | 'extension' | 'expense' | 'none';

export interface Owner {
  readonly id: string;
  /** True when the record itself says the person has left; null when it does not say. */
  readonly departed: boolean | null;
}

export interface App {
  readonly id: number;
  readonly name: string;
  readonly state: Value<string>;
  readonly stateClass: StateClass;
  readonly isHidden: boolean;
  readonly category: Value<string>;
  readonly vendor: Value<string>;
  /** Bare host name of the app's address, lower case. */
  readonly domain: Value<string>;
  readonly owner: Value<Owner>;
  /** The mapped spend field; its window is stated by the mapping. */
  readonly spend12m: Value<Money>;
  readonly activeUsers: Value<number>;
  readonly lastUsedAt: Value<Day>;
  readonly usageSource: Value<UsageSource>;
  /** License summary and lines; only integrated apps have it. */
  readonly licenses: Value<Licenses>;
  /** Value of the Organizational View field when that field belongs to the app. */
  readonly view: Value<string>;
}

export interface Licenses {
  readonly purchased: Value<number>;
  /** In place of a number the record says that there is no limit, such as −1 or "unlimited". */
  readonly unlimited: boolean;
  /** Torii's own activity threshold decides active and inactive here. */
  readonly active: Value<number>;
  readonly inactive: Value<number>;
  readonly unassigned: Value<number>;
  readonly annualCost: Value<Money>;
  readonly lines: readonly LicenseLine[];
}

export interface LicenseLine {
  readonly name: string;
  readonly purchased: Value<number>;
  /** In place of a number the record says that there is no limit, such as −1 or "unlimited". */
  readonly unlimited: boolean;
  readonly active: Value<number>;
  readonly inactive: Value<number>;
  readonly unassigned: Value<number>;
  /** Price of one license for the line's period, as Torii holds it. */
  readonly pricePerLicense: Value<Money>;
  readonly annualCost: Value<Money>;
}

/** A span as the calendar counts it: three months are not ninety days. */
export interface Span {
  readonly amount: number;
  readonly unit: 'days' | 'months';
}

/**
 * What a contract's status means. pipeline = not signed · active = signed · ending = signed, and will not
 * renew · superseded = another contract has taken its place · ended = over.
 */
export const contractClasses = ['pipeline', 'active', 'ending', 'superseded', 'ended'] as const;
export type ContractClass = (typeof contractClasses)[number];

/** Fields that the mapping maps are named as there. */
export interface Contract {
  readonly id: number;
  readonly appId: number | null;
  readonly name: string;
  readonly status: Value<string>;
  /** `active` where the status is missing, unreadable or an unexplained word. */
  readonly statusClass: ContractClass;
  /** A status is recorded, and neither the mapping nor the built-in words explain it. */
  readonly statusUnexplained: boolean;
  readonly owner: Value<Owner>;
  readonly termStart: Value<Day>;
  readonly termEnd: Value<Day>;
  readonly noticeDays: Value<Span>;
  /** The cancellation deadline when the tenant keeps one as a date. */
  readonly cancelBy: Value<Day>;
  readonly autoRenew: Value<boolean>;
  readonly renewalTermMonths: Value<Span>;
  readonly annualValue: Value<Money>;
  readonly totalValue: Value<Money>;
  readonly seats: Value<number>;
  readonly commitSeats: Value<number>;
  /** Price of one seat, already scaled to a year by the mapping's period. */
  readonly unitPrice: Value<Money>;
  /** Dates that were recorded as the midnight of another place, and are read as the day that begins there. */
  readonly shifted?: readonly ShiftedDate[];
  readonly view: Value<string>;
}

export interface ShiftedDate {
  readonly field: 'termStart' | 'termEnd' | 'cancelBy';
  readonly raw: string;
}

export interface Person {
  readonly id: number;
  readonly lifecycle: Value<'active' | 'offboarding' | 'offboarded'>;
  readonly isExternal: boolean;
  readonly deletedInIdentitySource: boolean;
  readonly view: Value<string>;
}

/** One person's account in one app. */
export interface AppUser {
  readonly appId: number;
  readonly personId: number;
  readonly status: 'active' | 'deleted' | 'managed' | 'unknown';
  readonly lastUsedAt: Value<Day>;
  readonly createdInApp: Value<Day>;
  readonly isExternal: boolean;
  /** Offboarded, or deleted in the identity source, as the row itself says. */
  readonly departed: boolean;
  /** Active and in every identity source, as the row itself says; neither where it does not say. */
  readonly present: boolean;
  /** Names of the license lines assigned to the account; empty when the row lists none. */
  readonly licenses: readonly string[];
}

export interface Transaction {
  readonly id: string;
  readonly appId: number | null;
  readonly date: Value<Day>;
  /** Negative amounts are refunds. */
  readonly amount: Value<Money>;
  readonly source: Value<string>;
  readonly view: Value<string>;
}

export interface Portfolio {
  readonly apps: readonly App[];
  readonly contracts: readonly Contract[];
  readonly people: readonly Person[];
  /** Users of the apps that were read in depth, by app id. */
  readonly appUsers: ReadonlyMap<number, readonly AppUser[]>;
  readonly transactions: readonly Transaction[];
  readonly completeness: readonly Completeness[];
}
