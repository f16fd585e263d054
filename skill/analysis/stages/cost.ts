/**
 * What an app costs a year, on one basis: contracts in force, else license lines, else trailing spend.
 * The bases are alternatives and are never added (rule R9). Each is summed exactly and rounded once, and
 * says whether something is left out of it: a sum of what is known is not the sum.
 */
import type { App, LicenseLine, Licenses, Money, Value } from '../../mapping/portfolio.ts';
import type { ConversionSource, Cost } from '../base/assessed.ts';
import type { CostBasis, LeftOut, Minor } from '../base/contract.ts';
import type { ResolvedContract } from '../contracts/assess-contract.ts';
import type { AppContracts } from '../contracts/resolve.ts';
import { termValueOf } from '../contracts/annual-value.ts';
import { isNegativeText } from '../contracts/negative-text.ts';
import { completeness, type Omitted, omittedContracts, whole, widened } from '../base/completeness.ts';
import { weakerSource, type Converter, type ExactMoney } from '../base/conversion.ts';
import { isZero, plus, rounded, type Exact } from '../base/exact.ts';
import { knownValue } from '../base/known-value.ts';
import type { Spend } from './trailing-spend.ts';

export interface CostContext {
  readonly convert: Converter;
  readonly tenantCurrency: string;
  /** Net spend over the last 365 days, for apps whose records carry no spend of their own. */
  readonly spendOf: (appId: number) => Spend | null;
}

/** A sum, with the least direct conversion in it. */
interface Sum {
  readonly amount: Exact;
  readonly source: ConversionSource;
  /** As recorded; null where that is in several currencies, which have no common figure. */
  readonly native: Money | null;
  readonly omitted: Omitted;
}

export function costOf(app: App, contracts: AppContracts, context: CostContext): Cost {
  const leftOut = leftOutOf(contracts.inForce);
  const contract = contractSum(contracts, omittedContracts(leftOut));
  const recorded = knownValue(app.licenses);
  const licenses = recorded && licenseSum(recorded, context.convert);
  const expenses = spendSum(app, context);
  const isOver = hasEnded(contracts);
  const basis = isOver ? 'none' : basisOf(contract, licenses, expenses);
  const chosen = basis === 'none' ? null : (contract ?? licenses ?? expenses);
  const omitted = chosen?.omitted ?? (isOver ? whole : unusable(app, leftOut, context));
  return {
    annual: chosen && Math.max(0, rounded(chosen.amount)),
    basis,
    source: chosen && chosen.source,
    complete: chosen === null ? 'unknown' : completeness(omitted),
    omitted,
    leftOut,
    native: chosen && foreign(chosen.native, context.tenantCurrency),
    contractAnnual: roundedOf(contract),
    contractTerms: contract && termsOf(contracts, context.convert),
    licensesAnnual: roundedOf(licenses),
    summaryApart: recorded === null ? 0 : summaryApart(recorded, context.convert),
    expenses12m: roundedOf(expenses),
  };
}

