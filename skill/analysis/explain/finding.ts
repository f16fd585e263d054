import { confidenceLevels } from '../base/confidence.ts';
import type { Analysis, FindingType } from '../base/contract.ts';
import type { FactAddress } from '../facts/facts.ts';
import type { Derivation } from './explanation.ts';

const seats = 'Seats × annual price of a seat, line by line, rounded once for the app.';
const cost = 'The annual cost of the app.';
const contract = 'The annual value of the contract.';
const none = 'No money: this finding is about the record.';

/** What the amount of a finding is made of, by type. */
export const findingFormulas: Readonly<Record<FindingType, string>> = {
  unassigned: seats,
  departed: seats,
  inactive: seats,
  downgrade: 'No money until the price of the lower tier is known.',
  'over-assigned': 'Seats beyond those purchased × price of a seat.',
  overlap: 'What the apps cost that would not stay, the one with most people staying.',
  'bundle-covered': cost,
  'unsanctioned-paid': cost,
  'bought-outside-contract': cost,
  'no-owner': cost,
  'owner-departed': 'The annual cost of the app or the annual value of the contract.',
  'notice-missed': contract,
  'notice-near': contract,
  'no-date': contract,
  'price-outlier': 'What the dearer contracts pay above the cheapest price of a seat.',
  'spend-variance': 'Contract less 12-month spend, without its sign.',
  'closed-but-paid': cost,
  'hidden-but-paid': cost,
  'ended-with-spend': 'Spend of 12 months.',
  'stale-usage': cost,
  'unmapped-state': none,
  'duplicate-suspect': 'The annual value of the contract that looks like the other.',
  'zone-shifted-dates': 'Carries no money: it says how the dates of contracts were read.',
  'possible-renewal': 'The annual value of the contract that may have been renewed.',
  'invalid-value': none,
  'seats-disagree': none,
  'contradictory-usage': none,
};

export function explainFinding({ id, field }: FactAddress, { findings }: Analysis): Derivation {
  const finding = findings.find((row) => row.id === id);
  if (finding === undefined) return { formula: '', assumptions: [], from: [], sources: [] };
  const { type, evidence, against, blockers } = finding;
  return {
    formula: field === 'score' || field === 'confidence' ? score : bound(field) + findingFormulas[type],
    assumptions: ['Counted alone: never added to other findings.', ...blockers],
    // A finding on a record that no list shows cites itself.
    from: [...evidence, ...against].filter((fact) => !fact.startsWith(`finding/${id}/`)),
    sources:
      finding.contractId === null
        ? []
        : [{ source: 'contracts', id: finding.contractId, fields: ['annualValue', 'termEnd'] }],
  };
}

const score = `Smallest factor that it rests on × share with data; high from ${confidenceLevels.high}, medium from ${confidenceLevels.medium}.`;

function bound(field: string): string {
  if (field === 'low') return 'At least: ';
  return field === 'high' ? 'At most, with every seat of unknown usage: ' : '';
}
