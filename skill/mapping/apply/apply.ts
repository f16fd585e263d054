/**
 * Applies a tenant mapping to records: one reading of a tenant goes in, the portfolio comes out.
 *
 * Nothing throws and nothing is guessed: every field is Known, Missing with a reason, or Invalid with
 * what was found. Rows without a usable id cannot be told apart; they are left out, and the
 * certificate of their source counts them as dropped.
 * The single-row functions let pages be folded as they arrive; what they need is bound once.
 */
import { withNoun } from '../../torii/failure.ts';
import type { JsonObject, JsonValue } from '../../torii/json.ts';
import type { Completeness, Source, TenantRecords } from '../../torii/read.ts';
import { appUserOf } from './app-user.ts';
import { bindMapping } from '../values/bind.ts';
import type { BoundMapping } from '../values/bound.ts';
import { readStatus } from '../values/contract-status.ts';
import { readDomain } from '../values/domain.ts';
import { fold } from '../base/fold.ts';
import { readLicenses } from '../values/licenses.ts';
import { once, type MappedRows } from './mapped-rows.ts';
import type { TenantMapping } from '../base/mapping.ts';
import type {
  App,
  AppUser,
  Contract,
  Person,
  Portfolio,
  StateClass,
  Transaction,
} from '../base/portfolio.ts';
import { readDay } from '../values/read-day.ts';
import {
  mapped,
  mappedCount,
  mappedDay,
  mappedMoney,
  mappedOwner,
  mappedSeats,
  mappedSpan,
  mappedUse,
  read,
  readMoneyAt,
  readView,
} from '../values/read-field.ts';
import type { MoneyForm } from '../values/read-money.ts';
import { ownerOf } from '../values/read-owner.ts';
import { nameOf, readText } from '../values/read-text.ts';
import { isSet, readTruth } from '../values/read-truth.ts';
import { idOf, linkedAppId } from '../base/row-id.ts';
import { classifyState } from '../values/states.ts';
import { readUsageSource } from '../values/usage-source.ts';
import { invalid, known, missing } from '../base/value.ts';
import { shiftedDates } from '../values/zone-shift.ts';
import { withOneSpelling } from './view-spelling.ts';

/**
 * @param met rows that were mapped before, where a reading is applied again and again as it grows
 * @returns the portfolio; its certificates are those of the records, less the rows that have no id.
 */
export function applyMapping(records: TenantRecords, mapping: TenantMapping, met?: MappedRows): Portfolio {
  const bound = met ? met.bind(mapping, records) : bindMapping(mapping, records);
  const apps = present(records.apps, (row) => once(met?.apps, row, () => appOf(row, bound)));
  const contracts = present(records.contracts, (row) =>
    once(met?.contracts, row, () => contractOf(row, bound)),
  );
  const people = present(records.users, (row) => personOf(row, bound));
  const appUsers = new Map<number, readonly AppUser[]>();
  let accounts = 0;
  let named = 0;
  for (const [appId, rows] of records.appUsers) {
    const users = present(rows, (row) => appUserOf(row, appId));
    appUsers.set(appId, users);
    accounts += rows.length;
    named += users.length;
  }
  const unnamed: Partial<Record<Source, number>> = {
    apps: records.apps.length - apps.length,
    contracts: records.contracts.length - contracts.length,
    users: records.users.length - people.length,
    appUsers: accounts - named,
  };
  const transactions = records.transactions.map((row) => transactionOf(row, bound));
  const names = new Set(bound.view?.names.values());
  return {
    apps: withOneSpelling(apps, names),
    contracts: withOneSpelling(contracts, names),
    people: withOneSpelling(people, names),
    appUsers,
    transactions: withOneSpelling(transactions, names),
    completeness: records.completeness.map((entry) => withoutRows(entry, unnamed[entry.source] ?? 0)),
  };
}

