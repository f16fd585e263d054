import {
  confidenceLevels,
  freshnessFactors,
  gateIdlePercent,
  priceFactors,
  staleFactor,
  usageSourceFactors,
  assumedFactor,
} from '../../analysis/contract.ts';
import { markdownTable } from '../../report/texts.ts';

const factors: readonly (readonly [basis: string, grades: string])[] = [
  ['Source of usage', gradesOf(usageSourceFactors)],
  ['Age of the newest usage record', freshness()],
  ['Source of the price', gradesOf(priceFactors)],
  ['Notice period or renewal assumed by the mapping', String(assumedFactor)],
];

export function confidenceTable(): string[] {
  return markdownTable(['What a finding rests on', 'Factor'], factors);
}

export function confidenceLevelsLine(): string[] {
  const { high, medium } = confidenceLevels;
  return [
    `Score = smallest factor × share of the seats or the money that has data. High from ${high}, medium from ${medium}, low below.`,
    `More than ${gateIdlePercent} % of the assigned seats idle on an indirect source of usage is not believed: the finding says "verify data" and saves nothing.`,
  ];
}

function gradesOf(table: Readonly<Record<string, number>>): string {
  return Object.entries(table)
    .map(([name, factor]) => `${name} ${factor}`)
    .join(' · ');
}

function freshness(): string {
  const graded = freshnessFactors.map(({ days, factor }) => `up to ${days} days ${factor}`);
  return [...graded, `older or unknown ${staleFactor}`].join(' · ');
}
