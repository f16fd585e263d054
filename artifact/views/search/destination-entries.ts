import type { Route } from '../route.ts';
import type { Entry } from './entry.ts';

function place(
  text: string,
  destination: Route['destination'],
  segment: string | null,
  further: string,
): Entry {
  return {
    id: `place/${text}`,
    kind: 'view',
    text,
    to: { destination, segment },
    words: ` ${`${text} ${further}`.toLowerCase()}`,
  };
}

/** The places of the page, each with the words by which people look for it. */
export const destinationEntries: readonly Entry[] = [
  place(
    'Decide',
    'decide',
    null,
    'home start headline decisions what changed since last month before compare',
  ),
  place('Inbox', 'decide', 'inbox', 'to decide this week deadlines'),
  place('Renewals', 'decide', 'renewals', 'contracts notice deadlines renewing ending timeline'),
  place('Review', 'decide', 'review', 'judge findings nobody responsible'),
  place('Spend', 'spend', 'overview', 'overview cost money top apps categories vendors owners'),
  place('Apps', 'spend', 'apps', 'all list'),
  place('Licenses', 'spend', 'licenses', 'seats idle unused utilization heat map'),
  place('Overlap', 'spend', 'overlap', 'duplicate same people redundant'),
  place('Plan', 'plan', null, 'what if scenario saving levers utilization buffer hires'),
  place('Data', 'data', null, 'completeness mapping calls proof read only depth audit sources'),
];
