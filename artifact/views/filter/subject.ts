/**
 * What a filter looks at, whatever the list: an app, a contract, a finding or a decision, each as one
 * subject. Made once for an analysis, so that a keystroke over ten thousand apps only compares.
 */
import { decisionDate } from '../../../skill/analysis/analyze.ts';
import type { Analysis, Minor } from '../../../skill/analysis/contract.ts';
import { grouped } from '../../../skill/analysis/units.ts';
import type { InboxItem } from '../../../skill/report/texts.ts';

type App = Analysis['apps'][number];
type Contract = Analysis['renewals'][number];
type Judged = Analysis['findings'][number];

export interface FilterSubject {
  /** Lower case; names, vendor, category. */
  readonly text: string;
  /** What `value` is compared with; null = unknown. */
  readonly amount: Minor | null;
  /** Calendar dates of which one must lie within `period`. */
  readonly dates: readonly string[];
  readonly renews: readonly (boolean | null)[];
  /** Null where no listed app belongs to it. */
  readonly app: App | null;
  readonly hasFinding: boolean;
  /** The owner of the app, or of the contract, has left. */
  readonly ownerLeft: boolean;
  /** What it adds to the worth of a list, and under which key, so that nothing is added twice. */
  readonly worth: { readonly key: string; readonly minor: Minor | null } | null;
}

/** What a row of a list can be. */
export interface RowKinds {
  readonly app: Pick<App, 'id'>;
  readonly contract: Contract;
  readonly finding: Judged;
  readonly item: InboxItem;
}

export type Subjects = { readonly [Kind in keyof RowKinds]: (row: RowKinds[Kind]) => FilterSubject };

const nothing: FilterSubject = {
  text: '',
  amount: null,
  dates: [],
  renews: [],
  app: null,
  hasFinding: false,
  ownerLeft: false,
  worth: null,
};

export function subjectsOf(analysis: Analysis): Subjects {
  const contracts = grouped(analysis.renewals.filter(isCounted), ({ appId }) => appId);
  const found = new Set(analysis.findings.flatMap(({ appId }) => appId ?? []));
  const left = new Set(
    analysis.findings.flatMap(({ type, appId }) => (type === 'owner-departed' ? (appId ?? []) : [])),
  );
  const apps = new Map<number, FilterSubject>();
  for (const app of analysis.apps) {
    const own = contracts.get(app.id) ?? [];
    apps.set(app.id, {
      text: `${app.name} ${app.vendor ?? ''} ${app.category ?? ''}`.toLowerCase(),
      amount: app.costAnnual,
      dates: own.flatMap(datesOf),
      renews: own.map(({ autoRenew }) => autoRenew),
      app,
      hasFinding: found.has(app.id),
      ownerLeft: left.has(app.id),
      worth: { key: `app/${app.id}`, minor: app.costAnnual },
    });
  }
  const appOf = (id: number | null): FilterSubject => (id === null ? nothing : (apps.get(id) ?? nothing));
  const byContract = new Map(analysis.renewals.map((one) => [one.contractId, one]));
  return {
    app: ({ id }) => appOf(id),
    contract: (contract) => contractSubject(contract, appOf(contract.appId)),
    finding: (finding) => findingSubject(finding, appOf(finding.appId), byContract),
    item: (item) => itemSubject(item, appOf(item.appId), byContract),
  };
}

/** A copy, and what another contract renews, have their money counted there. */
function isCounted({ duplicateOf, bucket }: Contract): boolean {
  return duplicateOf === null && bucket !== 'superseded' && bucket !== 'ended';
}

/** A contract comes up with its last safe date, and with the end of its term. */
function datesOf(contract: Contract): string[] {
  return [decisionDate(contract) ?? [], contract.termEnd ?? []].flat();
}

function contractSubject(contract: Contract, app: FilterSubject): FilterSubject {
  const { contractId, name, appName, annualValue, autoRenew } = contract;
  return {
    ...app,
    text: `${app.text} ${name} ${appName ?? ''}`.toLowerCase(),
    amount: annualValue,
    dates: datesOf(contract),
    renews: [autoRenew],
    worth: isCounted(contract) ? { key: `renewal/${contractId}`, minor: annualValue } : null,
  };
}

/** What is said of a contract where one is named, else of the app. */
function subjectAbout(
  contractId: number | null,
  app: FilterSubject,
  contracts: ReadonlyMap<number, Contract>,
): FilterSubject {
  const contract = contractId === null ? undefined : contracts.get(contractId);
  return contract === undefined ? app : contractSubject(contract, app);
}

/** Amounts of findings are never added; the cost of the apps they touch is. */
function findingSubject(
  { amount, action, contractId }: Judged,
  app: FilterSubject,
  contracts: ReadonlyMap<number, Contract>,
): FilterSubject {
  const about = subjectAbout(contractId, app, contracts);
  return {
    ...about,
    text: `${about.text} ${action}`.toLowerCase(),
    amount: amount ?? about.amount,
    hasFinding: true,
    worth: app.worth,
  };
}

function itemSubject(
  { id, name, contractId, annualValue, hardAnnual, lastSafeDate }: InboxItem,
  app: FilterSubject,
  contracts: ReadonlyMap<number, Contract>,
): FilterSubject {
  const about = subjectAbout(contractId, app, contracts);
  return {
    ...about,
    text: `${about.text} ${name}`.toLowerCase(),
    amount: annualValue ?? hardAnnual,
    dates: lastSafeDate === null ? [] : [lastSafeDate],
    worth: { key: id, minor: annualValue ?? hardAnnual },
  };
}
