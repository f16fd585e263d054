/** What a reader must know of a contract's record, in words that stay the same from run to run. */
import { spanText } from '../base/span-text.ts';
import type { Day } from '../../mapping/portfolio.ts';
import type { AssessedContract } from '../base/assessed.ts';
import { fieldWords } from '../base/field-words.ts';
import { knownValue } from '../base/known-value.ts';
import { renderDate } from '../facts/render.ts';

/** Most contracts have nothing to say; they share this. */
const noFlags: readonly string[] = [];

export function flagsOf(assessed: Omit<AssessedContract, 'flags'>, asOf: Day): readonly string[] {
  const { contract, native, duplicateOf, suspectOf } = assessed;
  const undated = assessed.annual === null && !assessed.unconvertible && contract.totalValue.kind === 'known';
  const all: readonly (string | false)[] = [
    contract.statusClass === 'pipeline' && 'not signed',
    contract.statusUnexplained && 'status not recognized',
    ...sequenceFlags(assessed),
    assessed.rolled && 'rolled',
    assessed.recordOutOfDate && 'record out of date',
    ...assessed.unreadable.map(({ field, raw }) => `${fieldWords(field)} cannot be read: “${raw}”`),
    assessed.deadlinesDisagree && 'deadlines disagree',
    assessed.noticeAssumed && 'notice assumed',
    noticeInMonths(assessed) ?? false,
    assessed.autoRenewAssumed && 'auto-renewal assumed',
    duplicateOf !== null && `suspected duplicate of contract ${duplicateOf}`,
    suspectOf !== null && `looks like contract ${suspectOf}`,
    assessed.unconvertible && `no exchange rate for ${native?.currency ?? 'its currency'}`,
    undated && 'value over an unknown term',
    exitCases(assessed, asOf) ?? false,
  ];
  return all.some((flag) => flag !== false) ? all.filter((flag) => flag !== false) : noFlags;
}

function sequenceFlags(assessed: Omit<AssessedContract, 'flags'>): (string | false)[] {
  const { supersededBy, possibleRenewals, preparedRenewals } = assessed;
  return [
    supersededBy !== null && `renewed by contract ${supersededBy}`,
    possibleRenewals.length > 0 && `may be renewed by contract ${possibleRenewals.join(' or ')}`,
    preparedRenewals.length > 0 && `renewal in preparation: contract ${preparedRenewals.join(' or ')}`,
  ];
}

/** The days are what the months make before this end; the contract says months. */
function noticeInMonths({ contract }: Omit<AssessedContract, 'flags'>): string | null {
  const notice = knownValue(contract.noticeDays);
  return notice?.unit === 'months' ? `notice of ${spanText(notice)}` : null;
}

/** Both cases, where it is not recorded whether a contract renews whose deadline has passed. */
function exitCases(assessed: Omit<AssessedContract, 'flags'>, asOf: Day): string | null {
  const { contract, termEnd, autoRenew, earliestExit, inForce, superseded } = assessed;
  if (!inForce || superseded || autoRenew !== null || earliestExit !== null || termEnd === null) return null;
  const term = knownValue(contract.renewalTermMonths);
  const later = term === null ? 'one renewal term later' : `${spanText(term)} later`;
  const verb = termEnd < asOf ? 'ended' : 'ends';
  return `auto-renewal unknown: ${verb} ${renderDate(termEnd)} if it does not renew, ${later} if it does`;
}
