import type { Source } from '../../mapping/portfolio.ts';
import type { Analysis } from '../base/contract.ts';
import type { FactAddress } from '../facts/facts.ts';
import type { Derivation } from './explanation.ts';

const formulas: Readonly<Record<string, string>> = {
  baselineAnnual: 'Sum of the annual cost of every app whose cost is known.',
  projectedAnnual: 'Sum of what every app will cost under the plan.',
  hardSavingAnnual: 'Baseline − projected = sum of the hard savings of the ledger rows that apply.',
  decidableAnnual: 'Sum of the ledger rows that can still be decided.',
  lockedAnnual: 'Sum of the ledger rows that a missed deadline has pushed beyond the coming term end.',
  exitUnknownAnnual: 'Sum of the ledger rows of apps whose exit date is unknown.',
  'byEffect.now': 'Sum of the ledger rows of apps without a contract: their money can leave any day.',
  'byEffect.within30': leaving('30 days'),
  'byEffect.within90': leaving('31 to 90 days'),
  'byEffect.within365': leaving('91 to 365 days'),
  'byEffect.later': leaving('more than 365 days'),
  'byEffect.locked': 'Sum of the ledger rows that a missed deadline has pushed beyond the coming term end.',
  'byEffect.unknown': 'Sum of the ledger rows of apps whose exit date is unknown.',
  avoidanceAnnual: 'Sum of costs that need not arise; never part of the projected cost.',
  oneTime: 'Sum of the one-time costs of the plan.',
  liabilityAnnual: 'Seats assigned beyond those purchased × price of a seat; shown, not netted.',
  wasteAnnual: '(Unassigned + departed + inactive seats) × price of a seat, line by line.',
  unknownSeatValueAnnual: 'Seats of unknown usage × price of a seat: what waste may hold besides.',
  apps: 'Apps listed: neither hidden nor excluded.',
  pricedApps: 'Listed apps whose annual cost is known.',
  unpricedApps: 'Listed apps whose annual cost is not known; they are in no total.',
  hiddenApps: 'Hidden apps, counted apart.',
  noDate: 'Contracts that may renew and of which no deadline is known.',
  missed: 'Contracts that renew by themselves, or may, and whose deadline has passed.',
  noticeAssumed: 'Contracts whose notice period is the default of the mapping.',
  renewing60: 'Contracts whose term ends within 60 days.',
  unknownSeatApps: 'Apps with seats of unknown usage.',
  unknownSeats: 'Seats of unknown usage.',
  review: 'Findings that a person must judge.',
  invalidValues: 'Records with a value that cannot be read.',
  edits: 'Edits of the plan by people.',
  costShare: 'Baseline of the apps judged from their user rows ÷ baseline.',
};

function leaving(days: string): string {
  return `Sum of the ledger rows that can still be decided and take effect in ${days}.`;
}

const sources: Readonly<Record<Source, string>> = {
  apps: 'Apps',
  contracts: 'Contracts',
  users: 'People',
  appUsers: 'App users',
  transactions: 'Transactions',
  fields: 'Field definitions',
};

export function explainTotal({ field }: FactAddress, analysis: Analysis): Derivation {
  const incomplete = analysis.completeness.filter(({ status }) => status !== 'complete');
  return {
    formula: formulas[field] ?? 'Counted.',
    assumptions: [
      ...(analysis.totals.partial ? ['Partial: not every record behind this total was read.'] : []),
      ...incomplete.map(
        ({ source, status, reason }) =>
          `${sources[source]}: ${status.replace('-', ' ')}${reason === null ? '' : ` (${reason})`}.`,
      ),
      ...(analysis.inputs.mapping.status === 'draft' ? ['The mapping is a draft.'] : []),
    ],
    from: factsBehind(field, analysis),
    sources: [],
  };
}

function factsBehind(field: string, { apps, ledger }: Analysis): string[] {
  const priced = apps.filter(({ costAnnual }) => costAnnual !== null);
  const seated = priced.filter(({ seats }) => seats !== null);
  switch (field) {
    case 'baselineAnnual':
    case 'pricedApps':
      return priced.map(({ id }) => `app/${id}/costAnnual`);
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
      return seated.flatMap(({ id }) => wasted.map((part) => `app/${id}/seats/${part}`));
    case 'unknownSeatValueAnnual':
      return seated.map(({ id }) => `app/${id}/seats/unknown`);
    default:
      return rowsOf(
        ledger.filter(({ effect }) => `byEffect.${effect}` === field),
        'hardAnnual',
      );
  }
}

const wasted = ['unassigned', 'departed', 'inactive'] as const;

function rowsOf(ledger: Analysis['ledger'], column: string): string[] {
  return ledger.filter(({ supersededBy }) => supersededBy === null).map(({ id }) => `ledger/${id}/${column}`);
}
