/**
 * Seats of each license line as the license records count them, at aggregate depth: Torii's own
 * threshold decides what is inactive. Lines are always kept; a count that is missing makes its seats
 * unknown in that line only, never idle.
 */
import type { LicenseLine, Licenses, Money } from '../../mapping/portfolio.ts';
import type { UnlimitedLine } from '../base/assessed.ts';
import { knownValue } from '../base/known-value.ts';
import { seatsInUse, type AssignedClasses } from './partition.ts';
import { isUnlimited, unlimitedLine } from './unlimited.ts';

export interface CountedLine {
  readonly name: string;
  /** Under `lines` the record's own line; `whole` covers all licenses, `rest` those that no line covers. */
  readonly kind: 'line' | 'whole' | 'rest';
  readonly purchased: number;
  readonly classes: AssignedClasses;
  /** Seats that the record itself says are assigned; null when it does not say. */
  readonly statedAssigned: number | null;
  readonly annualCost: Money | null;
  readonly pricePerLicense: Money | null;
}

export interface CountedLicenses {
  readonly lines: readonly CountedLine[];
  readonly unlimited: readonly UnlimitedLine[];
  readonly summaryDiffers: boolean;
  /** By how many seats the summary and its lines are apart. */
  readonly summaryApart: number;
}

/** The four counts of a license record. They may contradict each other. */
type Counted = Pick<LicenseLine, 'purchased' | 'active' | 'inactive' | 'unassigned' | 'annualCost'> &
  Partial<Pick<LicenseLine, 'pricePerLicense'>>;

const none: CountedLicenses = { lines: [], unlimited: [], summaryDiffers: false, summaryApart: 0 };

/**
 * Where no license record says how many seats were bought, the contracts in force do.
 * @param contracted seats of the contracts in force, null when unknown
 * @returns no line when nothing says how many seats there are
 */
export function countLicenses(licenses: Licenses | null, contracted: number | null): CountedLicenses {
  if (licenses === null) return contracted === null ? none : { ...none, lines: [contractLine(contracted)] };
  if (licenses.lines.length === 0) return countSummary(licenses, contracted);
  const places = licenses.lines.map((line, place) => ({ line, place }));
  const unlimited = places.filter(({ line }) => isUnlimited(line));
  const limited = places.filter(({ line }) => !isUnlimited(line));
  const stand = limited.length === 1 && knownValue(licenses.purchased) === null ? contracted : null;
  const lines = limited.map(({ line }) => countLine(line.name, 'line', line, stand));
  const listed = unlimited.map(({ line, place }) => unlimitedLine(line.name, line, place));
  const rest = restOf(licenses, lines, listed);
  if (rest === 0 && lines.length > 0 && !limited.some(({ line }) => saysHowMany(line, stand))) {
    return { ...none, unlimited: listed };
  }
  return {
    lines: rest > 0 ? [...lines, restLine(rest)] : lines,
    unlimited: listed,
    summaryDiffers: rest === 0 && listed.length === 0 && differs(licenses),
    summaryApart: listed.length > 0 ? rest : seatsApart(licenses),
  };
}

function countSummary(licenses: Licenses, contracted: number | null): CountedLicenses {
  if (isUnlimited(licenses)) return { ...none, unlimited: [unlimitedLine('All licenses', licenses, 0)] };
  if (!saysHowMany(licenses, contracted)) return none;
  return { ...none, lines: [countLine('All licenses', 'whole', licenses, contracted)] };
}

function contractLine(contracted: number): CountedLine {
  return bareLine('All seats', 'whole', contracted);
}

/** What the summary has beyond its lines: seats of unknown use that nothing prices. */
function restLine(seats: number): CountedLine {
  return { ...bareLine('Seats on no line', 'rest', seats), statedAssigned: seats };
}

function bareLine(name: string, kind: CountedLine['kind'], purchased: number): CountedLine {
  const classes = seatsInUse(0, 0, purchased);
  return { name, kind, purchased, classes, statedAssigned: null, annualCost: null, pricePerLicense: null };
}

function sumOfParts({ active, inactive, unassigned }: Counted): number | null {
  if (active.kind !== 'known' || inactive.kind !== 'known' || unassigned.kind !== 'known') return null;
  return active.value + inactive.value + unassigned.value;
}

function saysHowMany(record: Counted, contracted: number | null): boolean {
  return record.purchased.kind === 'known' || contracted !== null || sumOfParts(record) !== null;
}

/**
 * unassigned = max(0, purchased − assigned), whatever the record says where its counts contradict. A line
 * that does not say how many seats it has holds those of which it says something.
 */
function countLine(
  name: string,
  kind: CountedLine['kind'],
  record: Counted,
  contracted: number | null,
): CountedLine {
  const active = knownValue(record.active);
  const inactive = knownValue(record.inactive);
  const unassigned = knownValue(record.unassigned);
  const used = (active ?? 0) + (inactive ?? 0);
  const purchased =
    knownValue(record.purchased) ?? sumOfParts(record) ?? contracted ?? used + (unassigned ?? 0);
  const assigned = Math.max(purchased - (unassigned ?? 0), used);
  const stated = unassigned !== null || (active !== null && inactive !== null);
  return {
    name,
    kind,
    purchased,
    classes: seatsInUse(active ?? 0, inactive ?? 0, assigned - used),
    statedAssigned: stated ? (unassigned === null ? used : assigned) : null,
    annualCost: knownValue(record.annualCost),
    pricePerLicense: record.pricePerLicense === undefined ? null : knownValue(record.pricePerLicense),
  };
}

/** Systems differ in whether a summary counts the seats of unlimited lines: only what is beyond either is a rest. */
function restOf(
  licenses: Licenses,
  lines: readonly CountedLine[],
  unlimited: readonly UnlimitedLine[],
): number {
  const whole = knownValue(licenses.purchased);
  if (whole === null || isUnlimited(licenses) || hasNoNumber(unlimited)) return 0;
  const limited = lines.reduce((sum, line) => sum + line.purchased, 0);
  const all = unlimited.reduce((sum, line) => sum + (line.purchased ?? 0), limited);
  return Math.max(0, whole >= all ? whole - all : whole - limited);
}

function hasNoNumber(lines: readonly UnlimitedLine[]): boolean {
  return lines.some(({ purchased }) => purchased === null);
}

/** Nothing where one of the lines, or the summary, states no number. */
function seatsApart({ purchased, lines }: Licenses): number {
  const sum = lines.reduce((all, line) => all + (knownValue(line.purchased) ?? Number.NaN), 0);
  const apart = Math.abs((knownValue(purchased) ?? Number.NaN) - sum);
  return Number.isNaN(apart) ? 0 : apart;
}

const parts = ['purchased', 'active', 'inactive', 'unassigned'] as const;

/** True where the summary states a part otherwise than its lines, each of which states it. */
function differs(licenses: Licenses): boolean {
  return parts.some((part) => {
    const whole = knownValue(licenses[part]);
    let sum = 0;
    for (const line of licenses.lines) sum += knownValue(line[part]) ?? Number.NaN;
    return whole !== null && !Number.isNaN(sum) && sum !== whole;
  });
}
