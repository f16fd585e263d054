/** Licenses as tenants really keep them: each is one example of a kind that other tests hold in general. */
import { describe, expect, it } from 'vitest';
import { account, licensesWith, line, reportOf, type SeatTenant } from './seat-tenant.ts';

interface Situation {
  readonly tenant: SeatTenant;
  readonly totals?: object;
  readonly seats?: object;
  /** Of lines by name. */
  readonly lines?: Readonly<Record<string, object>>;
  /** Findings that must be there, by type, and what their text says. */
  readonly finds?: Readonly<Record<string, object>>;
  readonly findsNo?: readonly string[];
}

const lately = '2026-06-24T10:00:00.000Z';
const long = '2025-11-02T10:00:00.000Z';
const full = line('Full', [100, 95, 5, 0], 150_000);
const bought = { c_cost: 21_600, c_seats: 50, c_price: 432 };

const situations: Readonly<Record<string, Situation>> = {
  'free plans report ten thousand and a million seats': {
    tenant: {
      licenses: licensesWith([1_010_050, 57, 0, 1_009_993], null, [
        line('E3', [50, 45, 0, 5], 21_600),
        line('Flow free', [10_000, 12, 0, 9_988]),
        line('Ad hoc', [1_000_000, 0, 0, 1_000_000]),
      ]),
      contract: bought,
    },
    totals: { hardSavingAnnual: '0.00', wasteAnnual: '2160.00' },
    seats: { purchased: 50, unassigned: 5 },
    lines: {
      E3: { unlimited: false, unitPrice: '432.00' },
      'Flow free': { unlimited: true, purchased: 10_000, active: 12, unitPrice: null },
    },
  },
  'a site license is recorded as nines, with a price of its own': {
    tenant: {
      licenses: licensesWith([999_999_999, 150, 0, 999_999_849], 30_000, [
        line('Site', [999_999_999, 150, 0, 999_999_849], 30_000),
      ]),
    },
    totals: { baselineAnnual: '30000.00' },
    seats: { purchased: 0, unassigned: 0 },
    lines: { Site: { unlimited: true, purchased: 999_999_999 } },
    findsNo: ['unassigned', 'over-assigned'],
  },
  'a license without a limit says −1 or a word': {
    tenant: {
      licenses: licensesWith([50, 45, 0, 5], null, [
        line('E3', [50, 45, 0, 5], 21_600),
        line('Viewer', [-1, 12, 0, -1]),
        line('Guest', ['Unlimited', 3, 0, null]),
      ]),
      contract: bought,
    },
    totals: { wasteAnnual: '2160.00' },
    seats: { purchased: 50 },
    lines: {
      Viewer: { unlimited: true, purchased: null, active: 12 },
      Guest: { unlimited: true, purchased: null },
    },
    findsNo: ['invalid-value', 'seats-disagree'],
  },
  'only the summary has a cost: full and guest seats are never priced alike': {
    tenant: {
      licenses: licensesWith([440, 46, 0, 394], 48_000, [
        line('Full', [40, 36, 0, 4]),
        line('Guest', [400, 10, 0, 390]),
      ]),
    },
    totals: { hardSavingAnnual: '0.00', baselineAnnual: '48000.00' },
    lines: { Guest: { unitPrice: null, priceBasis: 'none' }, Full: { unitPrice: null, priceBasis: 'none' } },
  },
  'a free line lacks a count': {
    tenant: {
      licenses: licensesWith([1000, 195, 105, 700], 150_000, [
        full,
        line('Viewer', [900, 100, null, 700], 0),
      ]),
    },
    totals: { hardSavingAnnual: '0.00', wasteAnnual: '7500.00', baselineAnnual: '150000.00' },
    lines: {
      Full: { unitPrice: '1500.00', inactive: 5 },
      Viewer: { unitPrice: '0.00', priceBasis: 'free', unknown: 100 },
    },
  },
  'the summary counts a person on two lines once': {
    tenant: {
      licenses: licensesWith([1000, 194, 105, 700], 150_000, [full, line('Viewer', [900, 100, 100, 700], 0)]),
    },
    totals: { hardSavingAnnual: '0.00', wasteAnnual: '7500.00' },
    lines: { Full: { unitPrice: '1500.00' }, Viewer: { unitPrice: '0.00' } },
    finds: { 'seats-disagree': { queue: 'info' } },
  },
  'a contract of 500 seats, and a line that shows 50': {
    tenant: {
      licenses: licensesWith([50, 30, 0, 20], null, [line('Addon', [50, 30, 0, 20])]),
      contract: { c_cost: 360_000, c_seats: 500 },
    },
    totals: { wasteAnnual: '14400.00', hardSavingAnnual: '12240.00' },
    seats: { contracted: 500 },
    lines: { Addon: { unitPrice: '720.00', priceBasis: 'contract-seats' } },
    finds: {
      'seats-disagree': { queue: 'review', action: expect.stringMatching(/500 seats, the licenses 50\b/) },
      unassigned: { confidence: 'medium', seats: 20 },
    },
  },
  'a line without seats moves nothing': {
    tenant: {
      licenses: licensesWith([600, 200, 0, 400], 120_000, [
        line('Full', [100, 100, 0, 0], 120_000),
        line('Free', [500, 100, 0, 400], 0),
        line('Legacy', [0, 0, 0, 0], 0),
      ]),
      contract: { c_cost: 120_000, c_price: 100 },
      period: 'month',
    },
    totals: { hardSavingAnnual: '0.00', wasteAnnual: '0.00' },
    findsNo: ['unassigned'],
  },
  'twenty hires, one full line and one nearly idle at one price': {
    tenant: {
      licenses: licensesWith([200, 110, 0, 90], 200_000, [
        line('A', [100, 100, 0, 0], 100_000),
        line('B', [100, 10, 0, 90], 100_000),
      ]),
      rightSizing: { policy: 'buffer', percent: 0, hires: 20 },
    },
    totals: { hardSavingAnnual: '70000.00' },
  },
  'one line is short, another has seats to spare': {
    tenant: {
      licenses: licensesWith([250, 210, 0, 50], 72_000, [
        line('Enterprise', [50, 60, 0, 0], 60_000),
        line('Basic', [200, 150, 0, 50], 12_000),
      ]),
    },
    totals: { liabilityAnnual: '12000.00', hardSavingAnnual: '2100.00', wasteAnnual: '3000.00' },
    seats: { overAssigned: 10, unassigned: 50 },
    lines: { Enterprise: { overAssigned: 10 }, Basic: { overAssigned: 0, unassigned: 50 } },
    finds: { 'over-assigned': { amount: '12000.00', seats: 10 }, unassigned: { seats: 50 } },
  },
  'one person holds a user and an admin account': {
    tenant: {
      licenses: licensesWith([3, null, null, 0], 3_600, [line('Ent', [3, null, null, 0], 3_600)]),
      accounts: [
        account(501, lately, { id: 9001, email: 'u501@alder.example' }),
        account(501, long, { id: 9002, email: 'adm-u501@alder.example' }),
        account(502, lately, { id: 9003 }),
      ],
    },
    seats: { basis: 'users', active: 2, inactive: 1 },
  },
  'people and lines spell a license alike but for case and a blank': {
    tenant: {
      licenses: licensesWith([4, null, null, 0], 900, [
        line('Enterprise Plan', [3, null, null, 0], 720),
        line('Viewer', [1, null, null, 0], 180),
      ]),
      accounts: [
        account(501, lately, { licenses: [{ name: 'enterprise plan ' }, { name: 'Viewer' }] }),
        account(502, long, { licenses: [{ name: 'enterprise plan ' }] }),
        account(503, long, { licenses: [{ name: 'ENTERPRISE  PLAN' }] }),
      ],
    },
    seats: { basis: 'users' },
    lines: { 'Enterprise Plan': { inactive: 2, active: 1 }, Viewer: { active: 1 } },
    findsNo: ['seats-disagree'],
  },
  'people hold a license that no line is called': {
    tenant: {
      licenses: licensesWith([2, null, null, 0], 900, [line('Enterprise Plan', [2, null, null, 0], 900)]),
      accounts: [
        account(501, lately, { licenses: [{ name: 'E5' }] }),
        account(502, long, { licenses: [{ name: 'E5' }] }),
      ],
    },
    seats: { basis: 'summary', unknown: 2, inactive: 0 },
    finds: { 'seats-disagree': { queue: 'info', action: expect.stringContaining('“E5”') } },
  },
  'two people were seen yesterday and are deleted in one directory': {
    tenant: {
      licenses: licensesWith([3, null, null, 0], 3_600, [line('Agent', [3, null, null, 0], 3_600)]),
      accounts: [501, 502, 503].map((id) =>
        account(id, '2026-06-29T10:00:00Z', { isDeletedInIdentitySources: id < 503 }),
      ),
      people: [501, 502, 503].map((id) => ({
        id,
        lifecycleStatus: 'active',
        isDeletedInIdentitySources: id < 503,
      })),
    },
    totals: { hardSavingAnnual: '0.00' },
    seats: { departed: 0 },
    finds: { 'contradictory-usage': { queue: 'review', seats: 2, amount: null } },
    findsNo: ['departed'],
  },
  'no visit is unknown, a service account exempt, a new account in grace': {
    tenant: {
      licenses: licensesWith([4, null, null, 0], 480, [line('Plan', [4, null, null, 0], 480)]),
      accounts: [
        account(501, null),
        account(502, long),
        account(503, null, { creationTimeInApp: '2026-06-01T00:00:00Z' }),
        account(504, lately),
      ],
      exempt: [{ idUser: 502, reason: 'service account' }],
    },
    totals: { hardSavingAnnual: '0.00' },
    seats: { unknown: 1, exempt: 1, grace: 1, active: 1 },
  },
  'more people use the app than it has seats in use': {
    tenant: {
      licenses: licensesWith([11, 4, 7, 0], 1_100, [line('Creator', [11, 4, 7, 0], 1_100)]),
      app: { activeUsersCount: 11 },
    },
    finds: {
      inactive: {
        confidence: 'medium',
        action: expect.stringContaining('11 active people and 4 seats in use'),
      },
    },
  },
};

function rowsAt(report: unknown, path: string): Record<string, unknown>[] {
  const rows = path.split('.').reduce<unknown>((value, key) => Object(value)[key], report);
  return Array.isArray(rows) ? rows : [];
}

describe('licenses as they are kept', () => {
  it.each(Object.entries(situations))(
    '%s',
    (_, { tenant, totals = {}, seats = {}, lines = {}, finds = {}, findsNo = [] }) => {
      const report = reportOf(tenant);
      expect(report).toMatchObject({ totals, apps: [{ seats }] });
      const [app] = rowsAt(report, 'apps');
      for (const [name, expected] of Object.entries(lines)) {
        expect(rowsAt(app, 'seats.lines').find((row) => row.name === name)).toMatchObject(expected);
      }
      const findings = rowsAt(report, 'findings');
      for (const [type, expected] of Object.entries(finds)) {
        expect(findings.find((finding) => finding.type === type)).toMatchObject(expected);
      }
      expect(findings.map(({ type }) => type).filter((type) => findsNo.includes(String(type)))).toEqual([]);
      expect(rowsAt(report, 'selfAudit').filter(({ ok }) => ok !== true)).toEqual([]);
    },
  );
});
