import { findingTypes, levers, type FindingType, type Lever, planTypes } from '../../analysis/contract.ts';
import { markdownTable } from '../../report/texts.ts';

const meaning: Readonly<Record<Lever, string>> = {
  retire: 'The app goes; its avoidable cost ends.',
  consolidate: 'The app is replaced by a survivor; what the survivor then needs is a separate row.',
  bundle: 'The app is left to the suite that covers it.',
  departed: 'Seats of people who have left are given up.',
  unassigned: 'Seats that nobody holds are given up.',
  inactive: 'Seats without use are given up, down to the right-sizing target.',
  tier: 'Retained seats move to a cheaper tier.',
  price: 'A lower price is asked for what remains.',
  'added-seats': 'Seats bought on a survivor: a cost, so its hard saving is negative.',
};

/** In the order of attribution: each lever sees only what the ones before it left. */
export function leversTable(): string[] {
  const rows = levers.map((lever, index) => [
    String(index + 1),
    `\`${lever}\``,
    meaning[lever],
    proposedByRules(lever) ? 'rules' : enters(lever),
  ]);
  return markdownTable(['#', 'Lever', 'What it does', 'Enters the plan by'], rows, [0]);
}

function proposedByRules(lever: Lever): boolean {
  const type: FindingType | undefined = findingTypes.find((finding) => finding === lever);
  return type !== undefined && planTypes.has(type);
}

function enters(lever: Lever): string {
  return lever === 'added-seats' ? 'follows from a replacement' : "a person's edit";
}
