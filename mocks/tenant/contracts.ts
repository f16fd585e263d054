/** Contracts as Torii lists them: bare amounts in minor units for the whole term, tenant fields in major units. */
import type { JsonObject, JsonValue } from '../../skill/torii/json.ts';
import { currencies } from './currency.ts';
import type { Currency } from './currency.ts';
import { shiftDays, shiftMonths, toInstant, plainDay } from './dates.ts';
import type { People } from './people.ts';
import type { PlannedApp } from './plan.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import type { StoryTerms } from './stories.ts';

/** A contract before it becomes a row: what payments and control sums need. */
export interface Agreement {
  readonly id: number;
  readonly plan: PlannedApp;
  readonly terms: StoryTerms;
  readonly name: string;
  readonly status: string;
  readonly start: string;
  readonly end: string | null;
  readonly currency: Currency;
  /** Minor units of the currency for one year. */
  readonly yearly: number;
  readonly seats: number | null;
  readonly unitPrice: number | null;
}

const CONTRACT_BASE = 70001;

function ordinaryTerms(random: Random): StoryTerms {
  const months = random.pick([12, 12, 12, 12, 24, 36]);
  return {
    end: random.int(-12, months * 30 - 40),
    months,
    notice: random.pick([30, 30, 60, 60, 90, null]),
    auto: random.pick(['Yes', 'Yes', 'Yes', 'No', 'No', null]),
    renewal: 12,
    ...(random.chance(0.2) ? { cancelBy: 'none' } : {}),
  };
}

/** Start and end of a term of whole months that ends so many days after the as-of date. */
function period(terms: StoryTerms, asOf: string, plan: PlannedApp): { start: string; end: string | null } {
  if (terms.end === null) return { start: plainDay(shiftDays(asOf, -400 - (plan.id % 90))), end: null };
  const next = plainDay(shiftDays(asOf, terms.end + 1));
  return { start: shiftMonths(next, -terms.months), end: shiftDays(next, -1) };
}

function money(
  plan: PlannedApp,
  place: number,
): Pick<Agreement, 'currency' | 'yearly' | 'seats' | 'unitPrice'> {
  const line = plan.lines[Math.min(place, plan.lines.length - 1)];
  if (line === undefined) {
    return { currency: plan.currency, yearly: plan.flat ?? 0, seats: null, unitPrice: null };
  }
  // One contract covers all lines unless each line has its own.
  const covered = (plan.story.contracts?.length ?? 1) > 1 ? [line] : plan.lines;
  return {
    currency: line.currency,
    yearly: covered.reduce((sum, { price, purchased }) => sum + price * purchased, 0),
    seats: covered.reduce((sum, { purchased }) => sum + purchased, 0),
    unitPrice: covered.length === 1 ? line.price : null,
  };
}

function agree(plan: PlannedApp, terms: StoryTerms, place: number, id: number, asOf: string): Agreement {
  return {
    id,
    plan,
    terms,
    name: terms.name ?? `${plan.name} subscription`,
    status: terms.status ?? 'active',
    ...period(terms, asOf, plan),
    ...money(plan, place),
  };
}

/** The term before an agreement, a little cheaper and closed. */
function predecessor(agreement: Agreement, id: number, back: number): Agreement {
  const { start, terms, yearly } = agreement;
  return {
    ...agreement,
    id,
    name: `${agreement.plan.name} subscription ${shiftMonths(start, -12 * back).slice(0, 4)}`,
    status: 'closed',
    start: shiftMonths(start, -12 * back),
    end: shiftDays(shiftMonths(start, -12 * (back - 1)), -1),
    yearly: Math.round(yearly * 0.94 ** back),
    unitPrice: null,
    terms: { ...terms, months: 12, auto: 'No', cancelBy: 'none' },
  };
}

/** A renewal offer that is not signed yet. */
function offer(agreement: Agreement, id: number): Agreement {
  const start = shiftDays(agreement.end ?? agreement.start, 1);
  return {
    ...agreement,
    id,
    name: `${agreement.plan.name} renewal offer`,
    status: 'pipeline',
    start,
    end: shiftDays(shiftMonths(plainDay(start), 12), -1),
    yearly: Math.round(agreement.yearly * 1.07),
    terms: { ...agreement.terms, months: 12 },
  };
}

