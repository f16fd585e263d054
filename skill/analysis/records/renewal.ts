import type { Contract, ContractClass } from '../../mapping/portfolio.ts';
import { unreadable } from './cost.ts';
import type { FieldTable, RecordField } from './field.ts';
import {
  id,
  text,
  date,
  flag,
  maybeId,
  maybeText,
  maybeDate,
  maybeCount,
  maybeFlag,
  maybeMoney,
  maybeYearly,
  oneOf,
  recordOf,
} from './rows.ts';

export const buckets = [
  'missed',
  '0-30',
  '31-60',
  '61-90',
  '91-120',
  'later',
  'rolling',
  'ends',
  'no-date',
  'ended',
  'superseded',
] as const;

/** A field that is read from fields of the contract. */
type RenewalField = RecordField & { readonly from?: readonly (keyof Contract)[] };

const ifMissed = {
  committedUntil: {
    ...date,
    how: 'The end of the next term if no notice is given.',
    from: ['termStart', 'termEnd', 'renewalTermMonths'],
  },
  committedAmount: {
    ...maybeMoney,
    how: 'Annual value × the renewal term in months ÷ 12.',
    from: ['annualValue', 'totalValue', 'renewalTermMonths'],
  },
  wasteAnnual: {
    ...maybeYearly,
    how: 'What the idle seats of the app cost a year; of an app with several contracts, in proportion to their annual values.',
    from: ['annualValue'],
  },
} as const satisfies Readonly<Record<string, RenewalField>>;

/** A field that holds something which cannot be read, as it is recorded. */
export const renewalFields = {
  contractId: id,
  appId: maybeId,
  appName: { ...maybeText, from: ['appId'] },
  name: text,
  status: maybeText,
  termStart: maybeDate,
  termEnd: {
    ...maybeDate,
    how: 'As recorded; an auto-renewing contract past its end is rolled forward by whole terms, counted from its start.',
    from: ['termStart', 'termEnd', 'autoRenew', 'renewalTermMonths'],
  },
  noticeDays: {
    ...maybeCount,
    how: 'As recorded, else the default of the mapping; months are the days they make before the term end.',
  },
  /** Null where the notice is recorded in days. */
  noticeMonths: { ...maybeCount, label: 'notice in months', from: ['noticeDays'] },
  noticeAssumed: flag,
  deadline: {
    ...maybeDate,
    label: 'notice deadline',
    how: 'The recorded cancellation deadline, moved to the present term, or the term end less the notice period, whichever is earlier; months count on the calendar.',
    from: ['cancelBy', 'termEnd', 'noticeDays'],
  },
  /** After the status class: a cancelled contract, or one renewed by another contract, does not auto-renew. */
  autoRenew: { ...maybeFlag, label: 'auto-renews' },
  renewalTermMonths: { ...maybeCount, label: 'renewal term in months' },
  statusClass: {
    ...oneOf(['pipeline', 'active', 'ending', 'superseded', 'ended'] satisfies ContractClass[]),
    label: 'status class',
    how: 'What the status means, by the mapping or by its word.',
    from: ['status'],
  },
  bucket: {
    ...oneOf(buckets),
    label: 'days to deadline',
    how: 'Days from the analysis date to the deadline; what does not auto-renew ends, and what another contract renews is superseded when that one starts.',
    from: ['cancelBy', 'termEnd', 'noticeDays', 'autoRenew', 'status', 'termStart'],
  },
  /** The contract that renews this one. */
  supersededBy: { ...maybeId, label: 'renewed by contract' },
  /** The contract of which this is a copy, and which is counted instead. */
  duplicateOf: { ...maybeId, label: 'copy of contract' },
  annualValue: { ...maybeYearly, label: 'value' },
  earliestExit: {
    ...maybeDate,
    how: 'Term end while the deadline can be met or nothing renews; after a missed deadline, one renewal term later.',
    from: ['termEnd', 'cancelBy', 'noticeDays', 'autoRenew', 'renewalTermMonths'],
  },
  /** What it costs to let the deadline pass; null where there is none to miss, or it has passed. */
  ifMissed: { ...recordOf(ifMissed), nullable: true },
  unreadable: unreadable,
  /** The part of the app's hard saving that hangs on this contract; null where that cannot be told. */
  savingAnnual: {
    ...maybeYearly,
    label: 'leaves the bill',
    how: 'What leaves the bill of the app; of an app with several contracts, in proportion to their annual values.',
    from: ['annualValue'],
  },
  /** In words and stable: "rolled", "record out of date", "deadlines disagree", … */
  flags: { kind: 'list', of: text },
} as const satisfies Readonly<Record<string, RenewalField>> & FieldTable;
