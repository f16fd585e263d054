import type { Analysis } from '../base/contract.ts';
import { isUnreadable, lostContracts, summariesApart, type Counts } from '../base/counts.ts';
import { isLive } from '../base/live.ts';
import { answerQuestions } from '../base/questions.ts';

type Lists = { readonly [Name in Exclude<keyof Counts, 'edits'>]: (analysis: Analysis) => string[] };

const leftOut = (reason: string) => (analysis: Analysis) =>
  analysis.apps.flatMap((app) =>
    app.leftOut.flatMap((one) => (one.reason === reason ? [`renewal/${one.contractId}/name`] : [])),
  );

const unknownSeats = ({ apps }: Analysis): string[] =>
  apps.flatMap(({ id, seats }) => (seats === null || seats.unknown === 0 ? [] : [`app/${id}/seats/unknown`]));

const lists: Lists = {
  noDate: (analysis) => live(analysis, 'annualValue', ({ bucket }) => bucket === 'no-date'),
  missed: (analysis) => live(analysis, 'deadline', ({ bucket }) => bucket === 'missed'),
  noticeAssumed: (analysis) => live(analysis, 'deadline', ({ noticeAssumed }) => noticeAssumed),
  renewing60: (analysis) =>
    answerQuestions(analysis).renewing60.items.map(({ contractId }) => `renewal/${contractId}/termEnd`),
  unknownSeatApps: unknownSeats,
  unknownSeats,
  review: ({ findings }) =>
    findings.filter(({ queue }) => queue === 'review').map(({ id }) => `finding/${id}/type`),
  invalidValues: ({ findings }) => findings.filter(isUnreadable).map(({ id }) => `finding/${id}/type`),
  leftOutBlank: leftOut('blank'),
  leftOutUnreadable: leftOut('unreadable'),
  leftOutNegative: leftOut('negative'),
  leftOutNoRate: leftOut('no-rate'),
  leftOutNoApp: (analysis) =>
    lostContracts(analysis).map(({ contractId }) => `renewal/${contractId}/annualValue`),
  summariesApart: (analysis) => summariesApart(analysis).map(({ id }) => `finding/${id}/type`),
};

/** The records that a count counts, each by a fact of its own. */
export function countedFacts(analysis: Analysis, field: string): string[] {
  return isCount(field) ? lists[field](analysis) : [];
}

function isCount(field: string): field is keyof Lists {
  return Object.hasOwn(lists, field);
}

type Renewal = Analysis['renewals'][number];

function live(
  { renewals }: Analysis,
  field: 'annualValue' | 'deadline',
  isCounted: (renewal: Renewal) => boolean,
): string[] {
  return renewals
    .filter((renewal) => isLive(renewal) && isCounted(renewal))
    .map(({ contractId }) => `renewal/${contractId}/${field}`);
}
