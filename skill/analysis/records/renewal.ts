import type { Contract } from '../../mapping/portfolio.ts';
import type { FieldTable, RecordField } from './field.ts';

export const buckets = [
  'missed',
  '0-30',
  '31-60',
  '61-90',
  '91-120',
  'later',
  'rolling',
  'no-date',
  'ended',
] as const;

/** A field that is read from fields of the contract. */
type RenewalField = RecordField & { readonly from?: readonly (keyof Contract)[] };

export const renewalFields = {
  contractId: { kind: 'id' },
  appId: { kind: 'id', nullable: true },
  appName: { kind: 'text', nullable: true, from: ['appId'] },
  name: { kind: 'text' },
  status: { kind: 'text', nullable: true },
  termStart: { kind: 'date', nullable: true },
  termEnd: {
    kind: 'date',
    nullable: true,
    how: 'As recorded; an auto-renewing contract past its end is rolled forward by whole terms.',
    from: ['termEnd', 'autoRenew', 'renewalTermMonths'],
  },
  noticeDays: { kind: 'count', nullable: true, how: 'As recorded, else the default of the mapping.' },
  noticeAssumed: { kind: 'flag' },
  deadline: {
    kind: 'date',
    nullable: true,
    how: 'The recorded cancellation deadline or the term end less the notice days, whichever is earlier.',
    from: ['cancelBy', 'termEnd', 'noticeDays'],
  },
  autoRenew: { kind: 'flag', nullable: true },
  renewalTermMonths: { kind: 'count', nullable: true },
  bucket: {
    kind: 'enum',
    values: buckets,
    how: 'Days from the analysis date to the deadline.',
    from: ['cancelBy', 'termEnd', 'noticeDays'],
  },
  annualValue: { kind: 'money', per: 'year', nullable: true, label: 'value' },
  earliestExit: {
    kind: 'date',
    nullable: true,
    how: 'Term end while the deadline can be met or nothing renews; after a missed deadline, one renewal term later.',
    from: ['termEnd', 'cancelBy', 'noticeDays', 'autoRenew', 'renewalTermMonths'],
  },
  /** In words and stable: "rolled", "record out of date", "deadlines disagree", … */
  flags: { kind: 'list', of: { kind: 'text' } },
} as const satisfies Readonly<Record<string, RenewalField>> & FieldTable;
