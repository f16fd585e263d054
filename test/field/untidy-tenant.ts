/** A whole tenant as a folder of tool results holds it, and the JSON and the report that come out. */
import { analysisOf } from '../../skill/cli/inputs/analysis-of.ts';
import { parseMapping } from '../../skill/mapping/mapping.ts';
import { analysisText } from '../../skill/report/snapshot.ts';
import { reportMarkdown } from '../../skill/report/text/report-markdown.ts';
import { readSavedResults } from '../../skill/torii/read.ts';

export type Row = Readonly<Record<string, unknown>>;

/** What a situation says beyond the usual; an app is made for every contract that names a plain one. */
export interface Untidy {
  readonly apps?: readonly Row[];
  readonly contracts?: readonly Row[];
  readonly transactions?: readonly Row[];
  /** Accounts of app 9. */
  readonly accounts?: readonly Row[];
  readonly mapping?: Row;
  /** Parts of the mapping of contract fields. */
  readonly fields?: Row;
  readonly edits?: readonly { appId: number; action: 'retire' | 'replaceBy'; survivorId?: number }[];
  readonly asOf?: string;
}

export interface Told {
  readonly json: unknown;
  readonly report: string;
}

export function app(id: unknown, more: Row = {}): Row {
  const used = { sources: ['direct'], activeUsersCount: 12, lastVisitTime: '2026-06-27T09:00:00.000Z' };
  const owned = { primaryOwner: { id: 3, lifecycleStatus: 'active' } };
  return { id, name: `Tool ${String(id)}`, state: 'Sanctioned', isHidden: false, ...used, ...owned, ...more };
}

/** A contract of the calendar year that renews by itself; `cost` is in major units, `amount` in cents. */
export function contract(id: unknown, idApp: unknown, more: Row = {}): Row {
  const term = { startDate: '2026-01-01', endDate: '2026-12-31', notice: 30, auto: 'Yes', term: 12 };
  const money = { currency: 'USD', cost: 1200, amount: null, seats: null, price: null, cancelBy: null };
  const name = `Contract ${String(id)}`;
  return { id, idApp, name, status: 'active', owner: { id: 3 }, ...term, ...money, ...more };
}

export function cents(value: number, currency = 'USD'): Row {
  return { value, currency };
}

/** @param counts purchased, active, inactive, unassigned */
export function line(name: string, counts: readonly unknown[], more: Row = {}): Row {
  const [totalAmount, activeAmount, inactiveAmount, unassignedAmount] = counts;
  return { name, totalAmount, activeAmount, inactiveAmount, unassignedAmount, ...more };
}

function mappingFor({ mapping, fields }: Untidy): Row {
  const major = { unit: 'major', confirmed: true };
  return {
    schemaVersion: 1,
    tenant: { name: 'Alder', currency: 'USD' },
    status: 'approved',
    approval: { by: 'A reviewer', at: '2026-01-15' },
    fields: {
      app: {
        spend12m: { key: 'expenses', unit: 'minor', confirmed: true, window: 'trailing12m' },
        owner: { key: 'primaryOwner' },
        lastUsedAt: { key: 'lastVisitTime' },
      },
      contract: {
        termStart: { key: 'startDate' },
        termEnd: { key: 'endDate' },
        noticeDays: { key: 'notice' },
        cancelBy: { key: 'cancelBy' },
        autoRenew: { key: 'auto' },
        renewalTermMonths: { key: 'term' },
        annualValue: { key: 'cost', ...major },
        totalValue: { key: 'amount', unit: 'minor', confirmed: true },
        seats: { key: 'seats' },
        unitPrice: { key: 'price', ...major, period: 'year' },
        ...fields,
      },
    },
    ...mapping,
  };
}

function page(list: string, rows: readonly Row[]): string {
  return JSON.stringify({ [list]: rows, count: rows.length, total: rows.length, nextCursor: null });
}

function appsFor(contracts: readonly Row[]): Row[] {
  const ids = contracts.flatMap(({ idApp }) => (typeof idApp === 'number' ? idApp : []));
  return [...new Set(ids)].map((id) => app(id));
}

export function told(tenant: Untidy): Told {
  const { contracts = [], apps = appsFor(contracts), accounts, transactions } = tenant;
  const files = [
    { name: 'list_apps.json', text: page('apps', apps) },
    { name: 'list_contracts.json', text: page('contracts', contracts) },
    ...(transactions ? [{ name: 'list_transactions.json', text: page('transactions', transactions) }] : []),
    ...(accounts ? [{ name: 'list_app_users_idApp=9.json', text: page('users', accounts) }] : []),
  ];
  const parsed = parseMapping(mappingFor(tenant));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const depth = { basis: accounts ? 'users' : 'aggregate', appIds: accounts ? [9] : [] } as const;
  const edits = (tenant.edits ?? []).map((edit) => ({ ...edit, by: 'Ada', at: '2026-06-30' }));
  const { records } = readSavedResults(files);
  const { analysis } = analysisOf(records, parsed.mapping, tenant.asOf ?? '2026-06-30', { depth, edits });
  return { json: JSON.parse(analysisText(analysis)), report: reportMarkdown(analysis, 'plain') };
}

/** `apps[id=5].costAnnual`: the first place that a path finds. */
export function placeIn(json: unknown, path: string): unknown {
  const steps = path.match(/[^.[\]]+|\[[^\]]*\]/g) ?? [];
  return steps.reduce<unknown>((value, step) => {
    const [, key = '', wanted] = /^\[([^=]+)=(.*)\]$/.exec(step) ?? [];
    if (wanted === undefined) return value instanceof Object ? Reflect.get(value, step) : undefined;
    if (!Array.isArray(value)) return undefined;
    return value.find((row: unknown) => row instanceof Object && String(Reflect.get(row, key)) === wanted);
  }, json);
}
