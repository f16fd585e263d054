import { counted } from '../../parts/text.ts';
import { removedCount, type Assumptions, type WhatIf } from './what-if.ts';

/** What was changed on this page, each in a few words. */
export function whatIfWords({ edits, decisions, assumptions, removed }: WhatIf): string[] {
  const gone = removedCount(removed);
  return [
    ...(edits.length > 0 ? [counted(edits.length, 'app planned', 'apps planned')] : []),
    ...(decisions.length > 0 ? [counted(decisions.length, 'decision')] : []),
    ...(gone > 0 ? [counted(gone, 'entry removed', 'entries removed')] : []),
    ...assumptionWords(assumptions),
  ];
}

export function assumptionWords(assumptions: Assumptions): string[] {
  const { inactiveDays, policy, percent, seats, hires, noticeDays, leadDays } = assumptions;
  return [
    ...(policy === undefined ? [] : [`right-sizing by ${policyNames[policy].toLowerCase()}`]),
    ...(percent === undefined ? [] : [`right-sizing at ${percent}%`]),
    ...(seats === undefined ? [] : [counted(seats, 'spare seat')]),
    ...(hires === undefined ? [] : [counted(hires, 'hire')]),
    ...(inactiveDays === undefined ? [] : [`inactive after ${counted(inactiveDays, 'day')}`]),
    ...(noticeDays === undefined ? [] : [`notice ${counted(noticeDays, 'day')} where unknown`]),
    ...(leadDays === undefined ? [] : [counted(leadDays, 'lead day')]),
  ];
}

export const policyNames = {
  buffer: 'Buffer',
  seats: 'Spare seats',
  targetUtilisation: 'Target utilization',
} as const satisfies Readonly<Record<NonNullable<Assumptions['policy']>, string>>;
