import type { TenantMapping } from '../../mapping/mapping.ts';
import { markdownTable } from '../../report/texts.ts';
import { defaultMapping } from './default-mapping.ts';

type Threshold = Exclude<keyof TenantMapping['thresholds'], 'perApp'>;

const thresholdMeaning: Readonly<Record<Threshold, string>> = {
  inactiveDays: 'A seat unused for longer is inactive (at user depth).',
  graceDays: 'A seat created in the app more recently is in its grace period.',
  noticeNearDays: 'A notice deadline within these days is near.',
  smallGroup: 'Groups of fewer people are not shown apart.',
  overlapContainment: 'Share of the smaller app’s people who use both, from which an overlap is confirmed.',
  spendVariancePercent: 'Contract and spend that differ by this much raise a finding.',
  priceOutlierRatio: 'Prices of a seat that differ by this factor raise a finding.',
  staleUsageDays: 'Usage records older than this carry no saving.',
};

type RightSizing = Exclude<keyof TenantMapping['rightSizing'], 'perApp'>;

const rightSizingMeaning: Readonly<Record<RightSizing, string>> = {
  policy:
    '`buffer`: kept + percent, rounded up, + hires · `seats`: kept + seats · `targetUtilisation`: kept ÷ percent.',
  percent: 'Buffer, or target utilization.',
  seats: 'Spare seats under the policy `seats`.',
  hires: 'Seats for people who will join, under the policy `buffer`.',
};

const defaultMeaning: Readonly<Record<keyof TenantMapping['defaults'], string>> = {
  noticeDays: 'Notice period where a contract states none; `null` = assume nothing.',
  autoRenew: 'Renewal where a contract states none; `null` = assume nothing.',
  leadDays: 'Days a person needs before a deadline to act on it.',
};

export function thresholdsTable(): string[] {
  const { thresholds, rightSizing, defaults } = defaultMapping;
  return markdownTable(
    ['Key of the mapping', 'Default', 'Meaning'],
    [
      ...rowsOf('thresholds', thresholdMeaning, thresholds),
      ...rowsOf('rightSizing', rightSizingMeaning, rightSizing),
      ...rowsOf('defaults', defaultMeaning, defaults),
    ],
  );
}

function rowsOf<Key extends string>(
  section: string,
  meaning: Readonly<Record<Key, string>>,
  values: Readonly<Record<Key, unknown>>,
): string[][] {
  return Object.entries<string>(meaning).map(([key, text]) => [
    `\`${section}.${key}\``,
    `\`${JSON.stringify(Reflect.get(values, key))}\``,
    text,
  ]);
}
