/**
 * The contracts of one app, as stories that happen: a single one, a renewal kept as a second record, an
 * early renewal, a quote, two teams, one entered twice.
 */
import { addMonths, type Day, partsOf } from './calendar.ts';
import type { Json, JsonRow } from './json.ts';
import type { House } from './tenant.ts';
import { money } from './tenant-money.ts';
import { spellDate, spellMonths, spellNotice, spellTruth, unreadableDate } from './spelling.ts';

/** What a contract means, before it is written down. */
export interface Plan {
  readonly start: Day;
  readonly end: Day;
  readonly status: string;
  readonly renews: boolean | null;
  readonly renewal: number | null;
  readonly cents: number;
  readonly currency: string;
  readonly seats: number | null;
  readonly name: string;
  readonly owner: number;
}

type AppId = number | null;

const running = ['active', 'active', 'active', 'Active', 'ACTIVE'];
const other = [
  'cancelled',
  'Cancelled',
  'terminated',
  'Non-renewing',
  'non renewing',
  'Notice given',
  'Superseded',
  'closed',
  'Closed',
];
const houseWords = ['Laufend', 'Gekündigt', 'Im Archiv', 'Abgelöst'];

function statusFor({ chance, extras }: House): string {
  if (chance.in100(78)) return chance.pick(running);
  return chance.pick(extras ? [...other, ...houseWords] : other);
}

function termFor({ chance, asOf }: House): { start: Day; end: Day; months: number } {
  const months = chance.pick([12, 12, 12, 12, 24, 36, 1, 3, 6]);
  const around = asOf + chance.between(-months * 31, months * 15);
  const anchor = chance.in100(60) ? firstOfMonth(around) : around;
  const days = chance.in100(10) ? chance.between(-20, 20) : 0;
  const closes = chance.in100(92) ? 1 : 0;
  return { start: anchor, end: addMonths(anchor, months) - closes + days, months };
}

function firstOfMonth(day: Day): Day {
  return day - partsOf(day).day + 1;
}

function planFor(house: House, appId: AppId): Plan {
  const { chance, currency, otherCurrencies } = house;
  const { start, end } = termFor(house);
  return {
    start,
    end,
    status: statusFor(house),
    renews: chance.pick([true, true, true, false, false, null]),
    renewal: chance.pick([12, 12, 12, 12, 24, 3, 1, null]),
    cents: chance.between(1, 600) * 12_000 + chance.pick([0, 0, 0, 50, 99]),
    currency: chance.in100(85) ? currency : chance.pick(otherCurrencies),
    seats: chance.in100(40) ? chance.between(1, 120) : null,
    name: `Order ${appId ?? 'none'}-${chance.between(1, 99)}`,
    owner: 3,
  };
}

/** Something signed that begins near the end of the one before. */
function successor(before: Plan, house: House): Plan {
  const { chance } = house;
  const start = before.end + chance.pick([1, 1, 1, 1, -30, -44, -46, 15, 44, 46, 60]);
  const size = chance.pick([100, 100, 105, 110, 90, 200, 50, 201, 49, 330]);
  return {
    ...before,
    start,
    end: addMonths(start, chance.pick([12, 12, 24])) - 1,
    status: 'active',
    cents: Math.round((before.cents * size) / 100),
    name: `${before.name} renewal`,
  };
}

/** Where a story turns on rolling, terms are of a year, as those of real renewals are. */
function yearly(plan: Plan, { chance, asOf }: House): Plan {
  const end = asOf + chance.between(-300, 300);
  return {
    ...plan,
    start: addMonths(end + 1, -12),
    end,
    renewal: 12,
    status: chance.in100(85) ? 'active' : 'cancelled',
  };
}

