import { formatCounted } from '../../parts/text.ts';
import { removedCount, type TriedAssumptions, type WhatIf } from './what-if.ts';

/** What was changed on this page, each in a few words. */
export function whatIfWords({ edits, decisions, assumptions, removed }: WhatIf): string[] {
  const gone = removedCount(removed);
  return [
    ...(edits.length > 0 ? [formatCounted(edits.length, 'app planned', 'apps planned')] : []),
    ...(decisions.length > 0 ? [formatCounted(decisions.length, 'decision')] : []),
    ...(gone > 0 ? [formatCounted(gone, 'entry removed', 'entries removed')] : []),
    ...assumptionWords(assumptions),
  ];
}

export function assumptionWords(assumptions: TriedAssumptions): string[] {
  const { inactiveDays, policy, percent, seats, hires, noticeDays, leadDays } = assumptions;
  return [
    ...(policy === undefined ? [] : [`right-sizing by ${policyNames[policy].toLowerCase()}`]),
    ...(percent === undefined ? [] : [`right-sizing at ${percent}%`]),
    ...(seats === undefined ? [] : [formatCounted(seats, 'spare seat')]),
    ...(hires === undefined ? [] : [formatCounted(hires, 'hire')]),
    ...(inactiveDays === undefined ? [] : [`inactive after ${formatCounted(inactiveDays, 'day')}`]),
    ...(noticeDays === undefined ? [] : [`notice ${formatCounted(noticeDays, 'day')} where unknown`]),
    ...(leadDays === undefined ? [] : [formatCounted(leadDays, 'lead day')]),
  ];
}

export const policyNames = {
  buffer: 'Buffer',
  seats: 'Spare seats',
  targetUtilisation: 'Target utilization',
} as const satisfies Readonly<Record<NonNullable<TriedAssumptions['policy']>, string>>;