/** An app without a cost may still have money recorded that no basis could use. */
function unusable(app: App, leftOut: readonly LeftOut[], { spendOf }: CostContext): Omitted {
  const recorded = widened(omittedContracts(leftOut), sideOf(app.spend12m));
  const beside = widened(recorded, spendOf(app.id)?.omitted ?? whole);
  const licenses = knownValue(app.licenses);
  if (licenses === null) return beside;
  return [sideOf(licenses.annualCost), ...licenses.lines.map(omittedLine)].reduce(widened, beside);
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

const nothing: readonly LeftOut[] = [];

/** Most apps have nothing to leave out; they share one empty list. */
function leftOutOf(inForce: readonly ResolvedContract[]): readonly LeftOut[] {
  if (!inForce.some(isLeftOut)) return nothing;
  return inForce
    .filter(isLeftOut)
    .flatMap(({ assessed: { contract, without } }) =>
      without === null ? [] : [{ contractId: contract.id, ...without }],
    );
}

/** A copy is left out of the sum on purpose: the contract it copies is counted. */
function isLeftOut({ assessed }: ResolvedContract): boolean {
  return assessed.without !== null && assessed.duplicateOf === null;
}

function isCounted({ assessed }: ResolvedContract): boolean {
  return assessed.annual !== null && assessed.duplicateOf === null;
}

function contractSum({ inForce }: AppContracts, omitted: Omitted): Sum | null {
  let sum: Sum | null = null;
  for (const resolved of inForce) {
    const { assessed, exact } = resolved;
    if (!isCounted(resolved) || assessed.annual === null || exact === null) continue;
    sum = added(sum, { amount: exact, source: assessed.annual.source }, assessed.native, omitted);
  }
  return sum;
}

function termsOf({ inForce }: AppContracts, convert: Converter): Minor | null {
  let sum: Exact = 0;
  for (const resolved of inForce) {
    if (!isCounted(resolved) || resolved.exact === null) continue;
    const term = termValueOf(resolved.assessed.contract, resolved.exact, convert);
    if (term === null) return null;
    sum = plus(sum, term);
  }
  return rounded(sum);
}

/**
 * Lines where every one has a cost; else the summary; else the lines that have one. Free lines beside one whose
 * cost is not known say nothing of what the app costs.
 */
function licenseSum(licenses: Licenses, convert: Converter): Sum | null {
  const lines = licenses.lines.map((line) => knownValue(line.annualCost));
  const converted = lines.map((money) => money && convert(money));
  if (converted.length === 0 || converted.includes(null)) {
    const total = knownValue(licenses.annualCost);
    const summary = total && convert(total);
    if (summary !== null) return added(null, summary, total, whole);
  }
  const omitted = licenses.lines.reduce(
    (all, line, index) => (converted[index] === null ? widened(all, omittedLine(line)) : all),
    whole,
  );
  const isPartial = converted.includes(null);
  if (isPartial && converted.every((line) => line === null || isZero(line.amount))) return null;
  return converted.reduce<Sum | null>(
    (sum, line, index) => (line === null ? sum : added(sum, line, lines[index] ?? null, omitted)),
    null,
  );
}

/** A line may be rounded to a cent of its own: that much apart is not apart. */
function summaryApart(licenses: Licenses, convert: Converter): Minor {
  if (licenses.lines.length === 0) return 0;
  const [whole, ...lines] = [licenses, ...licenses.lines].map(({ annualCost }) => {
    const money = knownValue(annualCost);
    return money && convert(money);
  });
  if (whole === null || whole === undefined) return 0;
  let sum: Exact = 0;
  for (const line of lines) {
    if (line === null) return 0;
    sum = plus(sum, line.amount);
  }
  const apart = Math.abs(rounded(whole.amount) - rounded(sum));
  return apart > lines.length ? apart : 0;
}

/** A line of which nothing says that it costs money leaves no money out. */
function omittedLine({ purchased, annualCost, pricePerLicense }: LicenseLine): Omitted {
  if (annualCost.kind !== 'missing') return sideOf(annualCost);
  const hasPrice = (knownValue(pricePerLicense)?.minor ?? 0) > 0 && knownValue(purchased) !== 0;
  return { more: hasPrice, less: false };
}

/** The side on which recorded money is missing from a sum that cannot use it. */
function sideOf(money: Value<Money>): Omitted {
  if (money.kind === 'missing' || knownValue(money)?.minor === 0) return whole;
  const isCredit = money.kind === 'invalid' && isNegativeText(money.raw);
  return { more: !isCredit, less: isCredit };
}

function spendSum(app: App, { convert, spendOf }: CostContext): Sum | null {
  const mapped = knownValue(app.spend12m);
  const value = mapped && convert(mapped);
  if (value !== null) return added(null, value, mapped, whole);
  const spend = spendOf(app.id);
  return spend?.net ? added(null, spend.net, null, spend.omitted) : null;
}

function added(sum: Sum | null, { amount, source }: ExactMoney, native: Money | null, omitted: Omitted): Sum {
  if (sum === null) return { amount, source, native, omitted };
  return {
    amount: plus(sum.amount, amount),
    source: weakerSource(sum.source, source),
    native: inOneCurrency(sum.native, native),
    omitted,
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
