import type { Analysis } from '../base/contract.ts';
import { dueFields, dueItems } from '../decisions/due.ts';
import type { InboxItem } from '../decisions/inbox.ts';
import type { FactAddress } from '../facts/facts.ts';
import { fieldIn } from '../records/field.ts';
import type { Derivation } from './explanation.ts';

/** Sums and dates of the ranking rest on the savings, the values and the deadlines of its items. */
export function explainDue({ id, field }: FactAddress, analysis: Analysis): Derivation {
  const items = dueItems(analysis, id) ?? [];
  return {
    formula: fieldIn(dueFields, field)?.how ?? 'Counted.',
    assumptions: analysis.totals.partial ? ['Partial: not every record behind this was read.'] : [],
    from: items.flatMap((item) => factsBehind(item, field, analysis)),
    sources: [],
  };
}

function factsBehind(item: InboxItem, field: string, { renewals }: Analysis): string[] {
  const { contractId, savingFact, annualValue, lastSafeDate } = item;
  const cost = contractId === null || annualValue === null ? [] : [`renewal/${contractId}/annualValue`];
  if (field === 'savingAnnual' || field === 'leavesFrom') return savingFact === null ? [] : [savingFact];
  if (field === 'atStakeAnnual') return cost;
  if (field === 'decisions') return [savingFact ?? cost[0] ?? `renewal/${contractId}/deadline`];
  if (lastSafeDate === null || contractId === null) return [];
  const ends = renewals.find((one) => one.contractId === contractId)?.bucket === 'ends';
  return [`renewal/${contractId}/${ends ? 'termEnd' : 'deadline'}`];
}
