import { canonicalFields, fieldPath, type AppField, type ContractField } from '../../mapping/mapping.ts';
import { markdownTable } from '../../report/texts.ts';

const meaning: Readonly<Record<AppField | ContractField, string>> = {
  spend12m: 'Spend of 12 months; needs `unit` and says its `window`.',
  owner: 'Who answers for the app.',
  category: 'What kind of app it is; only a screen for overlaps.',
  vendor: 'Who sells it.',
  activeUsers: 'People who used it lately, as Torii counts them.',
  lastUsedAt: 'Newest usage record of the app.',
  termStart: 'First day of the term.',
  termEnd: 'Last day of the term; “renewing” means this date.',
  noticeDays: 'Days of cancellation notice before the end of the term.',
  cancelBy: 'Cancellation deadline as recorded; where it and the notice days disagree, the earlier counts.',
  autoRenew: 'Whether the contract auto-renews.',
  renewalTermMonths: 'For how many months it renews.',
  annualValue: 'What the contract costs a year; needs `unit`.',
  totalValue: 'What the whole term costs; needs `unit`; annualised by the term.',
  seats: 'Seats purchased.',
  commitSeats: 'Seats that may not be given up before the term ends.',
  unitPrice: 'Price of one seat; needs `unit` and `period`.',
};

export function canonicalFieldsTable(): string[] {
  const rows = canonicalFields.map((field) => [
    `\`${fieldPath(field)}\``,
    isDescribed(field.field) ? meaning[field.field] : '',
    field.form,
    field.own.map((key) => `\`${key}\``).join(', ') || 'differs by tenant',
  ]);
  return markdownTable(['Path in the mapping', 'Meaning', 'Form', "Torii's own key"], rows);
}

function isDescribed(field: string): field is keyof typeof meaning {
  return Object.hasOwn(meaning, field);
}
