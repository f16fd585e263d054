/**
 * Findings: what deserves a decision, with the evidence for and against. Their amounts are separate and
 * are never summed; the ledger books what the plan does about them. In order of app, then of contract.
 */
import type { Assessed } from '../base/assessed.ts';
import type { Decision, Finding, Minor } from '../base/contract.ts';
import { isoOf } from '../base/day.ts';
import { knownValue } from '../base/known-value.ts';
import { findBundleCovered } from './bundles.ts';
import {
  findInvalidApp,
  findInvalidContract,
  findLostContract,
  findShiftedDates,
  findStaleUsage,
  findUnmappedStates,
} from './data-quality.ts';
import { findDuplicateApps, findDuplicateContract } from './duplicates.ts';
import { findingOf, type FindingDraft } from './finding.ts';
import type { Gathering } from './gathering.ts';
import { findIdleSeats } from './idle-seats.ts';
import { findLicenseSummary } from './license-summary.ts';
import { findNotice } from './notice.ts';
import { findOverlaps } from './overlap.ts';
import { findContractOwner, findOwnership } from './ownership.ts';
import { findPossibleRenewal } from './possible-renewal.ts';
import { findPriceOutlier } from './price-outlier.ts';
import { findSeatRecords } from './seat-records.ts';
import { findHiddenSpend, findSpend } from './spend.ts';

export function findAll(assessed: Assessed, decisions: readonly Decision[]): Finding<Minor>[] {
  const findings: Finding<Minor>[] = [];
  const decided = inForce(decisions, isoOf(assessed.asOf));
  const add = (draft: FindingDraft): void => {
    const finding = findingOf(draft);
    findings.push(decided.size === 0 ? finding : withDecision(finding, decided));
  };
  const gathering: Gathering = { assessed, add, departed: departedOf(assessed) };
  for (const app of assessed.apps) {
    findIdleSeats(app, gathering);
    findSeatRecords(app, gathering);
    findLicenseSummary(app, gathering);
    findSpend(app, gathering);
    findPriceOutlier(app, gathering);
    findBundleCovered(app, gathering);
    findOwnership(app, gathering);
    findStaleUsage(app, gathering);
    findInvalidApp(app, gathering);
  }
  for (const app of assessed.hidden) findHiddenSpend(app, gathering);
  for (const contract of assessed.withoutApp) findLostContract(contract, gathering);
  for (const contract of assessed.contracts) {
    findNotice(contract, gathering);
    findPossibleRenewal(contract, gathering);
    findContractOwner(contract, gathering);
    findDuplicateContract(contract, gathering);
    findInvalidContract(contract, gathering);
  }
  findOverlaps(assessed, gathering);
  findDuplicateApps(assessed, gathering);
  findUnmappedStates(assessed, gathering);
  findShiftedDates(assessed, gathering);
  return findings;
}

function departedOf({ portfolio: { people } }: Assessed): ReadonlySet<string> {
  const departed = new Set<string>();
  for (const { id, lifecycle, deletedInIdentitySource } of people) {
    if (deletedInIdentitySource || knownValue(lifecycle) === 'offboarded') departed.add(String(id));
  }
  return departed;
}

/** A later decision replaces an earlier one; one snoozed until the analysis date has woken up. */
function inForce(decisions: readonly Decision[], asOf: string): ReadonlyMap<string, Decision> {
  const decided = new Map(decisions.map((decision) => [decision.id, decision]));
  for (const [id, { verdict, until }] of decided) {
    if (verdict === 'snoozed' && until !== undefined && until <= asOf) decided.delete(id);
  }
  return decided;
}

/** Accepting agrees with the finding; every other verdict takes it out of the plan. */
function withDecision(finding: Finding<Minor>, decided: ReadonlyMap<string, Decision>): Finding<Minor> {
  const decision = decided.get(finding.id) ?? decided.get(`app/${finding.appId}`);
  if (decision === undefined) return finding;
  const { verdict } = decision;
  return { ...finding, decision: verdict, queue: verdict === 'accepted' ? finding.queue : 'info' };
}
