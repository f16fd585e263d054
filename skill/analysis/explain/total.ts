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

function factsBehind(field: string, { apps, ledger }: Analysis): string[] {
  const priced = apps.filter(({ costAnnual }) => costAnnual !== null);
  const seated = priced.filter(({ seats }) => seats !== null);
  switch (field) {
    case 'baselineAnnual':
      return priced.map(({ id }) => `app/${id}/costAnnual`);
    case 'partAnnual':
      return priced.map(({ id }) => `app/${id}/partAnnual`);
    case 'pricedApps':
    case 'partlyPricedApps':
      return priced
        .filter(({ costComplete }) => (costComplete === 'whole') === (field === 'pricedApps'))
        .map(({ id }) => `app/${id}/costAnnual`);
    case 'projectedAnnual':
      return priced.map(({ id }) => `app/${id}/projectedAnnual`);
    case 'hardSavingAnnual':
      return rowsOf(ledger, 'hardAnnual');
    case 'decidableAnnual':
      return rowsOf(
        ledger.filter(({ timing }) => timing === 'decidable'),
        'hardAnnual',
      );
    case 'lockedAnnual':
      return rowsOf(
        ledger.filter(({ timing }) => timing === 'locked'),
        'hardAnnual',
      );
    case 'exitUnknownAnnual':
      return rowsOf(
        ledger.filter(({ timing }) => timing === 'exit-unknown'),
        'hardAnnual',
      );
    case 'avoidanceAnnual':
      return rowsOf(ledger, 'avoidAnnual');
    case 'oneTime':
      return rowsOf(ledger, 'oneTime');
    case 'liabilityAnnual':
      return seated.map(({ id }) => `app/${id}/seats/overAssigned`);
    case 'wasteAnnual':
      return seated.flatMap(({ id }) => idleParts.map((part) => `app/${id}/seats/${part}`));
    case 'unknownSeatValueAnnual':
      return seated.map(({ id }) => `app/${id}/seats/unknown`);
    default:
      return rowsOf(
        ledger.filter(({ effect }) => `byEffect/${effect}` === field),
        'hardAnnual',
      );
  }
}

function rowsOf(ledger: Analysis['ledger'], column: string): string[] {
  return ledger.filter(({ supersededBy }) => supersededBy === null).map(({ id }) => `ledger/${id}/${column}`);
}