/** All contracts of the tenant: what is in force first, then one offer in nine, then history up to the count. */
export function agreementsOf(
  plans: readonly PlannedApp[],
  count: number,
  seed: number,
  asOf: string,
): Agreement[] {
  const current: Agreement[] = [];
  for (const plan of plans) {
    if (plan.pay !== 'contract') continue;
    const terms = plan.story.contracts ?? [ordinaryTerms(createRandom(seed, 'terms', plan.id))];
    for (const [place, term] of terms.entries()) {
      current.push(agree(plan, term, place, CONTRACT_BASE + current.length, asOf));
    }
  }
  const all = current.slice(0, count);
  const offers = current.filter(({ end }, place) => end !== null && place % 9 === 4);
  for (const source of offers) if (all.length < count) all.push(offer(source, CONTRACT_BASE + all.length));
  for (let back = 1; all.length < count && current.length > 0; back++) {
    for (const source of current) {
      if (all.length < count) all.push(predecessor(source, CONTRACT_BASE + all.length, back));
    }
  }
  return all;
}

export function byAppId(agreements: readonly Agreement[]): Map<number, Agreement[]> {
  const groups = new Map<number, Agreement[]>();
  for (const agreement of agreements) {
    const group = groups.get(agreement.plan.id);
    if (group === undefined) groups.set(agreement.plan.id, [agreement]);
    else group.push(agreement);
  }
  return groups;
}

/** An owner in the three forms Torii uses. */
function ownerOf(agreement: Agreement, people: People): JsonValue {
  const pool = people.crowd('FIL').home;
  // A contract entered twice has the same owner twice.
  const id = agreement.terms.copy === true ? agreement.id - 1 : agreement.id;
  const index = pool[(id * 7) % pool.length] ?? 1;
  const person = people.list[index];
  if (person === undefined || id % 11 === 0) return null;
  if (id % 5 === 0) return person.id;
  if (id % 7 === 0) return person.email;
  const { firstName, lastName, email, lifecycle } = person;
  return {
    id: person.id,
    firstName,
    lastName,
    fullName: `${firstName} ${lastName}`,
    email,
    lifecycleStatus: lifecycle,
  };
}

/** The tenant's own deadline field: end minus notice, sometimes empty, once a typing error. */
function cancelBy({ end, terms }: Agreement): string | null {
  if (end === null || typeof terms.notice !== 'number' || terms.cancelBy === 'none') return null;
  return shiftDays(end, -terms.notice - (terms.cancelBy === 'differs' ? 10 : 0));
}

function amountOf(total: number, agreement: Agreement): JsonValue {
  if (agreement.terms.amountAs === 'text') return String(total);
  return agreement.terms.amountAs === 'object' ? { value: total, currency: agreement.currency } : total;
}

/** A contract as Torii lists it, tenant fields included. */
export function contractRow(agreement: Agreement, people: People): JsonObject {
  const { plan, terms, currency, yearly, seats, unitPrice, start, end } = agreement;
  const major = currencies[currency].minor;
  const total = Math.round((yearly * (end === null ? 12 : terms.months)) / 12);
  const commit = plan.story.commit;
  return {
    id: agreement.id,
    idApp: plan.id,
    name: agreement.name,
    status: agreement.status,
    owner: ownerOf(agreement, people),
    createdBy: people.list[1]?.id ?? null,
    creationTime: toInstant(shiftDays(start, -20)),
    amount: amountOf(total, agreement),
    currency,
    startDate: toInstant(start, 0),
    endDate: end === null ? null : toInstant(end, 0),
    c_yearlyCost_4: yearly / major,
    c_noticeDays_1: terms.notice,
    c_autoRenew_2: terms.auto,
    c_renewalTerm_3: terms.renewal ?? null,
    c_cancelBy_7: cancelBy(agreement),
    c_seats_5: seats,
    c_minSeats_8: commit === undefined || seats === null ? null : Math.round(seats * commit),
    c_unitPrice_6: unitPrice === null ? null : unitPrice / major,
    ccf_paymentTerm_1: terms.months > 12 ? 'Yearly in advance' : 'Annual',
    vendor: plan.vendor,
    poNumber: agreement.id % 4 === 0 ? null : `PO-${agreement.id - 60_000}`,
  };
}
