/**
 * A name for the inputs of an analysis: equal inputs in any order have equal hashes. Not a seal: it
 * tells two runs apart, it does not protect against somebody who wants them to look alike.
 *
 * Every record is mixed into two 32-bit numbers that are then added up, so the order of records does
 * not matter. Only what can move a figure goes in: no page counts, no times of reading.
 */
import type { AppUser, Portfolio } from '../mapping/portfolio.ts';
import type { AnalysisConfig } from '../mapping/mapping.ts';
import type { Decision, Depth, IsoDate, PlanEdit } from './contract.ts';

class Mix {
  private first = 0x811c9dc5;
  private second = 0x9e3779b9;

  word(value: number): void {
    this.first = Math.imul(this.first ^ value, 0x01000193);
    this.first ^= this.first >>> 15;
    this.second = Math.imul(this.second ^ value, 0x85ebca6b);
    this.second ^= this.second >>> 13;
  }

  text(text: string): void {
    this.word(text.length);
    for (let index = 0; index < text.length; index += 1) this.word(text.charCodeAt(index));
  }

  number(value: number): void {
    this.word(value | 0);
    if (value !== (value | 0)) this.text(String(value));
  }

  get sums(): readonly [number, number] {
    return [finished(this.first), finished(this.second)];
  }
}

function finished(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  const twice = Math.imul(once ^ (once >>> 15), 0x846ca68b);
  return (twice ^ (twice >>> 16)) >>> 0;
}

/** Words that say which kind of value follows, so that null, "" and 0 differ. */
const kind = { null: 1, text: 2, number: 3, truth: 4, list: 5, object: 6 } as const;

/** Keys of an object do not depend on the order in which they were written. */
function mixValue(mix: Mix, value: unknown): void {
  if (typeof value === 'string') {
    mix.word(kind.text);
    mix.text(value);
  } else if (typeof value === 'number') {
    mix.word(kind.number);
    mix.number(value);
  } else if (typeof value === 'boolean') {
    mix.word(kind.truth);
    mix.word(value ? 1 : 0);
  } else if (Array.isArray(value)) {
    mix.word(kind.list);
    mix.word(value.length);
    for (const item of value) mixValue(mix, item);
  } else if (typeof value === 'object' && value !== null) mixObject(mix, value);
  else mix.word(kind.null);
}

function mixObject(mix: Mix, value: object): void {
  mix.word(kind.object);
  const entries = Object.entries(value) as [string, unknown][];
  if (!isSorted(entries)) entries.sort(byKey);
  for (const [key, item] of entries) {
    if (item === undefined) continue;
    mix.text(key);
    mixValue(mix, item);
  }
}

function isSorted(entries: readonly [string, unknown][]): boolean {
  return entries.every(([key], index) => index === 0 || (entries[index - 1]?.[0] ?? '') <= key);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Sum {
  first: number;
  second: number;
}

function addRecord(sum: Sum, label: string, record: unknown): void {
  const mix = new Mix();
  mix.text(label);
  mixValue(mix, record);
  const [first, second] = mix.sums;
  sum.first = (sum.first + first) >>> 0;
  sum.second = (sum.second + second) >>> 0;
}

export interface Inputs {
  readonly portfolio: Portfolio;
  readonly config: AnalysisConfig;
  readonly asOf: IsoDate;
  readonly edits: readonly PlanEdit[];
  readonly depth: Depth;
  readonly decisions: readonly Decision[];
}

/** Sixteen hexadecimal digits. */
export function inputsHash({ portfolio, config, asOf, edits, depth, decisions }: Inputs): string {
  const sum: Sum = { first: 0, second: 0 };
  const appIds = [...depth.appIds].toSorted((a, b) => a - b);
  addRecord(sum, 'inputs', { config, asOf, edits, decisions, basis: depth.basis, appIds });
  for (const app of portfolio.apps) addRecord(sum, 'app', app);
  for (const contract of portfolio.contracts) addRecord(sum, 'contract', contract);
  for (const person of portfolio.people) addRecord(sum, 'person', person);
  for (const transaction of portfolio.transactions) addRecord(sum, 'transaction', transaction);
  for (const id of depth.basis === 'users' ? appIds : []) addUsers(sum, portfolio.appUsers.get(id) ?? []);
  for (const { source, status, total, rows } of portfolio.completeness) {
    addRecord(sum, 'source', { source, status, total, rows });
  }
  return digits(sum.first) + digits(sum.second);
}

function addUsers(sum: Sum, users: readonly AppUser[]): void {
  for (const user of users) addRecord(sum, 'account', user);
}

function digits(value: number): string {
  return value.toString(16).padStart(8, '0');
}
