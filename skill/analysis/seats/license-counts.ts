/**
 * Seats of each license line as the license records count them, at aggregate depth: Torii's own
 * threshold decides what is inactive. A count that is missing makes its seats unknown, never idle.
 */
import type { LicenseLine, Licenses, Money } from '../../mapping/portfolio.ts';
import { knownValue } from '../base/known-value.ts';
import { seatsInUse, type AssignedClasses } from './partition.ts';

export interface CountedLine {
  readonly name: string;
  readonly purchased: number;
  readonly classes: AssignedClasses;
  /** Seats that the record itself says are assigned; null when it does not say. */
  readonly statedAssigned: number | null;
  readonly annualCost: Money | null;
}

/** The four counts of a license record. They may contradict each other. */
type Counted = Pick<LicenseLine, 'purchased' | 'active' | 'inactive' | 'unassigned' | 'annualCost'>;

const parts = ['purchased', 'active', 'inactive', 'unassigned'] as const;

/**
 * Lines where they account for the summary; else the summary as one line. Where no license record says
 * how many seats were bought, the contracts in force do.
 * @param contracted seats of the contracts in force, null when unknown
 * @returns no line when nothing says how many seats there are
 */
export function countedLines(licenses: Licenses | null, contracted: number | null): readonly CountedLine[] {
  if (licenses === null) return contracted === null ? noLine : [contractLine(contracted)];
  const lines = present(licenses.lines.map((line) => countedLine(line.name, line, null)));
  const complete = lines.length > 0 && lines.length === licenses.lines.length;
  if (complete && parts.every((part) => carries(licenses, part))) return lines;
  const summary = countedLine('All licenses', licenses, contracted);
  return summary === null ? lines : [summary];
}

/** True where the summary says nothing of the part, or the lines say the same. */
function carries(licenses: Licenses, part: (typeof parts)[number]): boolean {
  const whole = knownValue(licenses[part]);
  if (whole === null) return true;
  let sum = 0;
  for (const line of licenses.lines) sum += knownValue(line[part]) ?? Number.NaN;
  return sum === whole;
}

const noLine: readonly CountedLine[] = [];

function contractLine(contracted: number): CountedLine {
  const classes = seatsInUse(0, 0, contracted);
  return { name: 'All seats', purchased: contracted, classes, statedAssigned: null, annualCost: null };
}

/** unassigned = max(0, purchased − assigned), whatever the record says where its counts contradict. */
function countedLine(name: string, record: Counted, contracted: number | null): CountedLine | null {
  const active = knownValue(record.active);
  const inactive = knownValue(record.inactive);
  const unassigned = knownValue(record.unassigned);
  const used = (active ?? 0) + (inactive ?? 0);
  const sumOfParts = active === null || inactive === null || unassigned === null ? null : used + unassigned;
  const purchased = knownValue(record.purchased) ?? contracted ?? sumOfParts;
  if (purchased === null) return null;
  const assigned = Math.max(purchased - (unassigned ?? 0), used);
  const stated = unassigned !== null || (active !== null && inactive !== null);
  return {
    name,
    purchased,
    classes: seatsInUse(active ?? 0, inactive ?? 0, assigned - used),
    statedAssigned: stated ? (unassigned === null ? used : assigned) : null,
    annualCost: knownValue(record.annualCost),
  };
}

function present(lines: readonly (CountedLine | null)[]): CountedLine[] {
  return lines.filter((line) => line !== null);
}
