/**
 * A random tenant: raw Torii records and a mapping, with the untidy things of real tenants mixed.
 *
 * The same seed gives the same tenant. `extras` are the parts of a mapping that came later (tables of
 * values, formats, statuses, periods), so that they can be told from the rest where they are not known.
 */
import { type Day, dayOfIso, iso } from './calendar.ts';
import { at, type Json, type JsonRow } from './json.ts';
import { mappingFor } from './tenant-mapping.ts';
import { contractsFor } from './tenant-contracts.ts';
import { licensesFor } from './tenant-licenses.ts';
import { chanceOf, type Chance } from './random.ts';
import type { DateStyle } from './spelling.ts';

export interface Tenant {
  readonly asOf: string;
  readonly mapping: JsonRow;
  readonly records: {
    readonly apps: readonly JsonRow[];
    readonly contracts: readonly JsonRow[];
    readonly transactions: readonly JsonRow[];
  };
}

/** What is the same for every record of one tenant. */
export interface House {
  readonly chance: Chance;
  readonly asOf: Day;
  readonly currency: string;
  readonly otherCurrencies: readonly string[];
  readonly dates: DateStyle;
  readonly extras: boolean;
  /** One plain contract an app, so that what its seats save can be followed to the last cent. */
  readonly calm: boolean;
}

const dates = ['2026-06-30', '2026-11-22', '2024-02-29', '2026-12-31', '2025-03-01', '2026-01-31'];

function houseOf(seed: number): House {
  const chance = chanceOf(seed);
  const extras = chance.in100(35);
  const currency = chance.in100(75) ? 'USD' : 'EUR';
  const styles: DateStyle[] = ['mixed', 'mixed', 'mixed', 'berlin', 'new-york'];
  if (extras) styles.push('day-first', 'day-first');
  return {
    chance,
    asOf: chance.in100(70)
      ? dayOfIso(chance.pick(dates))
      : chance.between(dayOfIso('2024-01-01'), dayOfIso('2028-12-31')),
    currency,
    otherCurrencies: [currency === 'USD' ? 'EUR' : 'USD', 'SEK', 'JPY'],
    dates: chance.pick(styles),
    extras,
    calm: chance.in100(30),
  };
}

function expenses({ chance, currency }: House): Json {
  if (chance.in100(55)) return null;
  const value = chance.between(0, 40_000) * 100;
  return chance.in100(80) ? { value, currency } : { value, currency: 'SEK' };
}

function appOf(id: number, house: House): JsonRow {
  const { chance, asOf } = house;
  return {
    id,
    name: `App ${id}`,
    state: chance.pick(['Sanctioned', 'Sanctioned', 'Discovered', 'In Review', 'inReview']),
    category: null,
    url: null,
    vendor: null,
    isHidden: chance.in100(8),
    sources: ['direct'],
    primaryOwner: { id: 3, lifecycleStatus: 'active' },
    creationTime: '2023-05-02T00:00:00.000Z',
    activeUsersCount: chance.between(0, 200),
    lastVisitTime: chance.in100(90)
      ? `${iso(asOf - 3)}T09:00:00.000Z`
      : chance.pick<Json>([0, null, 'Never', '1970-01-01T00:00:00.000Z']),
    expenses: expenses(house),
    licenses: licensesFor(house),
  };
}

/**
 * Payments, and now and then a refund of a part of the first. None beside a spend that cannot be
 * converted: which of the two counts then is not said.
 */
function transactionsOf(apps: readonly JsonRow[], { chance, asOf, currency }: House): JsonRow[] {
  return apps.flatMap(({ id, expenses: spend }) => {
    const count = chance.in100(25) && at(spend, 'currency') !== 'SEK' ? chance.between(1, 3) : 0;
    const paid = chance.between(100, 9000) * 100;
    const day = asOf - chance.pick([10, 40, 200, 350, 380, 700]);
    return Array.from({ length: count }, (_, index): JsonRow => {
      const refund = index > 0 && chance.in100(30);
      const value = refund ? -paid / 4 : paid;
      const converted = { convertedValue: value };
      const amount = chance.in100(15)
        ? { value: value * 2, currency: 'SEK', ...converted }
        : { value, currency, ...converted };
      return {
        id: Number(id) * 10 + index,
        idApp: Number(id),
        transactionDate: `${iso(refund ? day : day - index * 30)}T10:30:00.000Z`,
        amount,
        source: 'card',
        mappingStatus: 'mapped',
      };
    });
  });
}

/** Many a contract records about as many seats as the licenses of its app show. */
function withSeats(contracts: readonly JsonRow[], apps: readonly JsonRow[], { chance }: House): JsonRow[] {
  return contracts.map((contract) => {
    const app = apps.find(({ id }) => id === contract['idApp']);
    const seats = at(app, 'licenses.summary.totalAmount');
    if (typeof seats !== 'number' || !chance.in100(35)) return contract;
    return {
      ...contract,
      c_seats_5: Math.round((seats * chance.pick([100, 100, 96, 104, 94, 106, 300])) / 100),
    };
  });
}

export function tenantFrom(seed: number): Tenant {
  const house = houseOf(seed);
  const ids = Array.from({ length: house.chance.between(1, 5) }, (_, index) => index + 1);
  const apps = ids.map((id) => appOf(id, house));
  const contracts = ids.flatMap((id) => contractsFor(id, house));
  const stray = house.chance.in100(15)
    ? contractsFor(house.chance.pick<number | null>([999, null]), house)
    : [];
  return {
    asOf: iso(house.asOf),
    mapping: mappingFor(house),
    records: {
      apps,
      contracts: [...withSeats(contracts, apps, house), ...stray.slice(0, 1)],
      transactions: transactionsOf(apps, house),
    },
  };
}
