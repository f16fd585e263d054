/** The tables that can be asked: apps, contracts, findings, the ledger and the Organizational View. */
import {
  analysisFields,
  appFields,
  findingFields,
  ledgerRowFields,
  renewalFields,
  type Analysis,
} from '../../analysis/contract.ts';
import { sliceId } from '../../analysis/facts.ts';
import { columnsOfApp, queryColumns, type QueryColumn } from './query-column.ts';

export const queryTables = ['apps', 'renewals', 'ledger', 'findings', 'slices'] as const;
export type QueryTableName = (typeof queryTables)[number];

export interface QueryTable {
  readonly rows: readonly object[];
  readonly columns: readonly QueryColumn[];
  /** Columns that are shown where none are asked for. */
  readonly usual: readonly string[];
}

/** Names of every field of a table, for a tool's own description. */
export function fieldNamesOf(name: QueryTableName): readonly string[] {
  return columnsIn(name, () => null).map((column) => column.name);
}

export function tableIn(analysis: Analysis, name: QueryTableName): QueryTable {
  const apps = new Map(analysis.apps.map((app) => [app.id, app]));
  const appOf = (row: object): object | null => {
    const id: unknown = Reflect.get(row, 'appId');
    return typeof id === 'number' ? (apps.get(id) ?? null) : null;
  };
  return { rows: analysis[name], columns: columnsIn(name, appOf), usual: usual[name] };
}

const appColumns = queryColumns(appFields, at('app', 'id'));

const ownColumns = {
  apps: appColumns,
  renewals: queryColumns(renewalFields, at('renewal', 'contractId')),
  ledger: queryColumns(ledgerRowFields, at('ledger', 'id')),
  findings: queryColumns(findingFields, at('finding', 'id')),
  slices: queryColumns(analysisFields.slices.of.fields, (row) => {
    const value: unknown = Reflect.get(row, 'value');
    return typeof value === 'string' ? `slice/${sliceId(value)}` : null;
  }),
} satisfies Readonly<Record<QueryTableName, readonly QueryColumn[]>>;

function columnsIn(name: QueryTableName, appOf: (row: object) => object | null): readonly QueryColumn[] {
  const own = ownColumns[name];
  return name === 'apps' || name === 'slices' ? own : [...own, ...columnsOfApp(appColumns, appOf)];
}

/** The address of a row by the field that tells it from others. */
function at(record: string, key: string): (row: object) => string | null {
  return (row) => {
    const id: unknown = Reflect.get(row, key);
    return typeof id === 'number' || typeof id === 'string' ? `${record}/${id}` : null;
  };
}

const usual: Readonly<Record<QueryTableName, readonly string[]>> = {
  apps: ['id', 'name', 'stateClass', 'category', 'owner', 'costAnnual', 'costComplete', 'hardSavingAnnual'],
  renewals: ['contractId', 'name', 'appName', 'termEnd', 'deadline', 'autoRenew', 'bucket', 'annualValue'],
  ledger: ['id', 'app/name', 'lever', 'seats', 'hardAnnual', 'effectiveFrom', 'timing', 'confidence'],
  findings: ['id', 'type', 'app/name', 'amount', 'confidence', 'queue', 'action'],
  slices: ['value', 'baselineAnnual', 'apps'],
};
