/** The accounts of an app, dealt from its plan one by one; nothing is stored, so asking twice costs twice. */
import type { JsonObject } from '../../skill/torii/json.ts';
import { toCents } from './currency.ts';
import { toInstant } from './dates.ts';
import type { People, Employee } from './people.ts';
import type { PlannedApp, PlanLine } from './plan.ts';
import { createRandom } from './random.ts';

export interface Account {
  readonly person: number;
  /** Place in the plan's order. */
  readonly place: number;
  /** Days since the last visit; null = none recorded. */
  readonly visited: number | null;
  readonly deleted: boolean;
}

/** Torii calls a license inactive when its user was not seen for longer than this. */
const INACTIVE_DAYS = 90;

/** Strides over a list: primes, so that with a list no multiple of them every place is met once. */
const strides = [7919, 104_729, 15_485_863] as const;

function dealer(list: readonly number[], seed: number): (place: number) => number {
  const stride = strides.find((prime) => list.length % prime !== 0) ?? 1;
  return (place) => list[(seed + place * stride) % list.length] ?? 0;
}

/** People of one category's apps are dealt from one order, slightly shifted: tools of a kind share users. */
function dealers(plan: PlannedApp, people: People, seed: number) {
  const crowd = people.crowd(plan.home);
  const shared = createRandom(seed, 'order', plan.category).int(0, 999_983);
  const own = createRandom(seed, 'shift', plan.id);
  const shift = Math.floor(own.next() * 0.12 * crowd.home.length);
  const home = dealer(crowd.home, shared);
  const rest = dealer(crowd.rest, shared);
  const gone = dealer(people.departed, own.int(0, 999_983));
  return {
    here: (place: number) =>
      place < crowd.home.length ? home(place + shift) : rest(place - crowd.home.length),
    gone,
  };
}

function visitOf(plan: PlannedApp, place: number): number | null {
  const { active, unknown, fresh } = plan.seats;
  if (place < active) {
    const draw = ((place * 7919 + plan.id) % 997) / 997;
    return place === 0 ? plan.id % 3 : (plan.id % 3) + Math.floor((INACTIVE_DAYS - 2) * draw ** 2.2);
  }
  if (place < active + unknown + fresh || plan.source === 'L') return null;
  return INACTIVE_DAYS + 1 + ((place * 53 + plan.id * 7) % 330);
}

/** Every account of an app, in the plan's order. */
export function* accountsOf(plan: PlannedApp, people: People, seed: number): Generator<Account, undefined> {
  const { assigned, departed, deleted, active, unknown, fresh } = plan.seats;
  const { here, gone } = dealers(plan, people, seed);
  const robot = plan.story.service === true ? active + unknown + fresh : -1;
  for (let place = 0; place < assigned + deleted; place++) {
    const stays = assigned - departed;
    const person = place === robot ? 0 : place < stays ? here(place) : gone(place - stays);
    yield { person, place, visited: visitOf(plan, place), deleted: place >= assigned };
  }
  return undefined;
}

/** Whether user rows carry licenses: only direct integrations report them. */
export function reportsLicenses(plan: PlannedApp): boolean {
  return (plan.source === 'D' || plan.source === 'L') && plan.lines.length > 0;
}

/** The license line of an account: the first line, but for the share that belongs to the second. */
function lineOf(plan: PlannedApp, place: number): PlanLine | undefined {
  const share = plan.story.lines?.[0]?.share ?? 1;
  return (place * 13) % 100 < share * 100 ? plan.lines[0] : plan.lines[1];
}

export interface LineCounts {
  readonly line: PlanLine;
  readonly assigned: number;
  readonly active: number;
  readonly inactive: number;
}

