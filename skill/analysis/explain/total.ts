import type { Source } from '../../mapping/portfolio.ts';
import { baselineComplete } from '../base/completeness.ts';
import type { Analysis } from '../base/contract.ts';
import { countFields, gapFields } from '../base/counts.ts';
import { depthFields } from '../records/analysis.ts';
import type { FieldTable } from '../records/field.ts';
import { idleParts } from '../records/seats.ts';
import { totalsFields } from '../records/totals.ts';
import { countedFacts } from './counted.ts';
import type { FactAddress } from '../facts/facts.ts';
import type { Derivation } from './explanation.ts';

const tables: Readonly<Record<string, FieldTable>> = {
  totals: totalsFields,
  depth: depthFields,
  count: countFields,
  gap: gapFields,
};

const sources: Readonly<Record<Source, string>> = {
  apps: 'Apps',
  contracts: 'Contracts',
  users: 'People',
  appUsers: 'App users',
  transactions: 'Transactions',
  fields: 'Field definitions',
};

export function explainTotal({ record, field }: FactAddress, analysis: Analysis): Derivation {
  const incomplete = analysis.completeness.filter(
    ({ status }) => status !== 'complete' && status !== 'not-read',
  );
  return {
    formula: howOf(tables[record] ?? {}, field.split('/')) ?? 'Counted.',
    assumptions: [
      ...boundOf(field, analysis),
      ...(analysis.totals.partial ? ['Partial: not every record behind this total was read.'] : []),
      ...incomplete.map(
        ({ source, status, reason }) =>
          `${sources[source]}: ${status.replace('-', ' ')}${reason === null ? '' : ` (${reason})`}.`,
      ),
      ...notRead(analysis),
      ...(analysis.inputs.mapping.status === 'draft' ? ['The mapping is a draft.'] : []),
    ],
    from: record === 'count' ? countedFacts(analysis, field) : factsBehind(field, analysis),
    sources: [],
  };
}

/** What was not asked for is no gap of what was: one sentence says it. */
function notRead({ completeness }: Analysis): string[] {
  const names = completeness.flatMap(({ source, status }) =>
    status === 'not-read' ? [sources[source].toLowerCase()] : [],
  );
  return names.length === 0 ? [] : [`Worked out without ${names.join(', ')}: not asked for.`];
}

/** What the money that is left out makes of the sum. */
function boundOf(field: string, analysis: Analysis): string[] {
  if (field !== 'baselineAnnual' && field !== 'projectedAnnual') return [];
  const complete = baselineComplete(analysis);
  return complete === 'whole' ? [] : [boundTexts[complete]];
}

const boundTexts = {
  'at-least': 'At least this: contracts without a usable amount are not in it.',
  'at-most': 'At most this: a credit is not in it.',
  uncertain: 'Uncertain: contracts without a usable amount, and a credit, are not in it.',
} as const;

function howOf(table: FieldTable, [name = '', ...parts]: readonly string[]): string | undefined {
  const field = Object.hasOwn(table, name) ? table[name] : undefined;
  return field?.kind === 'record' ? howOf(field.fields, parts) : field?.how;
}

/** The facts that each total is the sum or the count of; a sum by effect is what its rows carry. */
function factsBehind(field: string, analysis: Analysis): string[] {
  const behind = behindTotals.get(field);
  if (behind !== undefined) return behind(analysis);
  return rowsOf(
    analysis.ledger.filter(({ effect }) => `byEffect/${effect}` === field),
    'hardAnnual',
  );
}

type Behind = (analysis: Analysis) => string[];

const behindEach = {
  baselineAnnual: (analysis: Analysis) => ofPriced(analysis, 'costAnnual'),
  partAnnual: (analysis: Analysis) => ofPriced(analysis, 'partAnnual'),
  projectedAnnual: (analysis: Analysis) => ofPriced(analysis, 'projectedAnnual'),
  pricedApps: (analysis: Analysis) => ofPriced(analysis, 'costAnnual', (app) => app.costComplete === 'whole'),
  partlyPricedApps: (analysis: Analysis) =>
    ofPriced(analysis, 'costAnnual', (app) => app.costComplete !== 'whole'),
  hardSavingAnnual: ({ ledger }: Analysis) => rowsOf(ledger, 'hardAnnual'),
  decidableAnnual: (analysis: Analysis) => timedRows(analysis, 'decidable'),
  lockedAnnual: (analysis: Analysis) => timedRows(analysis, 'locked'),
  exitUnknownAnnual: (analysis: Analysis) => timedRows(analysis, 'exit-unknown'),
  avoidanceAnnual: ({ ledger }: Analysis) => rowsOf(ledger, 'avoidAnnual'),
  oneTime: ({ ledger }: Analysis) => rowsOf(ledger, 'oneTime'),
  liabilityAnnual: (analysis: Analysis) => ofPriced(analysis, 'seats/overAssigned', hasSeats),
  wasteAnnual: ({ apps }: Analysis) =>
    apps
      .filter((app) => app.costAnnual !== null && hasSeats(app))
      .flatMap(({ id }) => idleParts.map((part) => `app/${id}/seats/${part}`)),
  unknownSeatValueAnnual: (analysis: Analysis) => ofPriced(analysis, 'seats/unknown', hasSeats),
} satisfies Partial<Record<keyof Analysis['totals'], Behind>>;

const behindTotals: ReadonlyMap<string, Behind> = new Map(Object.entries(behindEach));

type App = Analysis['apps'][number];

function hasSeats({ seats }: App): boolean {
  return seats !== null;
}

/** A fact of each app with a known cost. */
function ofPriced({ apps }: Analysis, fact: string, isMeant: (app: App) => boolean = () => true): string[] {
  return apps.filter((app) => app.costAnnual !== null && isMeant(app)).map(({ id }) => `app/${id}/${fact}`);
}

function timedRows({ ledger }: Analysis, wanted: Analysis['ledger'][number]['timing']): string[] {
  return rowsOf(
    ledger.filter(({ timing }) => timing === wanted),
    'hardAnnual',
  );
}

function rowsOf(ledger: Analysis['ledger'], column: string): string[] {
  return ledger.filter(({ supersededBy }) => supersededBy === null).map(({ id }) => `ledger/${id}/${column}`);
}
