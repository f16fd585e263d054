/**
 * A synthetic tenant: in goes a size, a seed and a date; out come all rows in Torii's own form.
 *
 * The same options give the same rows, byte for byte. Company and people are invented, products and
 * price levels are those of the market. What Torii shows in several places agrees here as well:
 * license summaries are the roll-up of user rows, `expenses` that of the payments of 365 days, yearly
 * costs of contracts those of the licenses. Where they disagree, a story in stories.ts says why.
 */
import type { JsonObject } from '../../skill/torii/json.ts';
import { accountRows, accountsOf } from './accounts.ts';
import { appRow } from './apps.ts';
import { agreementsOf, byAppId, contractRow } from './contracts.ts';
import { daysBefore } from './dates.ts';
import { fieldSets } from './fields.ts';
import type { FieldSets } from './fields.ts';
import { LazyRows } from './lazy-rows.ts';
import { createPeople, domain, userRow } from './people.ts';
import type { People } from './people.ts';
import { planApp } from './plan.ts';
import type { PlannedApp, Scale } from './plan.ts';
import { sumTrailingSpend, transactionRows } from './transactions.ts';

export type TenantSize = 'small' | 'medium' | 'large';

export interface TenantOptions {
  readonly size: TenantSize;
  readonly seed?: number;
  /** ISO calendar date to which every date of the tenant is relative. */
  readonly asOf?: string;
  /** 149 app, 39 contract and 68 user field definitions instead of the few in use. */
  readonly extraFields?: boolean;
}

export interface Tenant {
  readonly size: TenantSize;
  readonly seed: number;
  readonly asOf: string;
  readonly organization: JsonObject;
  /** With `licenses` where Torii has them; money in minor units. */
  readonly apps: readonly JsonObject[];
  readonly contracts: readonly JsonObject[];
  readonly users: readonly JsonObject[];
  /** User rows by app id, made when asked for. */
  readonly appUsers: ReadonlyMap<number, readonly JsonObject[]>;
  readonly transactions: readonly JsonObject[];
  readonly fields: FieldSets;
}

const scales: Readonly<Record<TenantSize, Scale>> = {
  small: { apps: 40, contracts: 20, people: 150, price: 1.05, reach: 1, tailContracts: 0 },
  medium: { apps: 400, contracts: 120, people: 2000, price: 0.66, reach: 0.42, tailContracts: 20 },
  large: { apps: 10_000, contracts: 1500, people: 20_000, price: 0.6, reach: 0.3, tailContracts: 1150 },
};

const ORGANIZATION = 4242;

/** How many live accounts each person has. */
function countApps(plans: readonly PlannedApp[], people: People, seed: number): Uint32Array {
  const counts = new Uint32Array(people.list.length);
  for (const plan of plans) {
    for (const { person, deleted } of accountsOf(plan, people, seed)) {
      if (!deleted) counts[person] = (counts[person] ?? 0) + 1;
    }
  }
  return counts;
}

export function createTenant({
  size,
  seed = 1,
  asOf = '2026-11-22',
  extraFields = false,
}: TenantOptions): Tenant {
  const scale = scales[size];
  const people = createPeople(scale.people, seed, asOf);
  const plans = Array.from({ length: scale.apps }, (_, index) => planApp(index, scale, people, seed));
  const agreements = agreementsOf(plans, scale.contracts, seed, asOf);
  const transactions = transactionRows(plans, agreements, asOf);
  const context = {
    people,
    seed,
    asOf,
    spend: sumTrailingSpend(transactions, asOf),
    agreements: byAppId(agreements),
  };
  const before = daysBefore(asOf);
  const counts = countApps(plans, people, seed);
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  return {
    size,
    seed,
    asOf,
    organization: { id: ORGANIZATION, companyName: 'Brindlewick Instruments', domain, currency: 'USD' },
    apps: plans.map((plan) => appRow(plan, context)),
    contracts: agreements.map((agreement) => contractRow(agreement, people)),
    users: people.list.map((person, index) => userRow(person, index, ORGANIZATION, counts[index] ?? 0)),
    appUsers: new LazyRows([...byId.keys()], (id) => {
      const plan = byId.get(id);
      return plan === undefined ? [] : accountRows(plan, people, seed, before);
    }),
    transactions,
    fields: fieldSets(extraFields),
  };
}