/** Torii's own roll-up of the accounts by license line. An account without a recorded visit is neither. */
export function countLines(plan: PlannedApp): LineCounts[] {
  const [only, second] = plan.lines;
  if (only !== undefined && second === undefined) {
    const { assigned, active, unknown, fresh } = plan.seats;
    return [
      {
        line: only,
        assigned,
        active,
        inactive: plan.source === 'L' ? 0 : assigned - active - unknown - fresh,
      },
    ];
  }
  const counts = plan.lines.map((line) => ({ line, assigned: 0, active: 0, inactive: 0 }));
  for (let place = 0; place < plan.seats.assigned; place++) {
    const count = counts.find(({ line }) => line === lineOf(plan, place));
    const visited = visitOf(plan, place);
    if (count === undefined) continue;
    count.assigned++;
    if (visited !== null && visited <= INACTIVE_DAYS) count.active++;
    if (visited !== null && visited > INACTIVE_DAYS) count.inactive++;
  }
  return counts;
}

/** Every so many accounts one is managed by somebody else and not counted as an active user. */
const MANAGED = 41;

/** Torii's count of active users: accounts in use by their owner, however long ago; null = it knows of none. */
export function activeUsers(plan: PlannedApp): number | null {
  const { assigned } = plan.seats;
  return assigned === 0 ? null : assigned - Math.floor(assigned / MANAGED);
}

/** Days since anyone was seen in the app; null = never. */
export function lastVisit(plan: PlannedApp): number | null {
  // The first account is the one seen last, if anybody is active at all.
  if (plan.seats.active > 0) return visitOf(plan, 0);
  let latest: number | null = null;
  for (let place = 0; place < plan.seats.assigned; place++) {
    const visited = visitOf(plan, place);
    if (visited !== null && (latest === null || visited < latest)) latest = visited;
  }
  return latest;
}

function createdDays(plan: PlannedApp, { place, visited }: Account): number {
  const { active, unknown, fresh } = plan.seats;
  const isFresh = place >= active + unknown && place < active + unknown + fresh;
  const spread = (place * 131 + plan.id) % 700;
  return isFresh ? 3 + (spread % 42) : Math.max(95, (visited ?? 0) + 40) + spread;
}

/** The line whose license an account holds; a removed account holds none. */
function heldLine(plan: PlannedApp, { deleted, place }: Account): PlanLine | undefined {
  return deleted || !reportsLicenses(plan) ? undefined : lineOf(plan, place);
}

/** One literal without spreads: large tenants have hundreds of thousands of these. */
function accountRow(
  plan: PlannedApp,
  account: Account,
  person: Employee,
  before: (days: number) => string,
): JsonObject {
  const { place, visited, deleted } = account;
  const idle = visited !== null && visited > INACTIVE_DAYS;
  const line = heldLine(plan, account);
  return {
    idUser: person.id,
    email: person.email,
    firstName: person.firstName,
    lastName: person.lastName,
    fullName: `${person.firstName} ${person.lastName}`,
    status: deleted ? 'deleted' : place % MANAGED === MANAGED - 1 ? 'managed' : 'active',
    role: place % 23 === 0 ? 'Admin' : 'Member',
    lastVisitTime: visited === null ? null : toInstant(before(visited), 480 + (place % 500)),
    isSupportLastVisit: plan.source !== 'L' && plan.source !== 'X',
    score: visited === null ? null : Math.max(1, 100 - visited),
    creationTimeInApp: toInstant(before(createdDays(plan, account))),
    isExternal: person.external,
    isDeletedInIdentitySources: person.deleted,
    isUserRemovedFromApp: deleted,
    lifecycleStatus: person.lifecycle,
    numberOfInactiveLicenses: idle && line !== undefined ? 1 : 0,
    licenses: line === undefined ? [] : [{ name: line.name, status: idle ? 'inactive' : 'active' }],
    annualCost: line === undefined ? null : { value: line.price, currency: line.currency },
    annualCostConverted:
      line === undefined ? null : { value: toCents(line.price, line.currency), currency: 'USD' },
  };
}

/** The user rows of an app as Torii lists them; `before` gives the date so many days before the as-of date. */
export function accountRows(
  plan: PlannedApp,
  people: People,
  seed: number,
  before: (days: number) => string,
): JsonObject[] {
  const rows: JsonObject[] = [];
  for (const account of accountsOf(plan, people, seed)) {
    const person = people.list[account.person];
    if (person !== undefined) rows.push(accountRow(plan, account, person, before));
  }
  return rows;
}
