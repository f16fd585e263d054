/**
 * Addressable facts: every figure of an analysis by a name that prose can cite.
 *
 * `totals/<field>` · `app/<id>/<field>` · `app/<id>/seats/<part>` · `renewal/<contract id>/<field>` ·
 * `finding/<finding id>/<field>` · `ledger/<row id>/<field>` · `lever/<lever or all>/<field>` ·
 * `slice/<id of the value>/<field>`, and so for `category`, `vendor` and `owner` ·
 * `depth/costShare` · `count/<what>` · `assumption/<what>` · `source/<source>/<field>` · `rate/<currency>/perUnit`.
 */
import { assumptionCounts, assumptionsIn, rateOf } from './assumptions-in.ts';
import { effects, type Analysis, type IsoDate, type Minor } from '../base/contract.ts';
import { countNames, countsOf } from '../base/counts.ts';
import { dayOf } from '../base/day.ts';
import { groupings, groupOf, type Grouping } from '../base/groups.ts';
import { rowsOf, sumsOf } from '../base/lever-sums.ts';
import { renderCount, renderDate, renderMoney, renderPercent } from './render.ts';

export type Fact =
  | { readonly kind: 'money'; readonly minor: Minor; readonly currency: string }
  | { readonly kind: 'count'; readonly count: number }
  /** Of 1. */
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'date'; readonly date: IsoDate }
  | { readonly kind: 'text'; readonly text: string }
  /** The record exists and does not say: there is nothing to cite. */
  | { readonly kind: 'unknown' };

type Kind = Exclude<Fact['kind'], 'unknown'>;
type Fields = Readonly<Record<string, Kind>>;

const group = {
  ...kinds('money', ['costAnnual']),
  ...kinds('count', ['apps', 'unpricedApps']),
  ...kinds('text', ['value']),
};

const fields = {
  totals: {
    ...kinds('money', [
      'baselineAnnual',
      'projectedAnnual',
      'hardSavingAnnual',
      'decidableAnnual',
      'lockedAnnual',
      'exitUnknownAnnual',
      'avoidanceAnnual',
      'oneTime',
      'liabilityAnnual',
      'wasteAnnual',
      'unknownSeatValueAnnual',
      ...effects.map((effect) => `byEffect.${effect}`),
    ]),
    ...kinds('count', ['apps', 'pricedApps', 'unpricedApps', 'hiddenApps']),
  },
  app: {
    ...kinds('money', [
      'costAnnual',
      'expenses12m',
      'costPerActiveUser',
      'projectedAnnual',
      'hardSavingAnnual',
    ]),
    ...kinds('count', ['activeUsers']),
    ...kinds('date', ['lastUsedAt']),
    ...kinds('text', ['name', 'state', 'stateClass', 'category', 'vendor', 'owner', 'costBasis', 'action']),
  },
  seats: kinds('count', [
    'purchased',
    'assigned',
    'unassigned',
    'departed',
    'exempt',
    'grace',
    'unknown',
    'inactive',
    'lowerTier',
    'active',
    'idle',
    'overAssigned',
  ]),
  renewal: {
    ...kinds('money', ['annualValue', 'savingAnnual', 'committedAmount', 'wasteAnnual']),
    ...kinds('count', ['noticeDays', 'renewalTermMonths']),
    ...kinds('date', ['termStart', 'termEnd', 'deadline', 'earliestExit', 'committedUntil']),
    ...kinds('text', ['name', 'appName', 'status', 'statusClass', 'bucket']),
  },
  finding: {
    ...kinds('money', ['amount', 'low', 'high']),
    ...kinds('share', ['score']),
    ...kinds('text', ['confidence', 'queue', 'type']),
  },
  ledger: {
    ...kinds('money', ['hardAnnual', 'avoidAnnual', 'oneTime', 'next12', 'inYear']),
    ...kinds('count', ['seats']),
    ...kinds('date', ['effectiveFrom', 'decideBy']),
    ...kinds('text', ['lever', 'confidence', 'timing', 'effect']),
  },
  lever: { ...kinds('money', ['hardAnnual', 'next12', 'inYear']), ...kinds('count', ['seats']) },
  slice: { ...kinds('money', ['baselineAnnual']), ...kinds('count', ['apps']), ...kinds('text', ['value']) },
  category: group,
  vendor: group,
  owner: group,
  depth: { ...kinds('share', ['costShare']), ...kinds('count', ['apps']) },
  count: kinds('count', countNames),
  assumption: {
    ...kinds('count', assumptionCounts),
    ...kinds('share', ['bufferShare', 'targetUtilisation']),
    ...kinds('date', ['ratesAsOf']),
    ...kinds('text', ['ratesSource']),
  },
  source: kinds('count', ['rows', 'total', 'pages', 'dropped']),
  rate: kinds('text', ['perUnit']),
} satisfies Readonly<Record<string, Fields>>;

function kinds(kind: Kind, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, kind]));
}

const wholes = ['totals', 'depth', 'count', 'assumption'] as const;
const records = [
  'app',
  'renewal',
  'finding',
  'ledger',
  'lever',
  'slice',
  'category',
  'vendor',
  'owner',
  'source',
  'rate',
] as const;

export interface FactAddress {
  readonly record: (typeof wholes)[number] | (typeof records)[number];
  /** Id of the record; empty where there is only one, as of totals. */
  readonly id: string;
  /** Such as costAnnual or seats/inactive. */
  readonly field: string;
}

