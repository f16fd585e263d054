/** Every contract of a tenant with what the oracle concludes about it at one date. */
import { type Day, dayOfIso } from './calendar.ts';
import { type Contract, contractsOf } from './contract.ts';
import { type YearlyValue, yearlyValue } from './contract-money.ts';
import { compare } from './exact.ts';
import { at, type JsonRow, rowsIn } from './json.ts';
import { type Rules, rulesOf } from './mapping.ts';
import { type Read, valueOf } from './read.ts';
import { hasQuote, sequenceOf, type Succession, type Valued } from './sequence.ts';
import { endOfTerm } from './terms.ts';
import type { Tenant } from './tenant.ts';

export interface Judged {
  readonly contract: Contract;
  readonly value: YearlyValue;
  readonly copy: boolean;
  readonly succession: Succession | null;
  /** Looks renewed, but not surely: both count. */
  readonly possiblyRenewed: boolean;
  /** Runs at the date, whether or not it is counted. */
  readonly inForce: boolean;
  /** In force, no copy, and not superseded: it counts, or is left out and listed. */
  readonly counts: boolean;
}

export interface OracleApp {
  readonly row: JsonRow;
  readonly id: number;
  readonly contracts: readonly Judged[];
  readonly between: boolean;
}

export interface Portfolio {
  readonly asOf: Day;
  readonly rules: Rules;
  readonly apps: readonly OracleApp[];
  readonly hidden: ReadonlySet<number>;
  /** The contracts of hidden apps, by id. */
  readonly hiddenContracts: readonly number[];
  /** Of no app that was read. */
  readonly stray: readonly Judged[];
  readonly transactions: readonly JsonRow[];
}

/**
 * "In force = class active or ending, start ≤ asOf or missing, and (end ≥ asOf, end missing, or
 * auto-renewing)"; "ending: no end = over"; "Unreadable never ends a contract: with an unreadable end,
 * start or renewal it is in force". What is succeeded "neither rolls nor renews" after its last term.
 */
export function isInForce(contract: Contract, succession: Succession | null, asOf: Day): boolean {
  const { status, start, end, renewsItself } = contract;
  if (status !== 'active' && status !== 'ending') return false;
  if (start.is === 'known' && start.value > asOf) return false;
  if (end.is === 'missing') return status === 'active';
  if (end.is === 'invalid') return true;
  if (succession !== null) return (endOfTerm(contract, succession.lastTerm) ?? end.value) >= asOf;
  return end.value >= asOf || renewsItself.is === 'invalid' || valueOf(renewsItself) === true;
}

function agree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

function sameDay(a: Read<Day>, b: Read<Day>): boolean {
  return a.is === b.is && valueOf(a) === valueOf(b);
}

function sameMoney(a: YearlyValue, b: YearlyValue): boolean {
  if (a.native === null || b.native === null || a.native.currency !== b.native.currency) return false;
  return compare(a.native.amount, b.native.amount) === 0;
}

function seatsText({ seats }: Contract): string | null {
  return seats.is === 'known' ? String(seats.value.top) : null;
}

/**
 * "Duplicate in money only when period, amount and currency agree, both ends are known, and name, seats
 * and owner agree or are blank: the higher id is the copy."
 */
function isCopy(b: Contract, a: Contract): boolean {
  if (a.id >= b.id || a.end.is !== 'known' || !sameDay(a.end, b.end) || !sameDay(a.start, b.start))
    return false;
  return agree(a.name, b.name) && agree(a.owner, b.owner) && agree(seatsText(a), seatsText(b));
}

/** Those that do not count because a lower id of the same money does. */
function copiesIn(contracts: readonly Contract[], valued: Valued, asOf: Day): ReadonlySet<Contract> {
  const running = contracts.filter((one) => isInForce(one, null, asOf));
  const copies = running.filter((b) => running.some((a) => isCopy(b, a) && sameMoney(valued(a), valued(b))));
  return new Set(copies);
}

/** The contracts of one app, judged together. */
function judgedTogether(contracts: readonly Contract[], rules: Rules, asOf: Day): OracleApp['contracts'] {
  const values = new Map(contracts.map((one) => [one, yearlyValue(one, rules)]));
  const valued = (one: Contract) => values.get(one) ?? yearlyValue(one, rules);
  const copies = copiesIn(contracts, valued, asOf);
  const originals = contracts.filter((one) => !copies.has(one));
  const { successions, possible } = sequenceOf(originals, valued);
  return contracts.map((contract): Judged => {
    const succession = successions.get(contract.id) ?? null;
    const inForce = isInForce(contract, succession, asOf);
    const superseded = succession !== null && succession.from <= asOf;
    return {
      contract,
      value: valued(contract),
      copy: copies.has(contract),
      succession,
      possiblyRenewed: possible.has(contract.id),
      inForce,
      counts: inForce && !copies.has(contract) && !superseded,
    };
  });
}

/** "Hidden apps (exclude.hidden) leave lists and totals, their contracts too." */
function isHidden(app: JsonRow, { excludeHidden, excluded }: Rules): boolean {
  return (excludeHidden && app['isHidden'] === true) || excluded.includes(Number(app['id']));
}

export function portfolioOf({ asOf, mapping, records }: Tenant): Portfolio {
  const rules = rulesOf(mapping);
  const day = dayOfIso(asOf);
  const rows = rowsIn(at(records, 'apps'));
  const all = contractsOf(rowsIn(at(records, 'contracts')), rules);
  const known = new Set(rows.map(({ id }) => Number(id)));
  const judged = (these: readonly Contract[]) => judgedTogether(these, rules, day);
  const apps = rows.map((row): OracleApp => {
    const own = all.filter(({ appId }) => appId === Number(row['id']));
    return { row, id: Number(row['id']), contracts: judged(own), between: hasQuote(own) };
  });
  const hidden = new Set(apps.filter(({ row }) => isHidden(row, rules)).map(({ id }) => id));
  return {
    asOf: day,
    rules,
    apps: apps.filter(({ id }) => !hidden.has(id)),
    hidden,
    hiddenContracts: all.flatMap(({ id, appId }) => (appId !== null && hidden.has(appId) ? [id] : [])),
    stray: all.filter(({ appId }) => appId === null || !known.has(appId)).flatMap((one) => judged([one])),
    transactions: rowsIn(at(records, 'transactions')),
  };
}
