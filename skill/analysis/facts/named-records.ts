/**
 * Which apps and contracts a text names, and the dates that are known of them. Names may hold any sign.
 */
import type { Analysis, IsoDate } from '../base/contract.ts';
import { appFields } from '../records/app.ts';
import { type FieldTable, isObject } from '../records/field.ts';
import { ledgerRowFields } from '../records/ledger-row.ts';
import { renewalFields } from '../records/renewal.ts';
import { addressOf } from './facts.ts';
import { renderName } from './render.ts';

export interface NamedRecords {
  /** The text with every name taken out, so that its digits and words are not taken for figures. */
  without(text: string): string;
  /** Every date known of the records that the text names or cites. */
  datesOf(text: string): readonly IsoDate[];
}

export function namedRecords(analysis: Analysis): NamedRecords {
  const dates = datesByApp(analysis);
  const appsByName = new Map<string, number[]>();
  const add = (name: string, appId: number | null) => {
    // Texts quote a name on one line; both forms are the name.
    for (const form of new Set([name, renderName(name)])) {
      if (!/\p{L}/u.test(name) && form === name) continue;
      appsByName.set(form, [...(appsByName.get(form) ?? []), ...(appId === null ? [] : [appId])]);
    }
  };
  for (const { id, name } of analysis.apps) add(name, id);
  for (const { appId, name, appName } of analysis.renewals) {
    add(name, appId);
    if (appName !== null) add(appName, appId);
  }
  add(analysis.inputs.mapping.tenant, null);
  const pattern = patternOf([...appsByName.keys()]);
  const appOfContract = new Map(analysis.renewals.map((row) => [row.contractId, row.appId]));
  return {
    without: (text) => text.replace(pattern, ' '),
    datesOf(text) {
      const named = [...text.matchAll(pattern)].flatMap(([name]) => appsByName.get(name) ?? []);
      const cited = [...text.matchAll(/fact:([^)\s]+)/g)].flatMap(([, id = '']) =>
        citedApp(id, appOfContract),
      );
      return [analysis.asOf, ...[...named, ...cited].flatMap((id) => dates.get(id) ?? [])];
    },
  };
}

/** What texts state together: the names and citations in one row or sentence, and its dates. */
export interface StatedTogether {
  readonly names: readonly string[];
  readonly facts: readonly string[];
  readonly dates: readonly IsoDate[];
}

/** The same of texts alone. @param asOf is known of everything */
export function namedInTexts(stated: readonly StatedTogether[], asOf: IsoDate): NamedRecords {
  const dates = new Map<string, IsoDate[]>();
  const names = new Set<string>();
  for (const unit of stated) {
    const forms = unit.names
      .flatMap((name) => [name, renderName(name)])
      .filter((form) => /\p{L}/u.test(form));
    for (const form of forms) names.add(form);
    for (const key of [...forms, ...unit.facts.map((id) => `fact:${id}`)])
      dates.set(key, [...(dates.get(key) ?? []), ...unit.dates]);
  }
  const pattern = patternOf([...names]);
  return {
    without: (text) => text.replace(pattern, ' '),
    datesOf(text) {
      const named = [...text.matchAll(pattern), ...text.matchAll(/fact:[^)\s]+/g)].map(([key]) => key);
      return [asOf, ...named.flatMap((key) => dates.get(key) ?? [])];
    },
  };
}

function citedApp(factId: string, appOfContract: ReadonlyMap<number, number | null>): number[] {
  const address = addressOf(factId);
  if (address?.record === 'app') return [Number(address.id)];
  if (address?.record === 'renewal') return [appOfContract.get(Number(address.id)) ?? []].flat();
  const subject = /app-(\d+)/.exec(address?.id ?? '')?.[1];
  return subject === undefined ? [] : [Number(subject)];
}

function datesByApp({ apps, renewals, ledger }: Analysis): Map<number, IsoDate[]> {
  const dates = new Map<number, IsoDate[]>();
  const add = (id: number | null, table: FieldTable, row: object) => {
    if (id !== null) dates.set(id, [...(dates.get(id) ?? []), ...datesIn(table, row)]);
  };
  for (const row of apps) add(row.id, appFields, row);
  for (const row of renewals) add(row.appId, renewalFields, row);
  for (const row of ledger) add(row.appId, ledgerRowFields, row);
  return dates;
}

/** Every date that a record states, those of a record within it too. */
function datesIn(table: FieldTable, row: object): IsoDate[] {
  return Object.entries(table).flatMap(([name, field]) => {
    const value: unknown = Reflect.get(row, name);
    if (field.kind === 'record') return isObject(value) ? datesIn(field.fields, value) : [];
    return field.kind === 'date' && typeof value === 'string' ? [value] : [];
  });
}

/** Longest first, so that "Zoom Rooms" is not read as "Zoom". Matches nothing when there is no name. */
function patternOf(names: readonly string[]): RegExp {
  const forms = names.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(escaped);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|') || '(?!)'})(?![\\p{L}\\p{N}])`, 'gu');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
