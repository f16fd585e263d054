/** What a reader must know of a contract's record, in words that stay the same from run to run. */
import { spanText } from '../../mapping/portfolio.ts';
import type { AssessedContract } from '../base/assessed.ts';
import { isoOf } from '../base/day.ts';
import { knownValue } from '../base/known-value.ts';

/** Most contracts have nothing to say; they share this. */
const noFlags: readonly string[] = [];

export function flagsOf(assessed: Omit<AssessedContract, 'flags'>): readonly string[] {
  const { contract, native, duplicateOf } = assessed;
  const undated = assessed.annual === null && !assessed.unconvertible && contract.totalValue.kind === 'known';
  const all: readonly (string | false)[] = [
    contract.statusClass === 'pipeline' && 'not signed',
    contract.statusUnexplained && 'status not recognized',
    assessed.rolled && 'rolled',
    assessed.recordOutOfDate && 'record out of date',
    assessed.deadlinesDisagree && 'deadlines disagree',
    assessed.noticeAssumed && 'notice assumed',
    assessed.autoRenewAssumed && 'auto-renewal assumed',
    duplicateOf !== null && `suspected duplicate of contract ${duplicateOf}`,
    assessed.unconvertible && `no exchange rate for ${native?.currency ?? 'its currency'}`,
    undated && 'value over an unknown term',
    exitCases(assessed) ?? false,
  ];
  return all.some((flag) => flag !== false) ? all.filter((flag) => flag !== false) : noFlags;
}

/** Both cases, where it is not recorded whether a contract renews whose deadline has passed. */
function exitCases(assessed: Omit<AssessedContract, 'flags'>): string | null {
  const { contract, termEnd, autoRenew, earliestExit, inForce } = assessed;
  if (!inForce || autoRenew !== null || earliestExit !== null || termEnd === null) return null;
  const term = knownValue(contract.renewalTermMonths);
  const later = term === null ? 'one renewal term later' : `${spanText(term)} later`;
  return `auto-renewal unknown: ends ${isoOf(termEnd)} if it does not renew, ${later} if it does`;
}
