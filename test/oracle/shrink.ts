/** The smallest tenant that still shows one disagreement: what is not needed is taken away, step by step. */
import type { Disagreement } from './expectation.ts';
import type { Json, JsonRow } from './json.ts';
import { judge } from './judge.ts';
import type { Tenant } from './tenant.ts';

type Lists = Tenant['records'];
type ListName = keyof Lists;
const lists: readonly ListName[] = ['apps', 'contracts', 'transactions'];

/** What most contracts say; a field that still matters keeps its own value. */
const plain: JsonRow = {
  status: 'active',
  c_notice_1: 30,
  c_cancelBy_7: null,
  c_autoRenew_2: 'Yes',
  c_renewalTerm_3: 12,
  amount: null,
  c_seats_5: null,
  c_minSeats_8: null,
  c_unitPrice_6: null,
  licenses: null,
  expenses: null,
  isHidden: false,
  state: 'Sanctioned',
  owner: { id: 3 },
  currency: null,
};
const plainMapping: JsonRow = { rightSizing: {}, defaults: {}, rates: null, suites: [] };

function withList(tenant: Tenant, list: ListName, rows: readonly JsonRow[]): Tenant {
  return { ...tenant, records: { ...tenant.records, [list]: rows } };
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function withoutRows(tenant: Tenant): Tenant[] {
  return lists.flatMap((list) => {
    const rows = tenant.records[list];
    return rows.map((_, index) => withList(tenant, list, rows.toSpliced(index, 1)));
  });
}

function withPlainFields(tenant: Tenant): Tenant[] {
  return lists.flatMap((list) => {
    const rows = tenant.records[list];
    return rows.flatMap((row, index) =>
      Object.entries(plain)
        .filter(([key, value]) => key in row && !same(row[key], value))
        .map(([key, value]) => withList(tenant, list, rows.with(index, { ...row, [key]: value }))),
    );
  });
}

function withPlainMapping(tenant: Tenant): Tenant[] {
  return Object.entries(plainMapping)
    .filter(([key, value]) => tenant.mapping[key] !== undefined && !same(tenant.mapping[key], value))
    .map(([key, value]) => ({ ...tenant, mapping: { ...tenant.mapping, [key]: value } }));
}

function bothOrNeitherNull(one: Json, other: Json): boolean {
  return (one === null) === (other === null);
}

/** Null on one side is another fault than two amounts that differ. */
function alike(a: Disagreement, b: Disagreement): boolean {
  return (
    a.field === b.field && bothOrNeitherNull(a.expected, b.expected) && bothOrNeitherNull(a.actual, b.actual)
  );
}

export function shrunk(tenant: Tenant, wrong: Disagreement): Tenant {
  const fails = (one: Tenant) => judge(one, [wrong.field]).wrong.some((other) => alike(wrong, other));
  let smallest = tenant;
  for (let tried = 0; tried < 40; tried += 1) {
    const smaller = [
      ...withoutRows(smallest),
      ...withPlainMapping(smallest),
      ...withPlainFields(smallest),
    ].find(fails);
    if (smaller === undefined) return smallest;
    smallest = smaller;
  }
  return smallest;
}
