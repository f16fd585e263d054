/** Assessed apps and contracts in the form in which an analysis shows them. */
import type { AssessedApp, AssessedContract, Assessed, Cost } from '../base/assessed.ts';
import type { AnalyzedApp, IsoDate, Minor, Renewal } from '../base/contract.ts';
import type { Day } from '../../mapping/portfolio.ts';
import { completeness } from '../base/completeness.ts';
import { contractShare } from '../base/contract-share.ts';
import { isoOf } from '../base/day.ts';
import { knownValue } from '../base/known-value.ts';
import type { AiRuleOf } from '../base/ai-tools.ts';
import type { AppPlan } from '../plan/plan.ts';
import { isPriced, priceOfLines, priceOfSeats } from '../base/seat-price.ts';
import { wastedSeats } from '../seats/right-sizing.ts';
import { projectedCost } from './project.ts';
import { costPerActiveUser } from '../base/savings.ts';
import { seatsOfApp } from '../seats/seats-of-app.ts';

export type DateOf = (day: Day | null) => IsoDate | null;

/** Days as texts, each written once: thousands of apps were last used on a few dozen days. */
export function dateTexts(): DateOf {
  const texts = new Map<Day, IsoDate>();
  return (day) => {
    if (day === null) return null;
    let text = texts.get(day);
    if (text === undefined) texts.set(day, (text = isoOf(day)));
    return text;
  };
}

/** @param plan undefined for an app that the plan leaves as it is */
export function analyzedApp(
  assessed: AssessedApp,
  plan: AppPlan | undefined,
  dateOf: DateOf,
  aiRuleOf: AiRuleOf,
): AnalyzedApp<Minor> {
  const { app, cost, seats, lastUsedAt, unreadable } = assessed;
  const owner = knownValue(app.owner);
  const activeUsers = knownValue(app.activeUsers);
  const { native } = cost;
  const projectedAnnual = projectedOf(cost, plan);
  return {
    id: app.id,
    name: app.name,
    state: knownValue(app.state),
    stateClass: app.stateClass,
    category: knownValue(app.category),
    vendor: knownValue(app.vendor),
    owner: owner === null ? null : { id: owner.id },
    aiRule: aiRuleOf(app),
    costAnnual: cost.annual,
    costBasis: cost.basis,
    native: native === null ? null : { amount: native.minor, currency: native.currency },
    costComplete: cost.complete,
    ...unusableMoneyIn(cost),
    leftOut: cost.leftOut,
    unreadable,
    expenses12m: cost.expenses12m,
    activeUsers,
    costPerActiveUser: costPerActiveUser(cost.annual, activeUsers),
    lastUsedAt: dateOf(lastUsedAt),
    seats: seats && seatsOfApp(seats),
    wasteAnnual: idleCost({ seats }),
    action: plan?.action ?? 'keep',
    projectedAnnual,
    hardSavingAnnual: savingOf(cost, projectedAnnual),
  };
}

function unusableMoneyIn({ annual, omitted }: Cost): Pick<AnalyzedApp<Minor>, 'unusableMoney'> {
  const isOmitted = omitted.more || omitted.less;
  return annual === null && isOmitted ? { unusableMoney: completeness(omitted) } : {};
}

function projectedOf({ annual }: Cost, plan: AppPlan | undefined): Minor | null {
  return plan === undefined ? annual : projectedCost(plan);
}

function savingOf({ annual }: Cost, projected: Minor | null): Minor | null {
  return annual === null || projected === null ? null : annual - projected;
}

/** @param plans by app; an app without one stays as it is */
export function renewalOf(
  assessed: AssessedContract,
  { byId }: Assessed,
  plans: ReadonlyMap<number, AppPlan>,
  dateOf: DateOf,
): Renewal<Minor> {
  const { contract } = assessed;
  const app = contract.appId === null ? undefined : byId.get(contract.appId);
  return {
    contractId: contract.id,
    appId: contract.appId,
    appName: app?.app.name ?? null,
    name: contract.name,
    status: knownValue(contract.status),
    termStart: dateOf(knownValue(contract.termStart)),
    termEnd: dateOf(assessed.termEnd),
    noticeDays: assessed.noticeDays,
    noticeMonths: monthsIn(contract.noticeDays),
    noticeAssumed: assessed.noticeAssumed,
    deadline: dateOf(assessed.deadline),
    autoRenew: assessed.autoRenew,
    renewalTermMonths: monthsIn(contract.renewalTermMonths),
    statusClass: contract.statusClass,
    bucket: assessed.bucket,
    supersededBy: assessed.supersededBy,
    duplicateOf: assessed.duplicateOf,
    annualValue: assessed.annual?.minor ?? null,
    earliestExit: dateOf(assessed.earliestExit),
    ifMissed: ifMissedOf(assessed, app, dateOf),
    unreadable: assessed.unreadable,
    savingAnnual: app === undefined ? null : savingShare(app, contract.id, plans.get(app.app.id)),
    flags: assessed.flags,
  };
}

function monthsIn(value: AssessedContract['contract']['noticeDays']): number | null {
  const span = knownValue(value);
  return span?.unit === 'months' ? span.amount : null;
}

function savingShare(app: AssessedApp, contractId: number, plan: AppPlan | undefined): Minor | null {
  const saving = savingOf(app.cost, projectedOf(app.cost, plan));
  return saving === null ? null : contractShare(app, contractId, saving);
}

function ifMissedOf(
  { contract, ifMissed }: AssessedContract,
  app: AssessedApp | undefined,
  dateOf: DateOf,
): Renewal<Minor>['ifMissed'] {
  const committedUntil = ifMissed && dateOf(ifMissed.committedUntil);
  if (ifMissed === null || committedUntil === null) return null;
  const waste = app === undefined ? null : idleCost(app);
  return {
    committedUntil,
    committedAmount: ifMissed.committed,
    wasteAnnual: app === undefined || waste === null ? null : contractShare(app, contract.id, waste),
  };
}

/** What the idle seats of an app cost a year; null where no seat has a price. */
function idleCost({ seats }: Pick<AssessedApp, 'seats'>): Minor | null {
  const priced = (seats?.lines ?? []).filter(isPriced);
  if (priced.length === 0) return null;
  return priceOfLines(priced, (line) => priceOfSeats(line, wastedSeats(line)));
}