/** Null when the row has no usable id. */
export function appOf(row: JsonObject, bound: BoundMapping): App | null {
  const id = idOf(row.id);
  if (id === null) return null;
  const { app: field, shared } = bound;
  const name = nameOf(row, `App ${id}`);
  const state = shared.text(read(row.state, readText));
  const stateClass = state.kind === 'known' ? stateClassOf(state.value, bound) : 'unmapped';
  return {
    id,
    name,
    state,
    stateClass,
    isHidden: isSet(row.isHidden) || stateClass === 'hidden',
    category: shared.text(mapped(row, field.category, readText)),
    vendor: shared.text(mapped(row, field.vendor, readText)),
    domain: readDomain(row.url),
    owner: mappedOwner(row, field.owner),
    spend12m: mappedMoney(row, field.spend12m, bound.currency),
    activeUsers: shared.number(mappedCount(row, field.activeUsers)),
    lastUsedAt: shared.number(mappedUse(row, field.lastUsedAt)),
    usageSource: readUsageSource(row.sources, name, bound.sourceKinds),
    licenses: readLicenses(row.licenses, bound.currency, shared),
    view: shared.text(readView(row, bound.view, 'app')),
  };
}

/** Null when the row has no usable id. */
export function contractOf(row: JsonObject, bound: BoundMapping): Contract | null {
  const id = idOf(row.id);
  if (id === null) return null;
  const { contract: field, currency, shared } = bound;
  return {
    id,
    appId: linkedAppId(row),
    name: nameOf(row, `Contract ${id}`),
    ...readStatus(shared.text(read(row.status, readText)), bound.contractStatuses),
    owner: ownerOf(row.owner),
    termStart: shared.number(mappedDay(row, field.termStart)),
    termEnd: shared.number(mappedDay(row, field.termEnd)),
    noticeDays: mappedSpan(row, field.noticeDays, 'day'),
    cancelBy: shared.number(mappedDay(row, field.cancelBy)),
    autoRenew: mapped(row, field.autoRenew, readTruth),
    renewalTermMonths: mappedSpan(row, field.renewalTermMonths, 'month'),
    annualValue: mappedMoney(row, field.annualValue, currency),
    totalValue: mappedMoney(row, field.totalValue, currency),
    seats: shared.number(mappedSeats(row, field.seats)),
    commitSeats: shared.number(mappedSeats(row, field.commitSeats)),
    unitPrice: mappedMoney(row, field.unitPrice, currency),
    ...shiftedDates(row, field),
    view: shared.text(readView(row, bound.view, 'contract')),
  };
}

/** Null when the row has no usable id. */
export function personOf(row: JsonObject, bound: BoundMapping): Person | null {
  const id = idOf(row.id ?? row.idUser);
  if (id === null) return null;
  return {
    id,
    lifecycle: read(row.lifecycleStatus, readLifecycle),
    isExternal: isSet(row.isExternal),
    deletedInIdentitySource: isSet(row.isDeletedInIdentitySources),
    view: bound.shared.text(readView(row, bound.view, 'user')),
  };
}

const refundable: MoneyForm = { unit: null, times: 1, mayBeNegative: true };

/** A transaction without an id is told apart by what it says. */
export function transactionOf(row: JsonObject, bound: BoundMapping): Transaction {
  const id = row.id ?? row.idTransaction;
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : JSON.stringify(row),
    appId: linkedAppId(row),
    date: read(row.transactionDate, readDay),
    amount: readMoneyAt(row, 'amount', refundable, bound.currency, missing('absent')),
    source: read(row.source, readText),
    view: readView(row, bound.view, 'transaction'),
  };
}

function present<Row, Kept>(rows: readonly Row[], keep: (row: Row) => Kept | null): Kept[] {
  const kept: Kept[] = [];
  for (const row of rows) {
    const value = keep(row);
    if (value !== null) kept.push(value);
  }
  return kept;
}

function withoutRows(entry: Completeness, rows: number): Completeness {
  if (rows === 0) return entry;
  const reason = `${withNoun(rows, 'row has', 'rows have')} no usable id`;
  return {
    ...entry,
    rows: entry.rows - rows,
    dropped: entry.dropped + rows,
    droppedReasons: [...entry.droppedReasons, reason],
    status: entry.status === 'complete' || entry.status === 'possibly-capped' ? 'partial' : entry.status,
    reason: entry.reason ?? reason,
  };
}

function stateClassOf(state: string, bound: BoundMapping): StateClass {
  const met = bound.stateClasses.get(state);
  if (met !== undefined) return met;
  const stateClass = classifyState(state, bound.states);
  bound.stateClasses.set(state, stateClass);
  return stateClass;
}

function readLifecycle(raw: JsonValue): Person['lifecycle'] {
  const folded = typeof raw === 'string' ? fold(raw) : '';
  return folded === 'active' || folded === 'offboarding' || folded === 'offboarded'
    ? known(folded)
    : invalid(raw);
}
