/** Apps as Torii lists them, tenant fields included. */
import type { JsonObject, JsonValue } from '../../skill/torii/json.ts';
import { activeUsers, lastVisit } from './accounts.ts';
import type { Agreement } from './contracts.ts';
import { toCents } from './currency.ts';
import { shiftDays, toInstant } from './dates.ts';
import { licensesOf } from './licenses.ts';
import type { People } from './people.ts';
import type { PlannedApp } from './plan.ts';
import type { ProductSource } from './products.ts';
import { createRandom } from './random.ts';

export interface AppContext {
  readonly people: People;
  readonly seed: number;
  readonly asOf: string;
  readonly spend: ReadonlyMap<number, number>;
  readonly agreements: ReadonlyMap<number, readonly Agreement[]>;
}

const sources: Readonly<Record<ProductSource, readonly string[]>> = {
  D: ['Direct integration', 'Okta SSO'],
  L: ['Direct integration'],
  S: ['Okta SSO'],
  E: ['Browser extension'],
  X: ['Expenses'],
};

/** The owner: an object, at times a bare id, nobody, or somebody who has left. */
function ownerOf(plan: PlannedApp, { people, seed }: AppContext): JsonValue {
  const random = createRandom(seed, 'owner', plan.id);
  const draw = random.next();
  const kind = plan.story.owner ?? (draw < 0.12 ? 'none' : draw < 0.17 ? 'left' : 'here');
  const pool = kind === 'left' ? people.departed : people.crowd(plan.home).home;
  const person = people.list[pool[random.int(0, Math.max(0, pool.length - 1))] ?? 1];
  if (kind === 'none' || person === undefined) return null;
  if (plan.id % 13 === 0) return person.id;
  const { id, firstName, lastName, email, lifecycle, deleted } = person;
  const fullName = `${firstName} ${lastName}`;
  return {
    id,
    firstName,
    lastName,
    fullName,
    email,
    lifecycleStatus: lifecycle,
    isDeletedInIdentitySources: deleted,
    status: 'active',
  };
}

/** Torii's value of the contracts in force, in cents. */
function contractsValue(plan: PlannedApp, { agreements }: AppContext): number {
  const active = (agreements.get(plan.id) ?? []).filter(({ status }) => status === 'active');
  return active.reduce((sum, { yearly, terms, currency }) => {
    return sum + toCents(Math.round((yearly * Math.max(12, terms.months)) / 12), currency);
  }, 0);
}

/** Mostly an ISO instant; a browser extension reports milliseconds. */
function visitTime(plan: PlannedApp, asOf: string): JsonValue {
  const days = lastVisit(plan);
  if (days === null) return null;
  const at = toInstant(shiftDays(asOf, -days));
  return plan.source === 'E' ? Date.parse(at) : at;
}

function tenantFields(plan: PlannedApp): JsonObject {
  const critical = plan.seats.assigned > 100 ? 'High' : plan.seats.assigned > 20 ? 'Medium' : 'Low';
  return {
    c_costCentre_1: plan.home === '*' ? 'Shared' : `CC-${1000 + plan.home.charCodeAt(0)}`,
    ccf_costCentre_9: plan.id % 4 === 0 ? `CC-${1000 + plan.home.charCodeAt(0)}` : null,
    ccf_dataClass_4: (['Public', 'Internal', 'Confidential'] as const)[plan.id % 3] ?? null,
    businessCriticality: critical,
    c_ssoEnforced_2: plan.source === 'D' || plan.source === 'S',
    c_reviewedOn_6: plan.state === 'Sanctioned' ? `2026-0${1 + (plan.id % 9)}-15` : null,
  };
}

export function appRow(plan: PlannedApp, context: AppContext): JsonObject {
  const tags = plan.seats.assigned > 50 ? ['core', plan.category.toLowerCase()] : [];
  const licenses = licensesOf(plan);
  const spend = context.spend.get(plan.id);
  return {
    id: plan.id,
    name: plan.name,
    state: plan.state,
    category: plan.category,
    url: `https://${plan.domain}`,
    vendor: plan.vendor,
    description: `${plan.category} by ${plan.vendor}`,
    tags: plan.id % 3 === 0 ? tags : tags.join(','),
    score: 40 + (plan.id % 60),
    isHidden: plan.hidden,
    isCustom: plan.id % 29 === 0,
    sources: [...sources[plan.source]],
    primaryOwner: ownerOf(plan, context),
    appOwners: [],
    activeUsersCount: activeUsers(plan),
    lastVisitTime: visitTime(plan, context.asOf),
    creationTime: toInstant(shiftDays(context.asOf, -(200 + (plan.id % 900)))),
    addedBy: 'Torii',
    expenses: plan.pay === 'none' ? null : (spend ?? 0),
    activeContractsTotalValue: contractsValue(plan, context),
    ...tenantFields(plan),
    ...(licenses === null ? {} : { licenses: licenses }),
  };
}
