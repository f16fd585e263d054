/** How the money of a random contract is kept: a value a year, a total, an object, or not at all. */
import { fraction, rounded } from './exact.ts';
import type { Json, JsonRow } from './json.ts';
import { spellAmount, spellCurrency, unreadableAmount } from './spelling.ts';
import type { House } from './tenant.ts';
import type { Plan } from './tenant-contracts.ts';

function totalFor({ cents, start, end }: Plan): number {
  return Math.max(0, Number(rounded(fraction(cents * Math.max(1, end - start + 1), 365))));
}

/** The smallest units of a currency, from what would be cents. */
function minorUnits(cents: number, currency: string): number {
  return currency === 'JPY' ? Math.round(cents / 100) : cents;
}

function total(plan: Plan, { chance }: House): Json {
  const value = minorUnits(totalFor(plan), plan.currency);
  return chance.in100(70) ? { value, currency: plan.currency } : value;
}

/** Torii's own conversion beside the recorded amount. */
function converted(plan: Plan, { currency }: House): Json {
  const value = minorUnits(totalFor(plan), plan.currency);
  return { value, currency: plan.currency, convertedValue: minorUnits(totalFor(plan), currency) * 3 };
}

export function money(plan: Plan, house: House): JsonRow {
  const { chance } = house;
  // There is no part of a yen.
  const cents = plan.currency === 'JPY' ? Math.round(plan.cents / 100) * 100 : plan.cents;
  const currency =
    plan.currency === house.currency && chance.in100(25) ? null : spellCurrency(plan.currency, chance);
  const row = (c_yearlyCost_4: Json, amount: Json = null): JsonRow => ({ currency, c_yearlyCost_4, amount });
  const kind = chance.between(1, 100);
  if (kind <= 5) return row(null);
  if (kind <= 10) return row(unreadableAmount(chance));
  if (kind <= 14) return row(-cents / 100);
  if (kind <= 16) return row(0);
  if (kind <= 36) return row(null, total(plan, house));
  if (kind <= 39 && plan.currency !== house.currency) return row(null, converted(plan, house));
  const yearly = plan.currency === 'JPY' ? cents / 100 : spellAmount(cents, plan.currency, chance);
  return kind <= 44 ? row(yearly, total(plan, house)) : row(yearly);
}
