import type { Analysis, FindingType } from '../../../skill/analysis/contract.ts';
import { grouped } from '../../../skill/analysis/units.ts';
import { sentenceCase } from '../../parts/text.ts';
import type { ListedFinding } from '../findings/finding-item.tsx';

const titles: Partial<Record<FindingType, string>> = {
  'bundle-covered': 'Covered by a suite',
  'unsanctioned-paid': 'Unsanctioned, but paid for',
  'price-outlier': 'Price out of line',
  'spend-variance': 'Contract and spend differ',
  'closed-but-paid': 'Closed, but paid for',
  'hidden-but-paid': 'Hidden, but paid for',
  'ended-with-spend': 'Ended, but still spent on',
  'duplicate-suspect': 'Perhaps recorded twice',
  overlap: 'Apps that overlap',
  'over-assigned': 'More seats assigned than bought',
  inactive: 'Unused seats, usage in doubt',
  downgrade: 'Perhaps on too high a tier',
};

/** Without an owner nobody can judge the rest, so these come first, as one kind. */
const ownership: ReadonlySet<FindingType> = new Set(['no-owner', 'owner-departed']);
const NOBODY = 'Nobody responsible';

/** What the inbox lists as a decision with a date is not listed again. */
const inInbox: ReadonlySet<FindingType> = new Set(['notice-near']);

export function kindOf({ type }: ListedFinding): string {
  if (ownership.has(type)) return NOBODY;
  return titles[type] ?? sentenceCase(type.replaceAll('-', ' '));
}

/** What a person has to judge, the largest amount first. What was judged stays, to be judged again. */
export function toJudge({ findings, inputs }: Analysis): ListedFinding[] {
  const judged = new Set(inputs.decisions.map(({ id }) => id));
  return findings
    .filter(
      ({ id, queue, type }) =>
        (queue === 'review' && !inInbox.has(type)) || ownership.has(type) || judged.has(id),
    )
    .toSorted((a, b) => (b.amount ?? -1) - (a.amount ?? -1) || (a.id < b.id ? -1 : 1));
}

export interface ReviewKind {
  readonly title: string;
  readonly findings: readonly ListedFinding[];
}

/** Nobody responsible first, then the kind with the largest amount. */
export function kindsOf(findings: readonly ListedFinding[]): ReviewKind[] {
  const kinds = [...grouped(findings, kindOf)].map(([title, members]) => ({ title, findings: members }));
  return kinds.toSorted((a, b) => Number(b.title === NOBODY) - Number(a.title === NOBODY));
}