/** A value of the Organizational View, or of what apps are grouped by, as part of an address: all but letters and digits as %hex; empty is %. */
export function sliceId(value: string): string {
  if (value === '') return '%';
  return value.replace(/[^\p{L}\p{N}]/gu, (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16)}`);
}

/** Null for a text that is no address of a fact. */
export function addressOf(factId: string): FactAddress | null {
  const whole = /^(\w+)\/([^/]+)$/.exec(factId);
  const only = wholes.find((record) => record === whole?.[1]);
  if (only !== undefined) return { record: only, id: '', field: whole?.[2] ?? '' };
  const part = /^(\w+)\/(.+?)\/((?:seats\/)?[^/]+)$/.exec(factId);
  const record = records.find((name) => name === part?.[1]);
  return record === undefined ? null : { record, id: part?.[2] ?? '', field: part?.[3] ?? '' };
}

/** Null when the analysis has no such fact. */
export function factValue(analysis: Analysis, factId: string): Fact | null {
  const address = addressOf(factId);
  if (address === null) return null;
  const { record, id, field } = address;
  const [row, known, name] = field.startsWith('seats/')
    ? [seatsRow(analysis, record, id), fields.seats, field.slice('seats/'.length)]
    : [rowOf(analysis, record, id), fields[record], field];
  const kind = Object.hasOwn(known, name) ? known[name] : undefined;
  if (row === undefined || kind === undefined) return null;
  return factOf(kind, Object.entries(row).find(([key]) => key === name)?.[1], analysis.currency);
}

function seatsRow(analysis: Analysis, record: string, id: string): object | undefined {
  if (record !== 'app') return undefined;
  const app = byNumber(analysis.apps, id, (row) => row.id);
  if (app === undefined || app.seats === null) return app && {};
  const { unassigned, departed, inactive } = app.seats;
  return { ...app.seats, idle: unassigned + departed + inactive };
}

function totalsRow({ totals }: Analysis): object {
  return {
    ...totals,
    ...Object.fromEntries(effects.map((effect) => [`byEffect.${effect}`, totals.byEffect[effect]])),
  };
}

/** What missing the deadline costs is cited like everything else of the contract. */
function renewalRow({ renewals }: Analysis, id: string): object | undefined {
  const row = byNumber(renewals, id, ({ contractId }) => contractId);
  return row && { ...row, committedUntil: null, committedAmount: null, wasteAnnual: null, ...row.ifMissed };
}

function rowOf(analysis: Analysis, record: FactAddress['record'], id: string): object | undefined {
  if (record === 'totals') return totalsRow(analysis);
  if (record === 'depth') return analysis.depth;
  if (record === 'count') return countsOf(analysis);
  if (record === 'assumption') return assumptionsIn(analysis.inputs.config);
  if (record === 'source') return analysis.completeness.find(({ source }) => source === id);
  if (record === 'rate') return rateOf(analysis.inputs.config, id);
  if (record === 'app') return byNumber(analysis.apps, id, (row) => row.id);
  if (record === 'renewal') return renewalRow(analysis, id);
  if (record === 'finding') return analysis.findings.find((row) => row.id === id);
  if (record === 'ledger') return analysis.ledger.find((row) => row.id === id);
  if (record === 'lever') return leverRow(analysis, id);
  if (record === 'slice') return analysis.slices.find((row) => sliceId(row.value) === id);
  const members = appsInGroup(analysis, record, id);
  const [first] = members;
  return first && groupOf(groupings[record](first), members);
}

/** @param id as `sliceId` makes it of the value that the apps share */
export function appsInGroup({ apps }: Analysis, by: Grouping, id: string): Analysis['apps'] {
  return apps.filter((app) => sliceId(groupings[by](app) ?? '') === id);
}

/** A lever that no row pulls has no sums; all of them together always have. */
function leverRow(analysis: Analysis, lever: string): object | undefined {
  const rows = rowsOf(analysis, lever);
  return rows.length === 0 && lever !== 'all' ? undefined : sumsOf(rows);
}

/** Rows are sorted by id, so a page may ask for thousands of facts. */
function byNumber<Row>(rows: readonly Row[], id: string, idOf: (row: Row) => number): Row | undefined {
  const wanted = Number(id);
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && idOf(row) < wanted) low = middle + 1;
    else high = middle;
  }
  const row = rows[low];
  return row !== undefined && String(idOf(row)) === id ? row : undefined;
}

function factOf(kind: Kind, value: unknown, currency: string): Fact {
  if (typeof value === 'number') {
    if (kind === 'money') return { kind, minor: value, currency };
    return kind === 'share' ? { kind, share: value } : { kind: 'count', count: value };
  }
  if (typeof value === 'string')
    return kind === 'date' ? { kind, date: value } : { kind: 'text', text: value };
  if (typeof value === 'object' && value !== null && 'id' in value)
    return { kind: 'text', text: String(value.id) };
  return { kind: 'unknown' };
}

/** The one way in which a fact is written; "unknown" where there is none. */
export function renderFact(fact: Fact): string {
  if (fact.kind === 'money') return renderMoney(fact.minor, fact.currency);
  if (fact.kind === 'count') return renderCount(fact.count);
  if (fact.kind === 'share') return renderPercent(fact.share);
  if (fact.kind === 'date') return renderDate(dayOf(fact.date));
  return fact.kind === 'text' ? fact.text : 'unknown';
}
