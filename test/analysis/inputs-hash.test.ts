import { describe, expect, it } from 'vitest';
import { inputsHash } from '../../skill/analysis/stages/inputs-hash.ts';
import type { Portfolio } from '../../skill/mapping/base/portfolio.ts';
import { invalid, known } from '../../skill/mapping/base/value.ts';
import {
  appOf,
  appUserOf,
  configOf,
  contractOf,
  licensesOf,
  lineOf,
  personOf,
  portfolioOf,
  transactionOf,
} from './fixtures/portfolio.ts';

const base = portfolioOf({
  apps: [appOf({ id: 1, licenses: licensesOf({ lines: [lineOf({})] }) })],
  contracts: [contractOf({ appId: 1 })],
  people: [personOf({ id: 5 })],
  appUsers: [appUserOf({ appId: 1, personId: 5 })],
  transactions: [transactionOf({ id: 't' })],
});

type Settings = Omit<Parameters<typeof inputsHash>[0], 'portfolio'>;
const settings: Settings = {
  config: configOf(),
  asOf: '2026-11-22',
  edits: [],
  depth: { basis: 'users', appIds: [1] },
  decisions: [],
};

function hash(portfolio: Portfolio, changed: Partial<Settings> = {}): string {
  return inputsHash({ portfolio, ...settings, ...changed });
}

/** Another value of the same kind as the one given. */
function changed(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'boolean') return !value;
  return Array.isArray(value) ? [...value, lineOf({ name: 'more' })] : invalid('changed');
}

function variants<Row extends object>(rows: readonly Row[]): Row[] {
  return rows.flatMap((row) =>
    Object.entries(row).map(([key, value]) => ({ ...row, [key]: changed(value) })),
  );
}

describe('the hash of the inputs', () => {
  it('is sixteen hexadecimal digits', () => {
    expect(hash(base)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('changes with every field of every record', () => {
    const all: Portfolio[] = [
      ...variants(base.apps).map((app) => ({ ...base, apps: [app] })),
      ...variants(base.contracts).map((contract) => ({ ...base, contracts: [contract] })),
      ...variants(base.people).map((person) => ({ ...base, people: [person] })),
      ...variants(base.transactions).map((transaction) => ({ ...base, transactions: [transaction] })),
      ...variants(base.appUsers.get(1) ?? [])
        .filter(({ licenses }) => licenses.length === 0)
        .map((user) => ({ ...base, appUsers: new Map([[1, [user]]]) })),
      ...variants([lineOf({})]).map((line) => ({
        ...base,
        apps: [appOf({ id: 1, licenses: licensesOf({ lines: [line] }) })],
      })),
    ];
    const hashes = new Set([base, ...all].map((portfolio) => hash(portfolio)));
    expect(hashes.size).toBe(all.length + 1);
    expect(all.length).toBeGreaterThan(50);
  });

  it('changes with the day, the assumptions, the edits, the decisions and the depth', () => {
    const edit = { appId: 1, action: 'retire', by: 'Procurement', at: '2026-11-20' } as const;
    const hashes = [
      hash(base),
      hash(base, { asOf: '2026-11-23' }),
      hash(base, { config: configOf({ thresholds: { inactiveDays: 91 } }) }),
      hash(base, { edits: [edit] }),
      hash(base, { decisions: [{ id: 'app/1', verdict: 'rejected' }] }),
      hash(base, { depth: { basis: 'aggregate', appIds: [] } }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('tells missing from empty and from nothing', () => {
    const values = [
      known(''),
      known('0'),
      { kind: 'missing', reason: 'empty' },
      { kind: 'missing', reason: 'absent' },
      { kind: 'invalid', raw: '' },
    ] as const;
    const hashes = values.map((vendor) => hash(portfolioOf({ apps: [{ ...appOf({ id: 1 }), vendor }] })));
    expect(new Set(hashes).size).toBe(values.length);
  });

  it('does not see users of an app that was only looked at', () => {
    const users = new Map([...base.appUsers, [2, [appUserOf({ appId: 2, personId: 5 })]]]);
    expect(hash({ ...base, appUsers: users })).toBe(hash(base));
  });

  it('does not see when or in how many pages the records were read', () => {
    const completeness = base.completeness.map((entry) => ({
      ...entry,
      pages: 9,
      fetchedAt: '2020-01-01T00:00:00Z',
    }));
    expect(hash({ ...base, completeness })).toBe(hash(base));
  });
});
