import type { Analysis } from '../../analysis/contract.ts';
import { baselineComplete } from '../../analysis/facts.ts';
import { decimal } from '../../analysis/units.ts';
import type { Cell } from './csv.ts';
import { gapsOf, labelsOf } from '../base/coverage.ts';

/** Whose figures these are, as of when, and the caveats that must travel with them. */
export function manifestOf(analysis: Analysis): [key: string, value: Cell][] {
  const { inputs, asOf, currency, depth, totals, engine } = analysis;
  return [
    ['tenant', inputs.mapping.tenant],
    ['asOf', asOf],
    ['currency', currency],
    ['depth', depth.basis],
    ['mapping', inputs.mapping.status],
    ...viewLines(analysis),
    ['labels', labelsOf(analysis).join('; ')],
    [
      'incomplete',
      gapsOf(analysis)
        .map(({ source, status }) => `${source}: ${status}`)
        .join('; '),
    ],
    ['baseline', baselineComplete(analysis)],
    ['leftOutContracts', totals.leftOutContracts],
    ['apps', totals.apps],
    ['hiddenApps', totals.hiddenApps],
    ['inputs', inputs.hash],
    ['engine', `${engine.name} ${engine.version}`],
  ];
}

/** Of a slice of the Organizational View: which, what is its own, and what its apps cost as a whole. */
function viewLines({ inputs, totals, currency }: Analysis): [key: string, value: Cell][] {
  const { partAnnual, baselineAnnual } = totals;
  if (inputs.view === undefined || partAnnual === undefined) return [];
  return [
    ['view', inputs.view],
    ['partAnnual', { decimal: decimal(partAnnual, currency) }],
    ['wholeAnnual', { decimal: decimal(baselineAnnual, currency) }],
  ];
}
