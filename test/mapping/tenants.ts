/** Three tenants that keep the same things in different places, and what a draft should make of them. */
import type { JsonObject } from '../../skill/torii/base/json.ts';
import type { TenantRecords } from '../../skill/torii/base/records.ts';
import { definition, recordsWith, rows } from './sample.ts';

interface Expected {
  readonly keys: Readonly<Record<string, string>>;
  readonly absent: readonly string[];
  readonly units: Readonly<Record<string, { unit: 'minor' | 'major'; confirmed: boolean }>>;
  readonly view: string | null;
  readonly currency: string;
}

interface AwkwardTenant {
  readonly records: TenantRecords;
  readonly expected: Expected;
}

const teams = ['Finance', 'Engineering', 'Sales', 'People'];

function license(cost: number, currency: string): JsonObject {
  return { summary: { totalAmount: 10, annualCost: { value: cost, currency } }, types: [] };
}

/** Keys are numbers with a prefix; only labels speak. Money is in major units, as numbers. */
function labeled(): AwkwardTenant {
  const apps = rows(30, (index) => ({
    id: index + 1,
    name: `App ${index}`,
    expenses: 120_000 + index,
    activeUsersCount: index,
    lastVisitTime: '2026-11-01T00:00:00.000Z',
    category: 'Chat',
    primaryOwner: index % 2 === 0 ? null : { id: index, fullName: 'Ada Example' },
    licenses: index % 2 === 0 ? license(120_000, 'USD') : null,
  }));
  const contracts = rows(20, (index) => ({
    id: 100 + index,
    idApp: index + 1,
    startDate: '2026-01-01',
    endDate: '2026-12-31',
    c_field_1: 1200 + index,
    c_field_2: index % 3 === 0 ? null : 30,
    c_field_3: index % 2 === 0 ? 'Yes' : 'No',
    c_field_4: index + 10,
    c_field_5: 'Notice was sent by mail',
    c_field_6: '2026-11-01',
    amount: { value: 120_000, currency: 'USD' },
  }));
  const users = rows(40, (index) => ({
    id: index,
    email: `p${index}@example.com`,
    lifecycleStatus: 'active',
    hrf_77: teams[index % 4] ?? '',
    hrf_78: `E-${index}`,
  }));
  const fields = [
    definition('contract', 'c_field_1', 'Yearly Cost', 'number'),
    definition('contract', 'c_field_2', 'Cancellation Notice Period (days)', 'number'),
    definition('contract', 'c_field_3', 'Auto-Renewal', 'dropdown'),
    definition('contract', 'c_field_4', 'Number of Licenses', 'number'),
    definition('contract', 'c_field_5', 'Notice comments', 'multiLine'),
    definition('contract', 'c_field_6', 'Cancellation Deadline', 'datePicker'),
    definition('user', 'hrf_77', 'Business Unit', 'dropdown', 12),
    definition('user', 'hrf_78', 'Employee Number'),
  ];
  return {
    records: recordsWith({ apps, contracts, users, fields, organization: { companyName: 'Brindle' } }),
    expected: {
      keys: {
        'app.spend12m': 'expenses',
        'app.owner': 'primaryOwner',
        'contract.termEnd': 'endDate',
        'contract.annualValue': 'c_field_1',
        'contract.totalValue': 'amount',
        'contract.noticeDays': 'c_field_2',
        'contract.autoRenew': 'c_field_3',
        'contract.seats': 'c_field_4',
        'contract.cancelBy': 'c_field_6',
      },
      absent: ['contract.unitPrice', 'contract.commitSeats', 'contract.renewalTermMonths'],
      units: {
        'fields.app.spend12m': { unit: 'minor', confirmed: true },
        'fields.contract.annualValue': { unit: 'major', confirmed: true },
        'fields.contract.totalValue': { unit: 'minor', confirmed: true },
      },
      view: 'hrf_77',
      currency: 'USD',
    },
  };
}

