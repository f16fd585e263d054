/** Seats, lines, and the money in them, field by field. */
import { costOf, minor, moneyText } from './cost.ts';
import { type Expectation, ofApp, ofTotals, rowOf } from './expectation.ts';
import { at, type Json, type JsonRow, rowsIn } from './json.ts';
import type { Rules } from './mapping.ts';
import type { Portfolio } from './portfolio.ts';
import type { Priced } from './price.ts';
import { type AppMoney, moneyOf } from './saving.ts';
import type { Line } from './seats.ts';

const counts = [
  'purchased',
  'assigned',
  'unassigned',
  'inactive',
  'unknown',
  'active',
  'overAssigned',
] as const;
const never = ['departed', 'exempt', 'grace', 'lowerTier'] as const;

/** "app totals are sums over lines, never netted"; lines without a limit are "out of seats". */
function ofSeats(id: number, lines: readonly Line[]): Expectation[] {
  const limited = lines.filter(({ unlimited }) => !unlimited);
  if (limited.length === 0) return [];
  return [
    ...counts.map((part) => {
      const sum = limited.reduce((count, line) => count + line[part], 0);
      return ofApp('seats', id, `seats.${part}`, sum);
    }),
    ...never.map((part) => ofApp('seats', id, `seats.${part}`, 0)),
  ];
}

function lineIn(analysis: JsonRow, id: number, name: string): JsonRow | null {
  const lines = rowsIn(at(rowOf(analysis, 'apps', 'id', id), 'seats.lines'));
  return lines.find((line) => line['name'] === name) ?? null;
}

function ofLine(id: number, name: string, field: string, expected: Json): Expectation {
  const actual = (analysis: JsonRow) => at(lineIn(analysis, id, name), field);
  return {
    group: 'seats',
    field: `apps.seats.lines.${field}`,
    subject: `app ${id} line ${name}`,
    expected,
    actual,
  };
}

function ofCounts(id: number, line: Line): Expectation[] {
  const { name } = line;
  if (name === null) return [];
  const unlimited = ofLine(id, name, 'unlimited', line.unlimited);
  return line.unlimited
    ? [unlimited]
    : [unlimited, ...counts.map((part) => ofLine(id, name, part, line[part]))];
}

function priceText({ price }: Priced, rules: Rules): Json {
  return price === null ? null : moneyText(minor(price, rules), rules);
}

/**
 * Where prices were scaled, it is not said which of the two is printed, nor what the basis of a price is
 * that a contract of 0.00 leaves. An empty line has no price to find.
 */
function ofPrices({ id, pricing }: AppMoney, rules: Rules): Expectation[] {
  return (pricing?.lines ?? []).flatMap((priced): Expectation[] => {
    const { line, basis } = priced;
    if (line.name === null || line.unlimited || line.purchased === 0) return [];
    if (priced.price?.top === 0n && basis !== 'free') return [];
    const named = ofLine(id, line.name, 'priceBasis', basis);
    return pricing?.scaled === true
      ? [named]
      : [named, ofLine(id, line.name, 'unitPrice', priceText(priced, rules))];
  });
}

/**
 * Whether a contract's recorded seats are seat counts of an app without a license record is not said:
 * the oracle has no opinion on such an app.
 */
function seatsByContractAlone({ id, lines }: AppMoney, { apps }: Portfolio): boolean {
  const contracts = apps.find((app) => app.id === id)?.contracts ?? [];
  return lines === null && contracts.some(({ contract }) => contract.seats.is !== 'missing');
}

function ofOneApp(money: AppMoney, portfolio: Portfolio): Expectation[] {
  const { rules } = portfolio;
  const { id, lines } = money;
  if (seatsByContractAlone(money, portfolio)) return [];
  if (lines === null) return [ofApp('seats', id, 'seats', null)];
  return [...ofSeats(id, lines), ...lines.flatMap((line) => ofCounts(id, line)), ...ofPrices(money, rules)];
}

function added(amounts: readonly (bigint | null)[]): bigint | null {
  return amounts.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0n);
}

/** An app "with such lines alone carries no seat counts". */
export function carriesSeats({ lines }: AppMoney): boolean {
  return lines?.some(({ unlimited }) => !unlimited) === true;
}

/** A line without a price: whether a total over such lines alone is 0.00 or unknown is not said. */
function hasPrice({ pricing }: AppMoney): boolean {
  return pricing?.lines.some(({ line, price }) => !line.unlimited && price !== null) === true;
}

/** "Where no app carries seat counts and nobody decided anything, … are null, never 0.00." */
function ofMoney(all: readonly AppMoney[], portfolio: Portfolio): Expectation[] {
  const { rules } = portfolio;
  const scaled = all.filter(({ pricing }) => pricing?.scaled === true).length;
  const named = [
    ['wasteAnnual', added(all.map(({ waste }) => waste))],
    ['unknownSeatValueAnnual', added(all.map(({ unknown }) => unknown))],
    ['liabilityAnnual', added(all.map(({ liability }) => liability))],
    ['hardSavingAnnual', added(all.map(({ saving }) => saving))],
  ] as const;
  const none = !all.some(carriesSeats);
  const unclear = all.some((one) => seatsByContractAlone(one, portfolio));
  return named.flatMap(([field, amount]): Expectation[] => {
    if (none) return unclear || field === 'liabilityAnnual' ? [] : [ofTotals('seats', field, null)];
    if (unclear && field === 'unknownSeatValueAnnual') return [];
    if (amount === null || !all.some(hasPrice)) return [];
    return [{ ...ofTotals('seats', field, moneyText(amount, rules)), tolerance: scaled }];
  });
}

export function moneyOfAll(portfolio: Portfolio): AppMoney[] {
  const { apps, asOf, rules } = portfolio;
  return apps.map((app) => moneyOf(app, costOf(app, portfolio), asOf, rules));
}

/** What the app costs after right-sizing, where both are known. */
function ofProjected(portfolio: Portfolio, all: readonly AppMoney[]): Expectation[] {
  return portfolio.apps.flatMap((app, index): Expectation[] => {
    const { annual } = costOf(app, portfolio);
    const money = all[index];
    if (annual === null || money === undefined || money.saving === null) return [];
    const expected = moneyText(annual - money.saving, portfolio.rules);
    const tolerance = money.pricing?.scaled === true ? 1 : 0;
    return [{ ...ofApp('seats', app.id, 'projectedAnnual', expected), tolerance }];
  });
}

export function expectedSeats(portfolio: Portfolio): Expectation[] {
  const all = moneyOfAll(portfolio);
  return [
    ...all.flatMap((money) => ofOneApp(money, portfolio)),
    ...ofMoney(all, portfolio),
    ...ofProjected(portfolio, all),
  ];
}
