/**
 * What an analysis cannot say, and for each the cheapest way to find out: first the sources without which
 * little can be said, then money, then records that nobody can judge, then other sources that were not read
 * whole.
 */
import { type Analysis, type AnalyzedApp, fieldWords, isLive, type Minor } from '../../analysis/contract.ts';
import { countsOf, gapsIn } from '../../analysis/analyze.ts';
import { counted, listed, type Part, type Sentence } from '../base/sentence.ts';

import { gapsOf, isUsable, sourceNames, statusWords } from '../base/coverage.ts';
import { summaryGaps } from './license-summaries.ts';
import { leftOutGaps, partlyCountedApps } from './left-out.ts';
import { hangingOn, onContracts, type Unknown } from './unknown.ts';

export function unknownsOf(analysis: Analysis): Unknown[] {
  const missing = gaps(analysis);
  return [
    ...missing.filter(({ id }) => first.has(id)),
    ...leftOutGaps(analysis),
    ...partlyCountedApps(analysis),
    ...unknownSeats(analysis),
    ...unknownExits(analysis),
    ...summaryGaps(analysis),
    ...unpricedApps(analysis),
    ...undatedContracts(analysis),
    ...unreadableValues(analysis),
    ...missing.filter(({ id }) => !first.has(id)),
  ];
}

const first: ReadonlySet<string> = new Set(['source/apps', 'source/contracts']);

function unknownSeats(analysis: Analysis): Unknown[] {
  const { unknownSeats, unknownSeatApps } = countsOf(analysis);
  if (unknownSeats === 0) return [];
  const value = analysis.totals.unknownSeatValueAnnual;
  const seats: Sentence = [
    ...counted(unknownSeats, 'count/unknownSeats', 'seat of ', 'seats of '),
    ...counted(unknownSeatApps, 'count/unknownSeatApps', 'app', 'apps'),
    ' without usage data',
  ];
  return [
    {
      id: 'seats',
      what:
        value === null || value === 0
          ? [...seats, '.']
          : [...seats, ', which cost ', { money: value, fact: 'totals/unknownSeatValueAnnual' }, ' a year.'],
      remedy: usageRemedy(analysis),
      money: hangingOn(value, 'totals/unknownSeatValueAnnual'),
    },
  ];
}

/** One integration tells most about the app with the most seats in the dark. */
function usageRemedy({ apps, findings }: Analysis): Sentence {
  const [worst] = apps.toSorted((a, b) => (b.seats?.unknown ?? 0) - (a.seats?.unknown ?? 0) || a.id - b.id);
  // Where people were read and do not fit the lines, no integration tells more: the records have to agree.
  if (worst !== undefined && findings.some(({ id }) => id === `seats-disagree:app-${worst.id}:people`)) {
    return [
      'Make the people and the license lines of ',
      { name: worst.name },
      ' agree in Torii: names differ or people are missing.',
    ];
  }
  return worst === undefined
    ? ['Connect single sign-on or a direct integration in Torii.']
    : [
        'Connect single sign-on or a direct integration in Torii, first for ',
        { name: worst.name },
        ' (',
        ...counted(worst.seats?.unknown ?? 0, `app/${worst.id}/seats/unknown`, 'seat', 'seats'),
        ').',
      ];
}

function unknownExits(analysis: Analysis): Unknown[] {
  const { totals } = analysis;
  if (totals.exitUnknownAnnual === 0) return [];
  const isRead = isUsable(analysis, 'contracts');
  return [
    {
      id: 'exits',
      what: [
        'When ',
        { money: totals.exitUnknownAnnual, fact: 'totals/exitUnknownAnnual' },
        ` of saving a year could take effect, because the contracts ${isRead ? 'do not say when they can be left' : 'could not be read'}.`,
      ],
      remedy: isRead
        ? ['Record the term end, whether each renews by itself, and for how long.']
        : ['Read the contracts first.'],
      money: hangingOn(totals.exitUnknownAnnual, 'totals/exitUnknownAnnual'),
    },
  ];
}

function unpricedApps({ totals }: Analysis): Unknown[] {
  if (totals.unpricedApps === 0) return [];
  return [
    {
      id: 'prices',
      what: [
        { count: totals.unpricedApps, fact: 'totals/unpricedApps' },
        ' of ',
        ...counted(totals.apps, 'totals/apps', 'app', 'apps'),
        ' without a known cost, in no total.',
      ],
      remedy: ['Import the expenses into Torii, or record a contract for those with many users.'],
      money: null,
    },
  ];
}

function undatedContracts(analysis: Analysis): Unknown[] {
  const { noDate } = countsOf(analysis);
  if (noDate === 0) return [];
  const undated = analysis.renewals.filter((one) => isLive(one) && one.bucket === 'no-date');
  const money = hangingOn(gapsIn(analysis).noDateAnnual, 'gap/noDateAnnual');
  return [
    {
      id: 'deadlines',
      what: [
        ...counted(noDate, 'count/noDate', 'contract', 'contracts'),
        ' without a known notice deadline',
        ...onContracts(
          money,
          undated.every(({ annualValue }) => annualValue !== null),
        ),
        '.',
      ],
      money,
      remedy: ['Fill in the notice period or the cancellation deadline in Torii, or set a default notice.'],
    },
  ];
}

function unreadableValues(analysis: Analysis): Unknown[] {
  const { invalidValues } = countsOf(analysis);
  if (invalidValues === 0) return [];
  const unreadable = analysis.renewals.filter((one) => one.unreadable.length > 0);
  const money = hangingOn(gapsIn(analysis).unreadableAnnual, 'gap/unreadableAnnual');
  const gist: Sentence = [
    ...counted(invalidValues, 'count/invalidValues', 'record', 'records'),
    ' with a value that cannot be read',
    ...onContracts(
      money,
      unreadable.every(({ annualValue }) => annualValue !== null),
    ),
  ];
  return [
    {
      id: 'values',
      what: [...gist, ': ', ...listed(unreadableIn(analysis), (one) => recordWords(one)), '.'],
      gist: [...gist, '.'],
      remedy: ['Correct it in Torii, or say in the mapping what it means.'],
      money,
    },
  ];
}

type UnreadableRecord = Pick<AnalyzedApp<Minor>, 'name' | 'unreadable'> & {
  readonly appName?: string | null;
};

function recordWords({ name, appName = null, unreadable }: UnreadableRecord): Sentence {
  return [
    { name },
    ...(appName === null || appName === name ? [] : [' (', { name: appName }, ')']),
    ...unreadable.flatMap(({ field, raw }): Part[] => [`, ${fieldWords(field)} `, { raw }]),
  ];
}

/** Contracts first: what they say decides about dates and money. */
function unreadableIn({ renewals, apps }: Analysis): readonly UnreadableRecord[] {
  return [...renewals, ...apps].filter(({ unreadable }) => unreadable.length > 0);
}

function gaps(analysis: Analysis): Unknown[] {
  return gapsOf(analysis).map(({ source, status, rows, total }) => ({
    id: `source/${source}`,
    what: [
      `The ${sourceNames[source]} ${statusWords[status].what}`,
      ...(total === null || rows === total
        ? []
        : [
            ' (',
            { count: rows, fact: `source/${source}/rows` },
            ' of ',
            { count: total, fact: `source/${source}/total` },
            ')',
          ]),
      '.',
    ],
    remedy: [statusWords[status].remedy],
    money: null,
  }));
}
