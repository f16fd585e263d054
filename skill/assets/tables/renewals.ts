import { deadlineBuckets } from '../../analysis/contract.ts';
import { questionLimits } from '../../analysis/analyze.ts';

/** The buckets of renewals, which count days to the notice deadline and not to the end of the term. */
export function bucketsLine(): string[] {
  const graded = deadlineBuckets.map(({ bucket }) => `\`${bucket}\``);
  return [
    `By days to the notice deadline: \`missed\` · ${graded.join(' · ')} · \`later\`; without one: \`rolling\` (auto-renews, no end) · \`no-date\`; over: \`ended\`.`,
  ];
}

/** What the three first questions count. */
export function questionsLine(): string[] {
  const { manyUsers, soonDays } = questionLimits;
  return [
    `Many users: more than ${manyUsers} active users. Renewing soon: the term ends within ${soonDays} days, whatever the notice deadline.`,
  ];
}
