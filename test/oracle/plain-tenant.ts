/**
 * A random tenant in plain spelling: ISO dates, Yes and No, days, numbers. What goes wrong then is a
 * rule of the engine, not the reading of a word. What cannot be read stays as it is.
 */
import { iso } from './calendar.ts';
import { type Contract, contractsOf } from './contract.ts';
import type { Fraction } from './exact.ts';
import type { Json, JsonRow } from './json.ts';
import { rulesOf } from './mapping.ts';
import type { Read } from './read.ts';
import type { Money } from './read-money.ts';
import type { Tenant } from './tenant.ts';

const statusWords = {
  active: 'active',
  ending: 'cancelled',
  ended: 'closed',
  pipeline: 'pipeline',
  superseded: 'Superseded',
};

function written<T>(read: Read<T>, write: (value: T) => Json): Json {
  return read.is === 'known' ? write(read.value) : read.is === 'missing' ? null : read.raw;
}

function number({ top, bottom }: Fraction): number {
  return Number(top) / Number(bottom);
}

/** A total keeps its object, or its number in the smallest units. */
function plainRow(row: JsonRow, contract: Contract): JsonRow {
  const money = [contract.annual, contract.whole].find((read) => read.is === 'known');
  const currency = money?.is === 'known' ? money.value.currency : null;
  return {
    ...row,
    status: statusWords[contract.status],
    startDate: written(contract.start, iso),
    endDate: written(contract.end, iso),
    c_cancelBy_7: written(contract.cancelBy, iso),
    c_notice_1: written(contract.notice, ({ unit, count }) => (unit === 'day' ? count : count * 30)),
    c_autoRenew_2: written(contract.autoRenew, (yes) => (yes ? 'Yes' : 'No')),
    c_renewalTerm_3: written(contract.renewal, (months) => months),
    currency,
    c_yearlyCost_4: written<Money>(contract.annual, ({ amount }) => number(amount)),
  };
}

const later = new Set(['contractStatuses', 'suites', 'values', 'format']);

/** The mapping without tables, formats, and periods of a yearly value. */
function plainMapping(mapping: JsonRow): JsonRow {
  const plain = JSON.stringify(mapping, (key, value: unknown) => (later.has(key) ? undefined : value));
  return JSON.parse(plain.replace(/("annualValue":\{[^}]*?),"period":"[a-z]+"/, '$1')) as JsonRow;
}

export function plainTenant(tenant: Tenant): Tenant {
  const contracts = contractsOf(tenant.records.contracts, rulesOf(tenant.mapping));
  const rows = tenant.records.contracts.map((row, index) => {
    const contract = contracts[index];
    return contract === undefined ? row : plainRow(row, contract);
  });
  const records = { ...tenant.records, contracts: rows };
  return { ...tenant, mapping: plainMapping(tenant.mapping), records };
}
