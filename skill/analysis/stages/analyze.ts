/**
 * The analysis: one portfolio becomes one ledger and everything that explains it.
 *
 * In: a portfolio, the assumptions of the mapping, the analysis date, and by choice a person's plan
 * edits, the depth and the decisions on findings. Out: an `Analysis`, amounts in minor units of the
 * tenant currency, the same bytes for the same inputs in any order. Nothing may go wrong: what is
 * missing or unreadable is counted and labeled, and the self-audit says when a figure is wrong.
 */
import type { Portfolio } from '../../mapping/portfolio.ts';
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import { aiRulesWith } from '../base/ai-tools.ts';
import { assess } from './assess.ts';
import type { Assessed } from '../base/assessed.ts';
import type { Analysis, Decision, Depth, IsoDate, PlanEdit } from '../base/contract.ts';
import { dayOf } from '../base/day.ts';
import { engine } from '../base/engine.ts';
import { findAll } from '../findings/find.ts';
import { later } from '../base/later.ts';
import { inputsHash, type Inputs } from './inputs-hash.ts';
import { ledgerOf } from '../ledger/ledger.ts';
import { planEntries, buildPlan, type AppPlan } from '../plan/plan.ts';
import { analyzedApp, dateTexts, renewalOf } from './present.ts';
import { sortCertificates } from './recertify.ts';
import { audited, hashed } from './on-demand.ts';
import { totalsOf } from './totals.ts';

const aggregate: Depth = { basis: 'aggregate', appIds: [] };

/** @throws RangeError when `asOf` is not an ISO calendar date. */
export function analyze(
  portfolio: Portfolio,
  config: AnalysisConfig,
  asOf: IsoDate,
  edits: readonly PlanEdit[] = [],
  depth: Depth = aggregate,
  decisions: readonly Decision[] = [],
): Analysis {
  const assessed = assess(portfolio, config, dayOf(asOf), depth);
  const findings = findAll(assessed, decisions);
  const plan = buildPlan(assessed, findings, edits);
  const ledger = ledgerOf(plan, assessed);
  const dateOf = dateTexts();
  const aiRuleOf = aiRulesWith(config.aiTools);
  const plans = new Map<number, AppPlan>();
  for (const one of plan.apps) plans.set(one.app.app.id, one);
  const apps = assessed.apps.map((app) => analyzedApp(app, plans.get(app.app.id), dateOf, aiRuleOf));
  const entries = planEntries(plan);
  const result = {
    schemaVersion: 1 as const,
    engine,
    asOf,
    currency: config.tenant.currency,
    depth: depthOf(assessed),
    inputs: inputsOf({ portfolio, config, asOf, edits, depth, decisions }),
    completeness: sortCertificates(portfolio.completeness),
    totals: totalsOf(assessed, apps, ledger, entries),
    apps,
    renewals: assessed.contracts.map((contract) => renewalOf(contract, assessed, plans, dateOf)),
    findings,
    plan: entries,
    ledger,
  };
  return audited(result, assessed, plan.problems);
}

/** Only what is printed or saved names the hash of its inputs: it is worked out when that is asked for. */
function inputsOf(inputs: Inputs): Analysis['inputs'] {
  const { config, edits, decisions } = inputs;
  const hash = later(() => inputsHash(inputs));
  return hashed(hash, { mapping: mappingOf(config), config, edits, decisions });
}

function mappingOf({ tenant, status, approval }: AnalysisConfig): Analysis['inputs']['mapping'] {
  return { tenant: tenant.name, status, approvedAt: approval?.at ?? null };
}

export function depthOf({ depth, apps }: Pick<Assessed, 'depth' | 'apps'>): Analysis['depth'] {
  let deep = 0;
  let deepCost = 0;
  let cost = 0;
  for (const { seats, cost: own } of apps) {
    cost += own.annual ?? 0;
    if (seats?.total.basis !== 'users') continue;
    deep += 1;
    deepCost += own.annual ?? 0;
  }
  return { basis: depth.basis, apps: deep, costShare: cost > 0 ? deepCost / cost : 0 };
}
