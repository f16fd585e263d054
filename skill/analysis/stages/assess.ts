/**
 * The first half of the analysis: a portfolio and the mapping's assumptions go in; every app and every
 * contract comes out with its meaning on a day (see assessed.ts). Nothing is estimated: what is not
 * known stays null. Nothing here fails; the order of records decides nothing.
 */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { App, AppUser, Day, Portfolio, Source } from '../../mapping/portfolio.ts';
import type { Assessed, AssessedApp, AssessedContract } from '../base/assessed.ts';
import type { Depth } from '../base/contract.ts';
import type { ResolvedContract } from '../contracts/assess-contract.ts';
import { resolveContracts, type AppContracts, type ResolvedContracts } from '../contracts/resolve.ts';
import { converterOf } from '../base/conversion.ts';
import { split } from '../base/grouped.ts';
import { costOf, type CostContext } from './cost.ts';
import { knownValue } from '../base/known-value.ts';
import { seatsOf, type SeatContext } from '../seats/seats.ts';
import { peopleRules, userRulesOf } from '../seats/user-rules.ts';
import { withSuites } from './suites.ts';
import { trailingSpend } from './trailing-spend.ts';
import { uniqueById } from '../base/unique.ts';
import { unreadableOf } from '../base/unreadable.ts';

interface AppContext extends CostContext, SeatContext {
  readonly asOf: Day;
  readonly contracts: ResolvedContracts;
  readonly contractsAreComplete: boolean;
  /** User rows that the depth includes. */
  readonly usersOf: (appId: number) => readonly AppUser[] | null;
}

export function assess(portfolio: Portfolio, config: AnalysisConfig, asOf: Day, depth: Depth): Assessed {
  const context = contextOf(portfolio, config, asOf, depth);
  const excluded = new Set(config.exclude.appIds);
  const [dropped, kept] = split(uniqueById(portfolio.apps), ({ id }) => excluded.has(id));
  const all = withSuites(
    kept.map((app) => assessApp(app, context)),
    config.suites,
  );
  const [hidden, apps] = split(all, ({ app }) => config.exclude.hidden && app.isHidden);
  const byId = indexed(apps);
  const unlisted = new Set([...dropped, ...hidden.map(({ app }) => app)].map(({ id }) => id));
  const listed = listedContracts(context.contracts, unlisted, byId);
  return {
    portfolio,
    config,
    depth,
    asOf,
    apps,
    hidden,
    byId,
    byContract: new Map(listed.contracts.map((one) => [one.contract.id, one])),
    contracts: listed.contracts,
    hiddenContracts: hidden.flatMap(({ inForce }) => inForce),
    withoutApp: listed.withoutApp,
    partial: !isComplete(portfolio, 'apps') || !isComplete(portfolio, 'contracts') || spendIsCut(portfolio),
  };
}

/**
 * Contracts of hidden and excluded apps go where their apps go: out of every list. One whose app was not
 * read stays, though no cost can hold it.
 */
function listedContracts(
  { all }: ResolvedContracts,
  unlisted: ReadonlySet<number>,
  shown: ReadonlyMap<number, AssessedApp>,
): Pick<Assessed, 'contracts' | 'withoutApp'> {
  const contracts: AssessedContract[] = [];
  const withoutApp: AssessedContract[] = [];
  for (const { assessed } of all) {
    const { appId } = assessed.contract;
    if (appId !== null && unlisted.has(appId)) continue;
    contracts.push(assessed);
    const isLost = appId === null || !shown.has(appId);
    const isCounted = assessed.inForce && !assessed.superseded && assessed.duplicateOf === null;
    if (isLost && isCounted) withoutApp.push(assessed);
  }
  return { contracts, withoutApp };
}

function indexed(apps: readonly AssessedApp[]): Map<number, AssessedApp> {
  const byId = new Map<number, AssessedApp>();
  for (const app of apps) byId.set(app.app.id, app);
  return byId;
}

