/**
 * The plan: what is to happen to every app. Rules only right-size; a person's edits retire, replace,
 * re-tier, re-price or set seats. In: what was assessed, the findings, the edits in the order they were
 * made. Out: one plan an app, and the edits that cannot be followed, in words.
 */
import type { Assessed, AssessedApp } from '../base/assessed.ts';
import type { Finding, Minor, PlanEdit, PlanEntry } from '../base/contract.ts';
import { priceOfLines, priceOfSeats } from '../base/seat-price.ts';
import { policyOf } from '../seats/right-sizing.ts';
import { groupMigrations, type Migration } from './consolidation.ts';
import { resolveEdits } from './edits.ts';
import { eligibleSeats, type Eligible } from './eligible.ts';
import { makeRoom, rightSize, towardsTarget, type LinePlan } from './right-sizing.ts';

export interface AppPlan {
  readonly app: AssessedApp;
  readonly action: PlanEntry['action'];
  readonly survivorId: number | null;
  readonly edit: PlanEdit | null;
  readonly lines: readonly LinePlan[];
  /** What comes here from the apps that this one replaces; null when it replaces none. */
  readonly migration: Migration | null;
  readonly findings: Eligible;
}

export interface Plan {
  /** Apps with seats, with an edit, or that replace others, sorted by id; all others stay as they are. */
  readonly apps: readonly AppPlan[];
  readonly problems: readonly string[];
}

export function buildPlan(
  assessed: Assessed,
  findings: readonly Finding<Minor>[],
  edits: readonly PlanEdit[],
): Plan {
  const { byApp, problems } = resolveEdits(edits, assessed);
  const eligible = eligibleSeats(findings);
  const migrations = groupMigrations(byApp, assessed);
  const apps: AppPlan[] = [];
  for (const app of assessed.apps) {
    const { id } = app.app;
    const edit = byApp.get(id) ?? null;
    const migration = migrations.get(id) ?? null;
    if (edit === null && migration === null && app.seats === null) continue;
    const own = eligible.get(id) ?? nothing;
    apps.push({
      app,
      action: edit?.action ?? 'keep',
      survivorId: edit?.action === 'replaceBy' ? (edit.survivorId ?? null) : null,
      edit,
      lines: linesOf(app, own, edit, migration, assessed),
      migration,
      findings: own,
    });
  }
  return { apps, problems };
}

const nothing: Eligible = { departed: null, unassigned: null, inactive: null };
const noLines: readonly LinePlan[] = [];

function linesOf(
  app: AssessedApp,
  eligible: Eligible,
  edit: PlanEdit | null,
  migration: Migration | null,
  { config }: Assessed,
): readonly LinePlan[] {
  if (app.seats === null) return noLines;
  const { lines, pools } = app.seats;
  if (edit?.seatTarget !== undefined) return towardsTarget(lines, edit.seatTarget);
  if (migration === null) return rightSize(lines, pools, eligible);
  return makeRoom(lines, pools, eligible, migration.people, policyOf(config, app.app.id));
}

/** Apps that the plan changes, and those that a person looked at; the others simply stay. */
export function planEntries({ apps }: Plan): PlanEntry[] {
  return apps.filter(isChanged).map(({ app, action, survivorId, lines, edit }) => ({
    appId: app.app.id,
    action,
    survivorId,
    seatTargets: action === 'keep' ? lines.filter(isMoved).map(seatTargetOf) : [],
    source: edit === null ? 'rules' : 'person',
  }));
}

function isChanged({ edit, lines }: AppPlan): boolean {
  return edit !== null || lines.some(isMoved);
}

function isMoved(line: LinePlan): boolean {
  return removedSeats(line) > 0 || line.added > 0;
}

function seatTargetOf(plan: LinePlan): PlanEntry['seatTargets'][number] {
  const { name, purchased } = plan.line;
  return { line: name, from: purchased, to: purchased - removedSeats(plan) + plan.added };
}

export function removedSeats({ departed, unassigned, inactive, inUse }: LinePlan): number {
  return departed + unassigned + inactive + inUse;
}

/** What the seats given up cost a year. */
export function removedCost(lines: readonly LinePlan[]): Minor {
  return priceOfLines(lines, (plan) => priceOfSeats(plan.line, removedSeats(plan)));
}
