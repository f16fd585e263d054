/**
 * What an analysis cannot say, and for each the cheapest way to find out: money first, then records
 * that nobody can judge, then sources that were not read whole.
 */
import type { AnalysedApp, Analysis, Minor } from '../analysis/contract.ts';
import { countsOf } from '../analysis/counts.ts';
import type { Sentence } from './sentence.ts';
import { gapsOf, sourceNames, statusWords } from './standing.ts';

export interface Unknown {
  readonly id: string;
  readonly what: Sentence;
  readonly remedy: Sentence;
}

export function unknownsOf(analysis: Analysis): Unknown[] {
  return [
    ...unknownSeats(analysis),
    ...unknownExits(analysis),
    ...unpricedApps(analysis),
    ...undatedContracts(analysis),
    ...unreadableValues(analysis),
    ...gaps(analysis),
  ];
}

function unknownSeats(analysis: Analysis): Unknown[] {
  const { unknownSeats, unknownSeatApps } = countsOf(analysis);
  if (unknownSeats === 0) return [];
  const value = analysis.totals.unknownSeatValueAnnual;
  const seats: Sentence = [
    { count: unknownSeats, fact: 'count/unknownSeats' },
    ' seats of ',
    { count: unknownSeatApps, fact: 'count/unknownSeatApps' },
    ' apps have no usage data',
  ];
  return [
    {
      id: 'seats',
      what:
        value === 0
          ? [...seats, '.']
          : [...seats, '; they cost ', { money: value, fact: 'totals/unknownSeatValueAnnual' }, ' a year.'],
      remedy: usageRemedy(analysis.apps),
    },
  ];
}

/** One integration tells most about the app with the most seats in the dark. */
function usageRemedy(apps: readonly AnalysedApp<Minor>[]): Sentence {
  const [worst] = apps.toSorted((a, b) => (b.seats?.unknown ?? 0) - (a.seats?.unknown ?? 0) || a.id - b.id);
  return worst === undefined
    ? ['Connect single sign-on or a direct integration in Torii.']
    : [
        'Connect single sign-on or a direct integration in Torii, first for ',
        { name: worst.name },
        ' (',
        { count: worst.seats?.unknown ?? 0, fact: `app/${worst.id}/seats/unknown` },
        ' seats).',
      ];
}

function unknownExits({ totals }: Analysis): Unknown[] {
  if (totals.exitUnknownAnnual === 0) return [];
  return [
    {
      id: 'exits',
      what: [
        'When ',
        { money: totals.exitUnknownAnnual, fact: 'totals/exitUnknownAnnual' },
        ' of saving a year could take effect, because the contracts do not say when they can be left.',
      ],
      remedy: ['Record the term end, whether each renews by itself, and for how long.'],
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
        { count: totals.apps, fact: 'totals/apps' },
        ' apps have no known cost; they are in no total.',
      ],
      remedy: ['Import the expenses into Torii, or record a contract for those with many users.'],
    },
  ];
}

function undatedContracts(analysis: Analysis): Unknown[] {
  const { noDate } = countsOf(analysis);
  if (noDate === 0) return [];
  return [
    {
      id: 'deadlines',
      what: [{ count: noDate, fact: 'count/noDate' }, ' contracts have no known notice deadline.'],
      remedy: ['Fill in the notice period or the cancellation deadline in Torii, or set a default notice.'],
    },
  ];
}

function unreadableValues(analysis: Analysis): Unknown[] {
  const { invalidValues } = countsOf(analysis);
  if (invalidValues === 0) return [];
  return [
    {
      id: 'values',
      what: [
        { count: invalidValues, fact: 'count/invalidValues' },
        ' records hold a value that cannot be read.',
      ],
      remedy: ['Correct those values in Torii; the report names the records.'],
    },
  ];
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
  }));
}
