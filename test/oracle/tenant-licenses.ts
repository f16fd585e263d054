/** The license record of a random app: a summary and its lines, tidy and not. */
import type { Json, JsonRow } from './json.ts';
import type { House } from './tenant.ts';

interface Line {
  readonly row: JsonRow;
  readonly purchased: number;
  readonly active: number;
  readonly inactive: number;
  readonly unassigned: number;
  readonly cost: number | null;
}

interface Counts {
  readonly purchased: number;
  readonly active: number;
  readonly inactive: number;
  readonly unassigned: number;
}

function countsFor({ chance }: House): Counts {
  const purchased = chance.between(1, 300);
  if (chance.in100(12))
    return { purchased, active: purchased + chance.between(1, 20), inactive: 0, unassigned: 0 };
  const unassigned = chance.between(0, Math.floor(purchased / 2));
  const inactive = chance.between(0, Math.floor((purchased - unassigned) / 3));
  return { purchased, active: purchased - unassigned - inactive, inactive, unassigned };
}

function lineOf(name: string, counts: Counts, price: number | null, house: House): Line {
  const { chance, currency } = house;
  const cost = price === null ? null : price * counts.purchased;
  const moneyOf = (value: number | null): Json => (value === null ? null : { value, currency });
  const row = {
    name,
    totalAmount: counts.purchased,
    activeAmount: counts.active,
    inactiveAmount: chance.in100(8) ? null : counts.inactive,
    unassignedAmount: counts.unassigned,
    pricePerLicense: chance.in100(50) ? moneyOf(price) : null,
    annualCost: moneyOf(cost),
  };
  return { row, ...counts, cost };
}

function freeLine(name: string, house: House): Line {
  return lineOf(name, countsFor(house), 0, house);
}

function emptyLine(name: string, house: House): Line {
  return lineOf(
    name,
    { purchased: 0, active: 0, inactive: 0, unassigned: 0 },
    house.chance.pick([0, null]),
    house,
  );
}

/** Lines whose number of seats says that there is no limit. */
function unlimitedLine(name: string, house: House): Line {
  const { chance } = house;
  const purchased = chance.pick([99_999, 999_999_999, 10_000, 1_000_000]);
  const active = chance.between(0, 60);
  return lineOf(name, { purchased, active, inactive: 0, unassigned: purchased - active }, null, house);
}

/** The same, said in a word or by a number below zero. */
function withoutLimit(name: string, house: House): Line {
  const counts = { purchased: 0, active: 0, inactive: 0, unassigned: 0 };
  const line = lineOf(name, counts, null, house);
  const totalAmount = house.chance.pick<Json>([-1, 'unlimited', 'Unlimited']);
  return { ...line, row: { ...line.row, totalAmount, unassignedAmount: null } };
}

const stories = [
  'one',
  'one',
  'one',
  'unpriced',
  'two unpriced',
  'two',
  'two',
  'same',
  'free',
  'unpriced free',
  'empty',
  'unlimited',
  'without limit',
];

function linesFor(house: House): Line[] {
  const { chance } = house;
  const price = () => chance.between(5, 900) * 100;
  const first = lineOf('Full', countsFor(house), price(), house);
  const unpriced = lineOf('Full', countsFor(house), null, house);
  switch (chance.pick(stories)) {
    case 'unpriced':
      return [unpriced];
    case 'two unpriced':
      return [unpriced, lineOf('Basic', countsFor(house), null, house)];
    case 'without limit':
      return [first, withoutLimit('Site', house)];
    case 'unpriced free':
      return [unpriced, freeLine('Viewer', house)];
    case 'two':
      return [first, lineOf('Basic', countsFor(house), price(), house)];
    case 'same': {
      const same = price();
      return [lineOf('A', countsFor(house), same, house), lineOf('B', countsFor(house), same, house)];
    }
    case 'free':
      return [first, freeLine('Viewer', house)];
    case 'empty':
      return [first, emptyLine('Legacy', house)];
    case 'unlimited':
      return [first, unlimitedLine('Flow free', house)];
    default:
      return [first];
  }
}

function sum(lines: readonly Line[], key: 'purchased' | 'active' | 'inactive' | 'unassigned'): number {
  return lines.reduce((total, line) => total + line[key], 0);
}

export function licensesFor(house: House): Json {
  const { chance, currency } = house;
  if (chance.in100(house.calm ? 10 : 45)) return null;
  const lines = linesFor(house);
  const costs = lines.flatMap(({ cost }) => (cost === null ? [] : [cost]));
  const known = costs.reduce((a, b) => a + b, 0);
  // Where what costs something has no price, the free rest does not make the whole free.
  const open = lines.some((line) => line.cost === null && line.purchased > 0);
  const cost = costs.length === 0 || (open && known === 0) ? null : known;
  const more = lines.every((line) => line.cost !== null) && chance.in100(12) ? chance.between(1, 20) : 0;
  const summary = {
    totalAmount: sum(lines, 'purchased') + more,
    // A person who holds two licenses is counted once.
    activeAmount: Math.max(0, sum(lines, 'active') - (lines.length > 1 && chance.in100(15) ? 1 : 0)),
    inactiveAmount: sum(lines, 'inactive'),
    unassignedAmount: sum(lines, 'unassigned'),
    annualCost: cost === null ? null : { value: cost, currency },
  };
  // Some sources send the summary alone.
  const summaryAlone = lines.length === 1 && chance.in100(12);
  return { summary, types: summaryAlone ? [] : lines.map(({ row }) => row) };
}