/** No field tool at all, older key names, epoch dates, and money as text. */
function unlabeled(): AwkwardTenant {
  const apps = rows(25, (index) => ({
    id: index + 1,
    name: `App ${index}`,
    users: index,
    lastUsageTime: 1_790_000_000_000 + index,
    expenses: 5000 * index,
    vendor: 'Vendor',
    vendorRiskScore: 3,
  }));
  const contracts = rows(15, (index) => ({
    id: 200 + index,
    idApp: index + 1,
    currency: 'EUR',
    c_contractStartDate_3: '2026-02-01',
    c_expirationDate_9: '2027-01-31',
    ccf_noticePeriodInDays: '60 days',
    c_noticeSentDate_2: '2026-01-01',
    annualCost: '12,000.50',
    pricePerSeatMonthly: 12.5,
    seatsPurchased: 80,
    minimumSeats: 50,
    autoRenewal: 'auto',
    renewalTermMonths: 12,
  }));
  const users = rows(20, (index) => ({
    id: index,
    lifecycleStatus: index < 15 ? 'active' : 'offboarded',
    department: index < 15 ? (teams[index % 3] ?? '') : null,
    city: 'Leeds',
  }));
  return {
    records: recordsWith({ apps, contracts, users }),
    expected: {
      keys: {
        'app.activeUsers': 'users',
        'app.lastUsedAt': 'lastUsageTime',
        'app.vendor': 'vendor',
        'contract.termStart': 'c_contractStartDate_3',
        'contract.termEnd': 'c_expirationDate_9',
        'contract.noticeDays': 'ccf_noticePeriodInDays',
        'contract.annualValue': 'annualCost',
        'contract.unitPrice': 'pricePerSeatMonthly',
        'contract.seats': 'seatsPurchased',
        'contract.commitSeats': 'minimumSeats',
        'contract.autoRenew': 'autoRenewal',
        'contract.renewalTermMonths': 'renewalTermMonths',
      },
      absent: ['contract.cancelBy'],
      units: {
        'fields.app.spend12m': { unit: 'major', confirmed: false },
        'fields.contract.annualValue': { unit: 'major', confirmed: true },
        'fields.contract.unitPrice': { unit: 'major', confirmed: true },
      },
      view: 'department',
      currency: 'EUR',
    },
  };
}

/** German labels, yen, no users, and a cost centre on the app. */
function foreign(): AwkwardTenant {
  const apps = rows(20, (index) => ({
    id: index + 1,
    name: `App ${index}`,
    ausgaben: 100_000,
    c_kostenstelle_4: `K${index % 3}`,
    expenses: null,
  }));
  const contracts = rows(12, (index) => ({
    id: 300 + index,
    idApp: index + 1,
    currency: 'JPY',
    endDate: '2027-03-31',
    c_11: 90,
    c_12: 600_000,
    c_13: 'nein',
    c_14: 25,
  }));
  const fields = [
    definition('app', 'c_kostenstelle_4', 'Kostenstelle', 'dropdown'),
    definition('contract', 'c_11', 'Kündigungsfrist (Tage)', 'number'),
    definition('contract', 'c_12', 'Jahreskosten', 'currency'),
    definition('contract', 'c_13', 'Automatische Verlängerung', 'dropdown'),
    definition('contract', 'c_14', 'Anzahl Lizenzen', 'number'),
  ];
  return {
    records: recordsWith({ apps, contracts, fields, organization: { currency: 'JPY' } }),
    expected: {
      keys: {
        'contract.termEnd': 'endDate',
        'contract.noticeDays': 'c_11',
        'contract.annualValue': 'c_12',
        'contract.seats': 'c_14',
        'contract.autoRenew': 'c_13',
      },
      absent: [],
      units: { 'fields.contract.annualValue': { unit: 'minor', confirmed: true } },
      view: 'c_kostenstelle_4',
      currency: 'JPY',
    },
  };
}

export const awkwardTenants = {
  'labels without meaning in their keys': labeled(),
  'no definitions, older keys': unlabeled(),
  'another language, no minor unit': foreign(),
} as const satisfies Record<string, AwkwardTenant>;
