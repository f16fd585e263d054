/** Settles the unit of every money field of a draft, each against all figures that can speak of it. */
import type { JsonObject } from '../../torii/json.ts';
import type { TenantRecords } from '../../torii/read.ts';
import type { TenantMapping } from '../base/mapping.ts';
import { costPeriod, type Period, pricePeriod } from '../base/price-period.ts';
import { idInside, idOf, linkedAppId } from '../base/row-id.ts';
import { readCount } from '../values/read-count.ts';
import { readDay } from '../values/read-day.ts';
import { unwrapped } from '../values/unwrapped.ts';
import type { ChosenField } from './choose-keys.ts';
import {
  bareAmountOf,
  contradicts,
  moneyUnit,
  type MoneyUnit,
  type UnitEvidence,
  type UnitVerdict,
  type Witness,
} from './money-unit.ts';
import { type AppWitness, appWitnesses, figureOf, type MoneyColumn } from './money-witnesses.ts';

type Keys = Readonly<Record<string, string>>;

const perYear = { year: 1, quarter: 4, month: 12 } as const;

export function draftMoney(
  chosen: readonly ChosenField[],
  records: TenantRecords,
  currency: string,
): ReadonlyMap<string, UnitVerdict> {
  const columns = chosen.flatMap(({ field: { entity, field, form }, candidate }): MoneyColumn[] => {
    if (form !== 'money') return [];
    const period = periodOf(field, candidate);
    return [{ entity, field, key: candidate.key, perYear: perYear[period], unit: null }];
  });
  const keys = Object.fromEntries(chosen.map((entry) => [entry.field.field, entry.candidate.key]));
  const court = courtOf(columns, keys, records, currency);
  const own = new Set(
    chosen.flatMap(({ field, candidate }) => (field.own.includes(candidate.key) ? [candidate.key] : [])),
  );
  return settled(columns, court, (column) => (own.has(column.key) ? 'minor' : 'major'));
}

function periodOf(field: string, candidate: ChosenField['candidate']): Period {
  if (field === 'unitPrice') return pricePeriod(candidate);
  return field === 'annualValue' ? costPeriod(candidate) : 'year';
}

/** Verdicts make witnesses, so the fields are gone through until no more of them is settled. */
function settled(
  columns: readonly MoneyColumn[],
  court: Court,
  likelier: (column: MoneyColumn) => MoneyUnit,
): ReadonlyMap<string, UnitVerdict> {
  const verdicts = new Map<string, UnitVerdict>();
  for (let round = 0; round <= columns.length; round += 1) {
    for (const column of columns) {
      if (column.unit !== null) continue;
      const verdict = moneyUnit(court.evidence(column, likelier(column)));
      verdicts.set(pathOf(column), verdict);
      if (verdict.confirmed) column.unit = verdict.unit;
    }
  }
  return verdicts;
}

function pathOf({ entity, field }: Pick<MoneyColumn, 'entity' | 'field'>): string {
  return `fields.${entity}.${field}`;
}

interface Court {
  evidence(column: MoneyColumn, likelier: MoneyUnit): UnitEvidence;
}

function courtOf(
  columns: readonly MoneyColumn[],
  keys: Keys,
  records: TenantRecords,
  currency: string,
): Court {
  const direct = appWitnesses(records, currency);
  const { contract: contracts, app: apps } = {
    contract: rowsByApp(records.contracts),
    app: rowsByApp(records.apps, 'id'),
  };
  const column = (field: string): MoneyColumn | undefined => columns.find((entry) => entry.field === field);
  const told = (row: JsonObject, field: string, from: string, times = 1): Witness[] => {
    const found = column(field);
    const figure = found === undefined ? null : figureOf(row, found, currency);
    return figure === null ? [] : [{ ...figure, minor: figure.minor * times, from }];
  };
  const yearsOf = termYears(keys);
  const ofContract = (row: JsonObject, field: string): Witness[] => [
    ...(field === 'annualValue' ? [] : told(row, 'annualValue', 'contract’s yearly value')),
    ...(field === 'totalValue' ? [] : told(row, 'totalValue', 'contract’s total', 1 / yearsOf(row))),
  ];
  const ofApp = (id: number): (Witness | AppWitness)[] => [
    ...(direct.get(id) ?? []),
    ...(apps.get(id) ?? []).flatMap((row) => told(row, 'spend12m', '12-month spend')),
  ];
  const witnessesOf = (field: string, row: JsonObject): Witness[] => {
    if (field === 'spend12m')
      return [
        ...(direct.get(idOf(row.id) ?? -1) ?? []),
        ...summed(contracts.get(idOf(row.id) ?? -1) ?? [], ofContract),
      ];
    const all = [...ofContract(row, field), ...ofApp(linkedAppId(row) ?? -1)];
    if (field === 'totalValue')
      return all.map((witness) => ({ ...witness, minor: witness.minor * yearsOf(row) }));
    return field === 'unitPrice' ? perSeat(all, seatsOf(row, keys.seats)) : all;
  };
  return {
    evidence: (judged, likelier) => {
      const rows = judged.entity === 'app' ? records.apps : records.contracts;
      const bare = rows.flatMap((row) => bareAmountOf(row, judged.key, currency) ?? []);
      const { key } = judged;
      return {
        rows,
        key,
        bare,
        perYear: judged.perYear,
        likelier,
        witnessesOf: (row) => witnessesOf(judged.field, row),
      };
    },
  };
}