function contextOf(portfolio: Portfolio, config: AnalysisConfig, asOf: Day, depth: Depth): AppContext {
  const convert = converterOf(config);
  const spend = trailingSpend(portfolio.transactions, asOf, convert);
  const deep = new Set(depth.basis === 'users' ? depth.appIds : []);
  const people = peopleRules(deep.size === 0 ? [] : portfolio.people);
  return {
    config,
    asOf,
    convert,
    tenantCurrency: config.tenant.currency,
    spendOf: (appId) => spend.get(appId) ?? null,
    contracts: resolveContracts(portfolio.contracts, config, asOf, convert),
    contractsAreComplete: isComplete(portfolio, 'contracts'),
    usersOf: (appId) => (deep.has(appId) ? (portfolio.appUsers.get(appId) ?? null) : null),
    rowsAreComplete: isComplete(portfolio, 'appUsers'),
    rulesOf: userRulesOf(config, asOf, people),
  };
}

function assessApp(app: App, context: AppContext): AssessedApp {
  const contracts = context.contracts.of(app.id);
  const users = context.usersOf(app.id);
  const cost = costOf(app, contracts, context);
  const binding = bindingOf(contracts);
  const earliestExit = latestExit(binding, context);
  return {
    app,
    cost,
    seats: seatsOf(app, cost, contracts.inForce, users, context),
    inForce: assessedOf(contracts.inForce),
    binding,
    ended: assessedOf(contracts.ended),
    earliestExit,
    exitKnown: earliestExit !== null,
    users,
    lastUsedAt: newestUse(app, users),
    unreadable: unreadableOf(app),
    includedIn: noSuite,
    coveredBy: noSuite,
    isBundled: false,
  };
}

const noSuite: readonly number[] = [];
const noContract: readonly AssessedContract[] = [];

/** Most apps have no contract; they share one empty list. */
function assessedOf(contracts: readonly ResolvedContract[]): readonly AssessedContract[] {
  return contracts.length === 0 ? noContract : contracts.map(({ assessed }) => assessed);
}

/** What is signed to follow binds as the one before it does, and a copy sets no date. */
function bindingOf({ inForce, upcoming }: AppContracts): readonly AssessedContract[] {
  if (inForce.length === 0 && upcoming.length === 0) return noContract;
  return [...inForce, ...upcoming]
    .map(({ assessed }) => assessed)
    .filter(({ duplicateOf, supersededBy }) => duplicateOf === null && supersededBy === null);
}

/**
 * Null as soon as one contract's exit is unknown. Without a contract in force the app can be left at
 * once; but an app is only known to have none where every contract was read.
 */
function latestExit(binding: readonly AssessedContract[], context: AppContext): Day | null {
  if (binding.length === 0) return context.contractsAreComplete ? context.asOf : null;
  let latest = context.asOf;
  for (const { earliestExit } of binding) {
    if (earliestExit === null) return null;
    latest = Math.max(latest, earliestExit);
  }
  return latest;
}

function newestUse(app: App, users: readonly AppUser[] | null): Day | null {
  let newest = knownValue(app.lastUsedAt);
  if (users === null) return newest;
  for (const { lastUsedAt } of users) {
    if (lastUsedAt.kind === 'known' && (newest === null || lastUsedAt.value > newest)) {
      newest = lastUsedAt.value;
    }
  }
  return newest;
}

/** A source without a certificate is not known to be complete. */
function isComplete(portfolio: Portfolio, source: Source): boolean {
  const certificates = portfolio.completeness.filter((entry) => entry.source === source);
  return certificates.length > 0 && certificates.every(({ status }) => status === 'complete');
}

/** Transactions matter to the totals only where there are any. */
function spendIsCut(portfolio: Portfolio): boolean {
  return portfolio.transactions.length > 0 && !isComplete(portfolio, 'transactions');
}
