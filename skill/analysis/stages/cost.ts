/**
 * What an app costs a year, on one basis: contracts in force, else license lines, else trailing spend.
 * The bases are alternatives and are never added (rule R9). Each is summed exactly and rounded once.
 */
import type { App, Licenses, Money } from '../../mapping/portfolio.ts';
import type { ConversionSource, Cost } from '../base/assessed.ts';
import type { CostBasis, Minor } from '../base/contract.ts';
import type { AppContracts } from '../contracts/resolve.ts';
import { weakerSource, type Converter, type ExactMoney } from '../base/conversion.ts';
import { plus, rounded, type Exact } from '../base/exact.ts';
import { knownValue } from '../base/known-value.ts';

export interface CostContext {
  readonly convert: Converter;
  readonly tenantCurrency: string;
  /** Net spend over the last 365 days, for apps whose records carry no spend of their own. */
  readonly spendOf: (appId: number) => ExactMoney | null;
}

/** A sum, with the least direct conversion in it. */
interface Sum {
  readonly amount: Exact;
  readonly source: ConversionSource;
  /** As recorded; null where that is in several currencies, which have no common figure. */
  readonly native: Money | null;
}

export function costOf(app: App, contracts: AppContracts, context: CostContext): Cost {
  const contract = contractSum(contracts);
  const licenses = licenseSum(knownValue(app.licenses), context.convert);
  const expenses = spendSum(app, context);
  const basis = hasEnded(contracts) ? 'none' : basisOf(contract, licenses, expenses);
  const chosen = basis === 'none' ? null : (contract ?? licenses ?? expenses);
  return {
    annual: chosen && Math.max(0, rounded(chosen.amount)),
    basis,
    source: chosen && chosen.source,
    native: chosen && foreign(chosen.native, context.tenantCurrency),
    contractAnnual: roundedOf(contract),
    licensesAnnual: roundedOf(licenses),
    expenses12m: roundedOf(expenses),
  };
}

function basisOf(contract: Sum | null, licenses: Sum | null, expenses: Sum | null): CostBasis {
  if (contract !== null) return 'contract';
  if (licenses !== null) return 'licences';
  return expenses === null ? 'none' : 'expenses';
}

/** Past spend of an app whose contracts have all ended is history, not baseline. */
function hasEnded({ inForce, ended, upcoming, isBetween }: AppContracts): boolean {
  return !isBetween && inForce.length === 0 && upcoming.length === 0 && ended.length > 0;
}

function contractSum({ inForce }: AppContracts): Sum | null {
  let sum: Sum | null = null;
  for (const { assessed, exact } of inForce) {
    const { annual, duplicateOf, native } = assessed;
    if (annual === null || exact === null || duplicateOf !== null) continue;
    sum = added(sum, { amount: exact, source: annual.source }, native);
  }
  return sum;
}

/** Lines where every one has a cost; else the summary; else the lines that have one. */
function licenseSum(licenses: Licenses | null, convert: Converter): Sum | null {
  if (licenses === null) return null;
  const lines = licenses.lines.map((line) => knownValue(line.annualCost));
  const converted = lines.map((money) => money && convert(money));
  if (converted.length === 0 || converted.includes(null)) {
    const whole = knownValue(licenses.annualCost);
    const summary = whole && convert(whole);
    if (summary !== null) return added(null, summary, whole);
  }
  return converted.reduce<Sum | null>(
    (sum, line, index) => (line === null ? sum : added(sum, line, lines[index] ?? null)),
    null,
  );
}

function spendSum(app: App, { convert, spendOf }: CostContext): Sum | null {
  const mapped = knownValue(app.spend12m);
  const value = mapped === null ? spendOf(app.id) : convert(mapped);
  return value && added(null, value, mapped);
}

function added(sum: Sum | null, { amount, source }: ExactMoney, native: Money | null): Sum {
  if (sum === null) return { amount, source, native };
  return {
    amount: plus(sum.amount, amount),
    source: weakerSource(sum.source, source),
    native: inOneCurrency(sum.native, native),
  };
}

function inOneCurrency(a: Money | null, b: Money | null): Money | null {
  if (a === null || b === null || a.currency !== b.currency) return null;
  return { minor: a.minor + b.minor, currency: a.currency };
}

function foreign(native: Money | null, tenantCurrency: string): Cost['native'] {
  if (native === null || native.currency === tenantCurrency) return null;
  return { minor: native.minor, currency: native.currency };
}

function roundedOf(sum: Sum | null): Minor | null {
  return sum && rounded(sum.amount);
}
