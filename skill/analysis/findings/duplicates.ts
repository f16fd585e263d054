/** Two records of what may be one thing: suggested, never merged in money. */
import type { Assessed, AssessedApp, AssessedContract } from '../base/assessed.ts';
import { knownValue } from '../base/known-value.ts';
import { slugOf } from './finding.ts';
import { nameKey } from './name-key.ts';
import type { Gathering } from './gathering.ts';

export function findDuplicateApps({ apps }: Assessed, gathering: Gathering): void {
  const said = new Set<string>();
  const sameDomain = groupedBy(apps, ({ app }) => knownValue(app.domain));
  addGroups(sameDomain, 'domain', said, gathering);
  const sameName = groupedBy(apps, nameKeyOf).flatMap((group) => groupedBy(group, fullName));
  addGroups(sameName, 'name', said, gathering);
}

function nameKeyOf({ app: { name, vendor } }: AssessedApp): number | null {
  return vendor.kind === 'known' ? nameKey(name) : null;
}

function fullName({ app: { name, vendor } }: AssessedApp): string {
  return `${slugOf(knownValue(vendor) ?? '')} ${slugOf(name)}`;
}

/** Groups of two or more apps with one key, in order of their first app. */
function groupedBy(
  apps: readonly AssessedApp[],
  keyOf: (app: AssessedApp) => string | number | null,
): AssessedApp[][] {
  const first = new Map<string | number, AssessedApp>();
  const groups = new Map<AssessedApp, AssessedApp[]>();
  for (const app of apps) {
    const key = keyOf(app);
    if (key === null || key === '') continue;
    const other = first.get(key);
    const group = other && groups.get(other);
    if (other === undefined) first.set(key, app);
    else if (group === undefined) groups.set(other, [other, app]);
    else group.push(app);
  }
  return [...groups.values()].toSorted(byFirst);
}

function byFirst([a]: readonly AssessedApp[], [b]: readonly AssessedApp[]): number {
  return (a?.app.id ?? 0) - (b?.app.id ?? 0);
}

function addGroups(
  groups: readonly (readonly AssessedApp[])[],
  rule: 'domain' | 'name',
  said: Set<string>,
  { add }: Gathering,
): void {
  for (const group of groups) {
    const ids = group.map(({ app }) => app.id);
    if (said.has(ids.join())) continue;
    said.add(ids.join());
    add({
      type: 'duplicate-suspect',
      subject: `app-${ids[0]}`,
      rule,
      appId: ids[0] ?? null,
      score: 0.5,
      evidence: ids.map((id) => `app/${id}/name`),
      action: `Check whether these are one app: ${group.map(({ app }) => app.name).join(', ')}.`,
    });
  }
}

export function findDuplicateContract(
  { contract, annual, duplicateOf, suspectOf }: AssessedContract,
  { add }: Gathering,
): void {
  const other = duplicateOf ?? suspectOf;
  if (other === null) return;
  add({
    type: 'duplicate-suspect',
    subject: `contract-${contract.id}`,
    rule: 'same-period-and-amount',
    appId: contract.appId,
    contractId: contract.id,
    amount: annual?.minor ?? null,
    score: 0.5,
    evidence: [`renewal/${contract.id}/annualValue`, `renewal/${other}/annualValue`],
    action:
      duplicateOf === null
        ? `Check whether this contract and contract ${other} are one, recorded twice; both are counted.`
        : 'Check whether this contract was recorded twice; it is counted once.',
  });
}
