/**
 * Lineage on demand: how a figure came about, what it takes for granted, and the records and fields it
 * rests on. Nothing of it is carried with an analysis. In: an analysis with the portfolio and the
 * assumptions it was made from. Out: null for a fact that does not exist.
 */
import type { Portfolio } from '../../mapping/portfolio.ts';
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Analysis } from '../base/contract.ts';
import { explainApp } from './app.ts';
import { explainDue } from './due.ts';
import type { Derivation, Explanation } from './explanation.ts';
import { explainFinding } from './finding.ts';
import { explainGroup } from './group.ts';
import { explainLedgerRow } from './ledger-row.ts';
import { explainLever } from './lever.ts';
import { explainRenewal } from './renewal.ts';
import { explainSlice } from './slice.ts';
import { explainTotal } from './total.ts';
import { explainWhen } from './when.ts';
import { addressOf, factValue, renderFact, type FactAddress } from '../facts/facts.ts';

export function explainFact(
  analysis: Analysis,
  portfolio: Portfolio,
  config: AnalysisConfig,
  factId: string,
): Explanation | null {
  const address = addressOf(factId);
  const fact = factValue(analysis, factId);
  if (address === null || fact === null) return null;
  return { fact: factId, value: renderFact(fact), ...derive(address, analysis, portfolio, config) };
}

function derive(
  address: FactAddress,
  analysis: Analysis,
  portfolio: Portfolio,
  config: AnalysisConfig,
): Derivation {
  const { record } = address;
  if (record === 'app') return explainApp(address, analysis, portfolio, config);
  if (record === 'renewal') return explainRenewal(address, analysis, portfolio);
  if (record === 'finding') return explainFinding(address, analysis);
  if (record === 'ledger') return explainLedgerRow(address, analysis);
  if (record === 'lever') return explainLever(address, analysis);
  if (record === 'due') return explainDue(address, analysis);
  if (record === 'when') return explainWhen(address, analysis);
  if (record === 'slice') return explainSlice(address, analysis, portfolio, config);
  if (record === 'assumption' || record === 'rate') return stated('As the mapping states it.');
  if (record === 'source') return stated('As counted when Torii was read.');
  return record === 'category' || record === 'vendor' || record === 'owner' || record === 'ai'
    ? explainGroup(address, record, analysis)
    : explainTotal(address, analysis);
}

/** A figure that is not computed from records. */
function stated(formula: string): Derivation {
  return { formula, assumptions: [], from: [], sources: [] };
}
