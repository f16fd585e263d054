/**
 * Figures written as words: "forty percent", "half a million", "two thirds". Alone, "one", "second" and
 * "quarter" mostly count nothing, so they are figures only beside another.
 */
const small =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const large = 'dozens?|hundreds?|thousands?|millions?|billions?';
const parts = 'thirds?|quarters?|fifths?|sixths?|eighths?|tenths?';
const units = 'percent|per cent';

const figures = new RegExp(
  [
    `(?:half|(?:a|one|${small})[- ](?:${parts}))(?= (?:of|a|an|the|its|their)\\b)(?: (?:a|an) (?:${large}))?`,
    `(?:(?:a|one|${small}|several|half a)[- ])?(?:${large})(?:[- ](?:${units}))?`,
    `(?:one|${small})(?:[- ](?:one|${small}|${large}))*(?:[- ](?:${units}))`,
    `(?:${small})(?:[- ](?:one|${small}|${large}))*`,
    'halved|doubled|tripled|quadrupled|twofold|threefold|tenfold|(?:twice|thrice)(?= (?:as|the)\\b)',
  ]
    .map((form) => `(?<![\\p{L}\\p{N}-])(?:${form})(?![\\p{L}\\p{N}-])`)
    .join('|'),
  'giu',
);

export function numberWordsIn(line: string): string[] {
  return [...line.matchAll(figures)].map(([text]) => text);
}
