/**
 * What an app costs a year, on one basis: contracts in force, else licence lines, else trailing spend.
 * The bases are alternatives and are never added (rule R9). Each is summed exactly and rounded once.
 */
import type { App, Licences, Money } from '../mapping/portfolio.ts';
import type { ConversionSource, Cost } from './assessed.ts';
import type { CostBasis, Minor } from './contract.ts';
import type { AppContracts } from './contracts/resolve.ts';
import { weakerSource, type Converter, type ExactMoney } from './conversion.ts';
import { plus, rounded, type Exact } from './exact.ts';
import { knownValue } from './known-value.ts';

export interface CostContext {
  readonly convert: Converter;
  readonly tenantCurrency: string;
  /** Net spend over the last 365 days, for apps whose records carry no spend of their own. */
  readonly spendOf: (appId: number) => ExactMoney | null;
}

/** A sum with the least direct conversion in it and the amounts as recorded. */
interface Sum {
  readonly amount: Exact;
  readonly source: ConversionSource;
  readonly natives: readonly Money[];
}

export function costOf(app: App, contracts: AppContracts, context: CostContext): Cost {
  const contract = contractSum(contracts);
  const licences = licenceSum(knownValue(app.licences), context.convert);
  const expenses = spendSum(app, context);
  const ended = hasEnded(contracts);
  const [basis, chosen] = ended ? (['none', null] as const) : firstOf(contract, licences, expenses);
  return {
    annual: chosen && Math.max(0, rounded(chosen.amount)),
    basis,
    source: chosen && chosen.source,
    native: chosen && nativeOf(chosen.natives, context.tenantCurrency),
    contractAnnual: roundedOf(contract),
    licencesAnnual: roundedOf(licences),
    expenses12m: roundedOf(expenses),
  };
}

function firstOf(
  contract: Sum | null,
  licences: Sum | null,
  expenses: Sum | null,
): readonly [CostBasis, Sum | null] {
  if (contract !== null) return ['contract', contract];
  if (licences !== null) return ['licences', licences];
  return expenses === null ? ['none', null] : ['expenses', expenses];
}

/** Past spend of an app whose contracts have all ended is history, not baseline. */
function hasEnded({ inForce, ended, upcoming }: AppContracts): boolean {
  return inForce.length === 0 && upcoming.length === 0 && ended.length > 0;
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
function licenceSum(licences: Licences | null, convert: Converter): Sum | null {
  if (licences === null) return null;
  const lines = licences.lines.map((line) => knownValue(line.annualCost));
  const converted = lines.map((money) => money && convert(money));
  if (converted.length === 0 || converted.includes(null)) {
    const whole = knownValue(licences.annualCost);
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

function added(sum: Sum | null, value: ExactMoney, native: Money | null): Sum {
  const natives = native === null ? [] : [native];
  if (sum === null) return { ...value, natives };
  return {
    amount: plus(sum.amount, value.amount),
    source: weakerSource(sum.source, value.source),
    natives: [...sum.natives, ...natives],
  };
}

/** Only where all of it is in one foreign currency: amounts in several have no common figure. */
function nativeOf(natives: readonly Money[], tenantCurrency: string): Cost['native'] {
  const [first] = natives;
  if (first === undefined || first.currency === tenantCurrency) return null;
  if (natives.some(({ currency }) => currency !== first.currency)) return null;
  return { minor: natives.reduce((sum, { minor }) => sum + minor, 0), currency: first.currency };
}

function roundedOf(sum: Sum | null): Minor | null {
  return sum && rounded(sum.amount);
}
