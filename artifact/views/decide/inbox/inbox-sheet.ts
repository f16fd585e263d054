import type { Analysis } from '../../../../skill/analysis/contract.ts';
import { givingUp, type InboxItem, plainText } from '../../../../skill/report/texts.ts';
import type { Sheet } from '../../../../skill/report/files.ts';
import { moneyCell } from '../../figure-columns.tsx';

/** What must be decided, as a file, in the order of the screen. */
export function inboxSheet(items: readonly InboxItem[], analysis: Analysis): Sheet {
  const { currency } = analysis;
  return {
    title: 'To decide',
    header: [
      'App',
      'Consider',
      'Last safe date',
      `Saved, ${currency} a year`,
      `Renews, ${currency} a year`,
      'Confidence',
    ],
    rows: items.map((item) => [
      item.name,
      considered(item, analysis),
      item.lastSafeDate,
      moneyCell(item.hardAnnual, currency),
      moneyCell(item.annualValue, currency),
      item.confidence,
    ]),
    notes: [],
  };
}

/** What to consider, as a text without amounts of its own. */
function considered({ appId, hardAnnual }: InboxItem, analysis: Analysis): string {
  if (hardAnnual === null || appId === null) return 'whether to renew';
  return plainText(givingUp(appId, analysis), analysis.currency);
}