function story(house: House, appId: AppId): Plan[] {
  const { chance, asOf } = house;
  const first = planFor(house, appId);
  if (house.calm) return [{ ...yearly(first, house), status: 'active', currency: house.currency }];
  const team = { ...first, name: `${first.name} US`, owner: 8, cents: first.cents + 6000 };
  switch (
    chance.pick(['one', 'one', 'one', 'renewed', 'renewed', 'chain', 'quote', 'teams', 'entities', 'two'])
  ) {
    case 'renewed': {
      const old = yearly(first, house);
      return [old, successor(old, house)];
    }
    case 'chain': {
      const old = { ...yearly(first, house), end: asOf - chance.between(200, 500) };
      const next = successor({ ...old, start: addMonths(old.end + 1, -12) }, house);
      return [
        { ...old, start: addMonths(old.end + 1, -12) },
        next,
        successor({ ...next, renewal: 12 }, house),
      ];
    }
    case 'quote': {
      const old = yearly(first, house);
      return [
        old,
        {
          ...successor(old, house),
          status: house.extras && chance.in100(50) ? 'Angebot' : chance.pick(['pipeline', 'Pipeline']),
        },
      ];
    }
    case 'teams':
      return [first, { ...team, start: Math.min(first.start + 60, first.end - 7) }];
    case 'entities':
      return [first, { ...team, cents: first.cents }];
    case 'two':
      return [first, planFor(house, appId)];
    default:
      return [first];
  }
}

function date(day: Day, { chance, dates }: House, blank: number, unreadable: number): Json {
  if (chance.in100(blank)) return null;
  if (dates === 'mixed' && chance.in100(unreadable)) return unreadableDate(chance);
  return spellDate(day, dates, chance);
}

function truth(value: boolean | null, { chance, extras }: House): Json {
  if (value === null) return chance.in100(70) ? null : chance.pick(['see contract', 'maybe']);
  if (extras && chance.in100(15)) return value ? 'Tacit' : 'On demand';
  return spellTruth(value, chance);
}

function notice({ chance, extras }: House): Json {
  if (chance.in100(15)) return null;
  if (chance.in100(5)) return chance.pick(['see MSA', 'standard terms']);
  return extras && chance.in100(15) ? chance.pick(['Standard', 'Drei Monate']) : spellNotice(chance);
}

/** A cancellation day of this term, or of one before it where every term is of a year. */
function cancelBy(plan: Plan, house: House): Json {
  const { chance } = house;
  const { start, end, renewal, renews } = plan;
  const year = renewal === 12 && addMonths(start, 12) === end + 1 && renews === true;
  if (!chance.in100(15) || end - start < 300) return null;
  const own = end - chance.pick([30, 61, 75, 90]);
  return date(year && chance.in100(40) ? addMonths(own, -12) : own, house, 0, 8);
}

function written(id: number, appId: AppId, plan: Plan, house: House): JsonRow {
  const { chance } = house;
  return {
    id,
    idApp: appId,
    name: plan.name,
    status: plan.status,
    owner: chance.in100(80) ? { id: plan.owner } : plan.owner,
    startDate: date(plan.start, house, 4, 3),
    endDate: date(plan.end, house, 6, 5),
    c_notice_1: notice(house),
    c_cancelBy_7: cancelBy(plan, house),
    c_autoRenew_2: truth(plan.renews, house),
    c_renewalTerm_3: plan.renewal === null ? null : spellMonths(plan.renewal, chance),
    ...money(plan, house),
    c_seats_5: plan.seats,
    c_minSeats_8: chance.in100(10) ? chance.between(1, 80) : null,
    c_unitPrice_6: chance.in100(10) ? chance.between(10, 400) : null,
  };
}

/** The same contract entered again, nearly alike. */
function secondEntry(row: JsonRow, house: House): JsonRow {
  const { chance } = house;
  const again = { ...row, id: Number(row['id']) + 50, c_notice_1: notice(house) };
  return {
    ...again,
    ...chance.pick<JsonRow>([
      {},
      {},
      {},
      { name: null },
      { owner: null },
      { owner: { id: 9 } },
      { c_seats_5: 7 },
    ]),
  };
}

/** What was superseded was so by something: where that is not there, analysis.md has no rule. */
function signed(plans: readonly Plan[]): readonly Plan[] {
  const gone = ['Superseded', 'Abgelöst'];
  return plans.every(({ status }) => gone.includes(status))
    ? plans.map((plan) => ({ ...plan, status: 'active' }))
    : plans;
}

export function contractsFor(appId: AppId, house: House): JsonRow[] {
  const { chance } = house;
  if (chance.in100(house.calm ? 35 : 20)) return [];
  const base = (appId ?? 900) * 100;
  const rows = signed(story(house, appId)).map((plan, index) =>
    written(base + index + 1, appId, plan, house),
  );
  const [first] = rows;
  return first !== undefined && chance.in100(10) ? [...rows, secondEntry(first, house)] : rows;
}
