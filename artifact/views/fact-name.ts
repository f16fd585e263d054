import type { Analysis } from '../../skill/analysis/contract.ts';
import { addressOf, factLabel, factValue } from '../../skill/analysis/facts.ts';

/** What a fact is called: whose it is, and which of its fields. */
export interface FactName {
  /** Name of the app or contract; empty for totals. */
  readonly subject: string;
  readonly field: string;
}

export function factName(analysis: Analysis, fact: string): FactName {
  const address = addressOf(fact);
  if (address === null) return { subject: '', field: fact };
  const { record, id } = address;
  const label = factLabel(address);
  const field = record === 'ledger' ? `${lever(analysis, id)}, ${label}` : label;
  return { subject: subjectOf(analysis, record, id), field };
}

function subjectOf(analysis: Analysis, record: string, id: string): string {
  if (record === 'app' || record === 'renewal') return textOf(analysis, `${record}/${id}/name`);
  if (record === 'slice') return textOf(analysis, `slice/${id}/value`);
  if (record === 'category' || record === 'vendor' || record === 'owner')
    return textOf(analysis, `${record}/${id}/value`) || `No ${record}`;
  if (record === 'ai') return `AI tools, ${textOf(analysis, `ai/${id}/value`)}`;
  if (record === 'lever') return id === 'all' ? 'all levers' : id.replace('-', ' ');
  if (record === 'source' || record === 'rate') return id;
  const rows = record === 'ledger' ? analysis.ledger : record === 'finding' ? analysis.findings : [];
  const row = rows.find((one) => one.id === id);
  const appId = row?.appId ?? null;
  return appId === null ? '' : textOf(analysis, `app/${appId}/name`);
}

function lever(analysis: Analysis, id: string): string {
  return textOf(analysis, `ledger/${id}/lever`).replace('-', ' ');
}

function textOf(analysis: Analysis, fact: string): string {
  const found = factValue(analysis, fact);
  return found?.kind === 'text' ? found.text : '';
}
