import type { Contract } from '../../mapping/portfolio.ts';
import type { FieldTable, RecordField } from './field.ts';
import {
  id,
  text,
  flag,
  maybeId,
  maybeText,
  maybeDate,
  maybeCount,
  maybeFlag,
  maybeYearly,
  oneOf,
} from './rows.ts';

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
  contractId: id,
  appId: maybeId,
  appName: { ...maybeText, from: ['appId'] },
  name: text,
  status: maybeText,
  termStart: maybeDate,
  termEnd: {
    ...maybeDate,
    how: 'As recorded; an auto-renewing contract past its end is rolled forward by whole terms.',
    from: ['termEnd', 'autoRenew', 'renewalTermMonths'],
  },
  noticeDays: { ...maybeCount, how: 'As recorded, else the default of the mapping.' },
  noticeAssumed: flag,
  deadline: {
    ...maybeDate,
    label: 'notice deadline',
    how: 'The recorded cancellation deadline or the term end less the notice days, whichever is earlier.',
    from: ['cancelBy', 'termEnd', 'noticeDays'],
  },
  autoRenew: { ...maybeFlag, label: 'auto-renews' },
  renewalTermMonths: { ...maybeCount, label: 'renewal term in months' },
  bucket: {
    ...oneOf(buckets),
    label: 'days to deadline',
    how: 'Days from the analysis date to the deadline.',
    from: ['cancelBy', 'termEnd', 'noticeDays'],
  },
  annualValue: { ...maybeYearly, label: 'value' },
  earliestExit: {
    ...maybeDate,
    how: 'Term end while the deadline can be met or nothing renews; after a missed deadline, one renewal term later.',
    from: ['termEnd', 'cancelBy', 'noticeDays', 'autoRenew', 'renewalTermMonths'],
  },
  /** In words and stable: "rolled", "record out of date", "deadlines disagree", … */
  flags: { kind: 'list', of: text },
} as const satisfies Readonly<Record<string, RenewalField>> & FieldTable;
