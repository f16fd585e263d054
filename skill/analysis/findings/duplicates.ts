/** Two records of what may be one thing: suggested, never merged in money. */
import type { Assessed, AssessedApp, AssessedContract } from '../assessed.ts';
import { knownValue } from '../known-value.ts';
import { slugOf } from './finding.ts';
import type { Gathering } from './gathering.ts';

export function findDuplicateApps({ apps }: Assessed, gathering: Gathering): void {
  const byDomain = new Map<string, AssessedApp[]>();
  const byName = new Map<string, AssessedApp[]>();
  for (const app of apps) {
    join(byDomain, knownValue(app.app.domain), app);
    const vendor = knownValue(app.app.vendor);
    join(byName, vendor && `${slugOf(vendor)} ${slugOf(app.app.name)}`, app);
  }
  const said = new Set<string>();
  addGroups(byDomain, 'domain', said, gathering);
  addGroups(byName, 'name', said, gathering);
}

function join(groups: Map<string, AssessedApp[]>, key: string | null, app: AssessedApp): void {
  if (key === null || key.trim() === '') return;
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [app]);
  else group.push(app);
}

function addGroups(
  groups: ReadonlyMap<string, readonly AssessedApp[]>,
  rule: 'domain' | 'name',
  said: Set<string>,
  { add }: Gathering,
): void {
  const several = [...groups.values()].filter((group) => group.length > 1);
  for (const group of several.toSorted((a, b) => (a[0]?.app.id ?? 0) - (b[0]?.app.id ?? 0))) {
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
  { contract, annual, duplicateOf }: AssessedContract,
  { add }: Gathering,
): void {
  if (duplicateOf === null) return;
  add({
    type: 'duplicate-suspect',
    subject: `contract-${contract.id}`,
    rule: 'same-period-and-amount',
    appId: contract.appId,
    contractId: contract.id,
    amount: annual?.minor ?? null,
    score: 0.5,
    evidence: [`renewal/${contract.id}/annualValue`, `renewal/${duplicateOf}/annualValue`],
    action: 'Check whether this contract was recorded twice; it is counted once.',
  });
}
