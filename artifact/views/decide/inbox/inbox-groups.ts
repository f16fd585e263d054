import type { InboxItem } from '../../../../skill/report/texts.ts';

type Step = InboxItem['step'];

export interface InboxGroup {
  readonly step: Step;
  readonly title: string;
  readonly items: readonly InboxItem[];
}

/** In the order of the one ranking. */
export const stepTitles: Readonly<Record<Step, string>> = {
  week: 'This week',
  month: 'Next 30 days',
  quarter: 'Next 90 days',
  later: 'Later',
  any: 'Can start any day',
};

/** Decisions by when they are due; steps without any are left out. */
export function inboxGroups(items: readonly InboxItem[]): InboxGroup[] {
  const groups = new Map<Step, InboxItem[]>();
  for (const item of items) {
    const group = groups.get(item.step);
    if (group === undefined) groups.set(item.step, [item]);
    else group.push(item);
  }
  return [...groups].map(([step, own]) => ({ step, title: stepTitles[step], items: own }));
}