function rowsByApp(rows: readonly JsonObject[], key = 'idApp'): ReadonlyMap<number, readonly JsonObject[]> {
  const byApp = new Map<number, JsonObject[]>();
  for (const row of rows) {
    const id = idOf(idInside(row[key]));
    if (id === null) continue;
    const own = byApp.get(id);
    if (own === undefined) byApp.set(id, [row]);
    else own.push(row);
  }
  return byApp;
}

/** The contracts of an app together, where they are in one currency; one of them without a figure spoils the sum. */
function summed(
  rows: readonly JsonObject[],
  ofContract: (row: JsonObject, field: string) => Witness[],
): Witness[] {
  const figures = rows.map((row) => ofContract(row, '')[0]);
  const [first] = figures;
  if (first === undefined || figures.some((figure) => figure?.currency !== first.currency)) return [];
  const minor = figures.reduce((sum, figure) => sum + (figure?.minor ?? 0), 0);
  return [{ minor, currency: first.currency, from: 'contracts together' }];
}

/** A price of one seat: what is stated for one, or a yearly figure over the seats of the contract. */
function perSeat(witnesses: readonly (Witness | AppWitness)[], seats: number | null): Witness[] {
  return witnesses.flatMap((witness) => {
    const { minor, currency, from } = witness;
    const stated = 'perSeat' in witness ? witness.perSeat : null;
    const one = stated ?? (seats === null ? null : minor / seats);
    return one === null ? [] : [{ minor: one, currency, from: `${from} of one seat` }];
  });
}

function seatsOf(row: JsonObject, key: string | undefined): number | null {
  const seats = key === undefined ? null : readCount(unwrapped(row[key] ?? null));
  return seats?.kind === 'known' && seats.value > 0 ? seats.value : null;
}

/** Length of a contract in years, 1 where its dates do not say. */
function termYears({ termStart = '', termEnd = '' }: Keys): (row: JsonObject) => number {
  return (row) => {
    const from = readDay(unwrapped(row[termStart] ?? null));
    const to = readDay(unwrapped(row[termEnd] ?? null));
    const days = from.kind === 'known' && to.kind === 'known' ? to.value - from.value + 1 : 0;
    return days > 0 ? days / 365 : 1;
  };
}

export interface Contradiction {
  readonly path: string;
  readonly key: string;
  readonly why: string;
}

/**
 * Money fields of a draft that are not confirmed, and that other figures contradict by ten times or
 * more: no figure that rests on them can be said.
 */
export function moneyContradictions(
  { tenant, fields }: TenantMapping,
  records: TenantRecords,
): Contradiction[] {
  const mapped = Object.entries({ ...fields.app, ...fields.contract });
  const keys = Object.fromEntries(mapped.map(([field, { key }]) => [field, key]));
  const stated = mapped.flatMap(([field, value]) => {
    if (!('unit' in value)) return [];
    const period = ('period' in value && value.period) || 'year';
    const entity = field in fields.app ? ('app' as const) : ('contract' as const);
    const isOpen = value.confirmed !== true;
    const unit = isOpen ? null : value.unit;
    return [
      { isOpen, unit: value.unit, column: { entity, field, key: value.key, perYear: perYear[period], unit } },
    ];
  });
  const court = courtOf(
    stated.map(({ column }) => column),
    keys,
    records,
    tenant.currency,
  );
  return stated.flatMap(({ isOpen, unit, column }) => {
    const why = isOpen ? contradicts(unit, court.evidence(column, unit)) : null;
    return why === null ? [] : [{ path: pathOf(column), key: column.key, why }];
  });
}
