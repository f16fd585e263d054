import type { Analysis } from '../../../../skill/analysis/contract.ts';
import type { Part, Sentence } from '../../../../skill/report/texts.ts';
import { formatCounted } from '../../../parts/text.ts';

type Renewal = Analysis['renewals'][number];

/** What happens if nothing is done by the last safe date; null where no contract decides it. */
export function undoneWords(renewal: Renewal | null): Sentence | null {
  if (renewal === null) return null;
  const { contractId, bucket, termEnd, autoRenew, ifMissed } = renewal;
  if (bucket === 'ends') {
    return termEnd === null
      ? ['Ends by itself: sign only what is needed.']
      : [
          'Ends by itself on ',
          { date: termEnd, fact: `renewal/${contractId}/termEnd` },
          ': sign only what is needed.',
        ];
  }
  if (ifMissed !== null) return renewedWords(renewal, ifMissed);
  if (autoRenew === null) return ['If nothing is done: whether it renews by itself is not recorded.'];
  return autoRenew ? ['If nothing is done: it renews; for how long is not recorded.'] : null;
}

/** "If nothing is done: renews for 12 months, $14,140 to Jan 27, 2028, with idle seats that cost $1,414 a year." */
function renewedWords(
  { contractId, renewalTermMonths }: Renewal,
  { committedUntil, committedAmount, wasteAnnual }: NonNullable<Renewal['ifMissed']>,
): Sentence {
  const fact = `renewal/${contractId}/ifMissed`;
  const term = renewalTermMonths === null ? '' : ` for ${formatCounted(renewalTermMonths, 'month')}`;
  const until: Part[] = [' to ', { date: committedUntil, fact: `${fact}/committedUntil` }];
  const waste: Part[] =
    wasteAnnual === null || wasteAnnual === 0
      ? []
      : [', with idle seats that cost ', { money: wasteAnnual, fact: `${fact}/wasteAnnual` }, ' a year'];
  return [
    `If nothing is done: renews${term}`,
    ...(committedAmount === null
      ? []
      : [', ', { money: committedAmount, fact: `${fact}/committedAmount` } satisfies Part]),
    ...until,
    ...waste,
    '.',
  ];
}
