import { describe, expect, it } from 'vitest';
import { diffSnapshots, type SnapshotDiff } from '../../skill/report/changes/snapshot-diff.ts';
import { takeSnapshot } from '../../skill/report/snapshot/snapshot.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import type { Completeness } from '../../skill/torii/base/records.ts';
import { complete, mappingWith, recordsWith } from '../mapping/sample.ts';

const mapping = mappingWith({
  fields: {
    app: { spend12m: { key: 'expenses', unit: 'minor' } },
    contract: {
      termEnd: { key: 'endDate' },
      annualValue: { key: 'yearly', unit: 'major' },
      seats: { key: 'seats' },
      unitPrice: { key: 'price', unit: 'major', period: 'month' },
    },
  },
});

interface Side {
  readonly apps?: readonly JsonObject[];
  readonly contracts?: readonly JsonObject[];
  readonly completeness?: readonly Completeness[];
}

function diff(before: Side, after: Side): SnapshotDiff {
  const [from, to] = [before, after].map((side) =>
    takeSnapshot(recordsWith({ completeness: [complete('apps', 1), complete('contracts', 1)], ...side })),
  );
  if (!from || !to) throw new Error('two sides give two snapshots');
  return diffSnapshots(from, to, mapping);
}

const box = { id: 1, name: 'Box', state: 'Sanctioned', expenses: 100 };
const deal = {
  id: 9,
  idApp: 1,
  name: 'Box 2026',
  status: 'active',
  endDate: '2026-12-31',
  yearly: 1200,
  seats: 100,
  price: 1,
};

describe('what changed', () => {
  it('is nothing between equal snapshots', () => {
    const side = { apps: [box], contracts: [deal] };
    expect(diff(side, side)).toMatchObject({
      apps: { added: [], removed: [], changed: [] },
      contracts: { added: [], removed: [], changed: [] },
      verified: [],
      incomplete: [],
    });
  });

  it('names new and removed records', () => {
    const result = diff({ apps: [box] }, { apps: [{ id: 2, name: 'Slack' }] });
    expect(result.apps).toMatchObject({
      added: [{ id: 2, name: 'Slack' }],
      removed: [{ id: 1, name: 'Box' }],
    });
  });

  it('gives each fact from and to, money as recorded and dates as dates', () => {
    const result = diff(
      { apps: [box], contracts: [deal] },
      {
        apps: [{ ...box, state: 'Closed', expenses: null }],
        contracts: [{ ...deal, endDate: '2027-12-31', yearly: 1500, currency: 'EUR' }],
      },
    );
    expect(result.apps.changed[0]?.changes).toEqual([
      { fact: 'state', from: 'Sanctioned', to: 'Closed' },
      { fact: 'spend12m', from: { minor: 100, currency: 'USD' }, to: null },
    ]);
    expect(result.contracts.changed[0]?.changes).toEqual([
      { fact: 'termEnd', from: '2026-12-31', to: '2027-12-31' },
      {
        fact: 'annualValue',
        from: { minor: 120_000, currency: 'USD' },
        to: { minor: 150_000, currency: 'EUR' },
      },
      { fact: 'unitPrice', from: { minor: 1200, currency: 'USD' }, to: { minor: 1200, currency: 'EUR' } },
    ]);
    expect(result.verified).toEqual([]);
  });

  it('takes no gap for a removal or an addition', () => {
    const denied = [complete('apps', 1), { ...complete('contracts', 0), status: 'denied' as const }];
    const lost = diff({ contracts: [deal] }, { contracts: [], completeness: denied });
    expect(lost.contracts.removed).toEqual([]);
    expect(lost.incomplete).toEqual(['contracts']);
    const found = diff({ contracts: [], completeness: denied }, { contracts: [deal] });
    expect(found.contracts.added).toEqual([]);
    expect(found.incomplete).toEqual(['contracts']);
  });
});

describe('verified savings', () => {
  it('are fewer seats and a lower price of the same contract', () => {
    const result = diff({ contracts: [deal] }, { contracts: [{ ...deal, seats: 80, price: 0.75 }] });
    expect(result.verified).toMatchObject([
      {
        appId: 1,
        contractId: 9,
        replaces: null,
        lever: 'price',
        from: 1200,
        to: 900,
        annual: { minor: 240_00 },
      },
      {
        appId: 1,
        contractId: 9,
        replaces: null,
        lever: 'seats',
        from: 100,
        to: 80,
        annual: { minor: 240_00 },
      },
    ]);
  });

  it('are found on the contract that took the place of another', () => {
    const next = { ...deal, id: 10, seats: 60, endDate: '2027-12-31' };
    const result = diff({ contracts: [deal] }, { contracts: [{ ...deal, status: 'closed' }, next] });
    expect(result.verified).toEqual([
      expect.objectContaining({ contractId: 10, replaces: 9, lever: 'seats', to: 60 }),
    ]);
  });

  it.each<[string, JsonObject[]]>([
    ['more seats', [{ ...deal, seats: 120 }]],
    ['seats that became unknown', [{ ...deal, seats: null }]],
    ['a price in another currency', [{ ...deal, price: 0.5, currency: 'EUR' }]],
    ['a closed contract', [{ ...deal, status: 'closed', seats: 10 }]],
    ['a second contract beside the first', [deal, { ...deal, id: 10, seats: 20 }]],
    [
      'two contracts in the place of one',
      [
        { ...deal, id: 10, seats: 20 },
        { ...deal, id: 11, seats: 20 },
      ],
    ],
    ['a contract of another app', [{ ...deal, id: 10, idApp: 2, seats: 20 }]],
  ])('are not: %s', (_name, contracts) => {
    expect(diff({ contracts: [deal] }, { contracts }).verified).toEqual([]);
  });
});
