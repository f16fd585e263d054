/** Records that say too little, too late, or something that cannot be read. */
import type { Assessed, AssessedApp, AssessedContract } from '../base/assessed.ts';
import type { App, Contract, LicenseLine, Licenses, Value } from '../../mapping/portfolio.ts';
import { knownValue } from '../base/known-value.ts';
import { slugOf } from './finding.ts';
import type { Gathering } from './gathering.ts';

export function findStaleUsage(app: AssessedApp, { add, assessed: { asOf, config } }: Gathering): void {
  const { lastUsedAt } = app;
  if (lastUsedAt === null || asOf - lastUsedAt <= config.thresholds.staleUsageDays) return;
  if (app.cost.annual === null && app.seats === null) return;
  const { id } = app.app;
  add({
    type: 'stale-usage',
    subject: `app-${id}`,
    rule: 'last-use',
    appId: id,
    amount: app.cost.annual,
    score: 1,
    evidence: [`app/${id}/lastUsedAt`],
    action: 'Check the connection of this app: no usage has been recorded lately.',
  });
}

/** One finding a state, not one an app: the remedy is a line in the mapping. */
export function findUnmappedStates({ apps }: Assessed, { add }: Gathering): void {
  const byState = new Map<string, { state: string; ids: number[] }>();
  for (const { app } of apps) {
    const state = app.stateClass === 'unmapped' ? knownValue(app.state) : null;
    if (state === null) continue;
    const slug = slugOf(state);
    const entry = byState.get(slug) ?? { state, ids: [] };
    entry.ids.push(app.id);
    byState.set(slug, entry);
  }
  for (const slug of [...byState.keys()].toSorted()) {
    const { state = '', ids = [] } = byState.get(slug) ?? {};
    add({
      type: 'unmapped-state',
      subject: `state-${slug}`,
      rule: 'mapping',
      score: 1,
      evidence: ids.slice(0, shown).map((id) => `app/${id}/state`),
      action: `Say in the mapping what the state “${state}” means; ${ids.length === 1 ? '1 app is' : `${ids.length} apps are`} in it.`,
    });
  }
}

/** Facts cited for one state; the rest would say the same. */
const shown = 20;

const appFields = [
  'state',
  'category',
  'vendor',
  'owner',
  'spend12m',
  'activeUsers',
  'lastUsedAt',
  'usageSource',
  'licenses',
] as const satisfies readonly (keyof App)[];

const contractFields = [
  'status',
  'owner',
  'termStart',
  'termEnd',
  'noticeDays',
  'cancelBy',
  'autoRenew',
  'renewalTermMonths',
  'annualValue',
  'totalValue',
  'seats',
  'commitSeats',
  'unitPrice',
] as const satisfies readonly (keyof Contract)[];

export function findInvalidApp({ app }: AssessedApp, { add }: Gathering): void {
  if (!appFields.some((field) => app[field].kind === 'invalid') && app.licenses.kind !== 'known') return;
  const unreadable = [...appFields.flatMap((field) => textOf(field, app[field])), ...invalidLicenses(app)];
  if (unreadable.length === 0) return;
  add({
    type: 'invalid-value',
    subject: `app-${app.id}`,
    rule: 'fields',
    appId: app.id,
    score: 1,
    evidence: [`app/${app.id}/name`],
    blockers: unreadable,
    action: `Correct in Torii, or in the mapping: ${unreadable.join(', ')}.`,
  });
}

/** A field with what is written there; nothing where it can be read. */
function textOf(field: string, value: Value<unknown>): string[] {
  return value.kind === 'invalid' ? [`${field} “${value.raw}”`] : [];
}

const licenseFields = [
  'purchased',
  'active',
  'inactive',
  'unassigned',
  'annualCost',
] as const satisfies readonly (keyof Licenses & keyof LicenseLine)[];

function invalidLicenses(app: App): string[] {
  const licenses = knownValue(app.licenses);
  if (licenses === null) return [];
  const records = [licenses, ...licenses.lines];
  const texts = licenseFields.flatMap((field) =>
    records.flatMap((record) => textOf(`licenses.${field}`, record[field])),
  );
  return [...new Set(texts)];
}

export function findInvalidContract({ contract }: AssessedContract, { add }: Gathering): void {
  const unreadable = contractFields.flatMap((field) => textOf(field, contract[field]));
  if (unreadable.length === 0) return;
  add({
    type: 'invalid-value',
    subject: `contract-${contract.id}`,
    rule: 'fields',
    appId: contract.appId,
    contractId: contract.id,
    score: 1,
    evidence: [`renewal/${contract.id}/name`],
    blockers: unreadable,
    action: `Correct in Torii, or in the mapping: ${unreadable.join(', ')}.`,
  });
}

/** One finding a date field: dates that were kept as the midnight of another place, and are read as its day. */
export function findShiftedDates({ contracts }: Assessed, { add }: Gathering): void {
  for (const field of ['termStart', 'termEnd', 'cancelBy'] as const) {
    const shifted = contracts.flatMap(({ contract }) =>
      (contract.shifted ?? []).flatMap((date) =>
        date.field === field ? [{ ...date, id: contract.id }] : [],
      ),
    );
    const [first] = shifted;
    if (first === undefined) continue;
    add({
      type: 'zone-shifted-dates',
      subject: `contract-${field}`,
      rule: 'midnights',
      score: 1,
      evidence: shifted
        .slice(0, shown)
        .map(({ id }) => `renewal/${id}/${field === 'cancelBy' ? 'deadline' : field}`),
      action: `Check one ${field} with its contract: dates such as “${first.raw}” are read as the midnight that begins the next day where they were recorded.`,
    });
  }
}
