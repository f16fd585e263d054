import { classifyState } from '../../mapping/portfolio.ts';
import { markdownTable } from '../../report/texts.ts';

/** Torii's states as people see them. */
const labels = [
  'Discovered',
  'In Review',
  'Evaluation period',
  'Sanctioned',
  'Cost optimization',
  'Unsanctioned',
  'Need to close',
  'Closed',
];

export function statesTable(): string[] {
  const rows = labels.map((label) => [label, `\`${classifyState(label, {})}\``]);
  return markdownTable(['State in Torii', 'Class'], rows);
}
