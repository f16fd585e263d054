/** What an analysis takes for granted, in sentences, so that every figure of a brief comes with it. */
import { assumptionsIn } from '../../analysis/facts.ts';
import type { Analysis } from '../../analysis/contract.ts';
import { countsOf } from '../../analysis/analyze.ts';
import type { Sentence } from '../base/sentence.ts';

export function assumptionsOf(analysis: Analysis): Sentence[] {
  return [
    ...mappingStatus(analysis),
    rightSizing(analysis),
    ...ownPolicies(analysis),
    ...inactivity(analysis),
    notice(analysis),
    ...autoRenewal(analysis),
    ...spendWindow(analysis),
    ...rates(analysis),
  ];
}

function mappingStatus({ inputs }: Analysis): Sentence[] {
  return inputs.mapping.status === 'draft'
    ? [['The mapping is a draft: its fields, units and windows are guesses until a person approves them.']]
    : [];
}

function rightSizing({ inputs: { config } }: Analysis): Sentence {
  const { bufferShare, targetUtilisation, spareSeats, hires } = assumptionsIn(config);
  if (bufferShare !== null) {
    return [
      'Seats to hold: those kept, a buffer of ',
      { share: bufferShare, fact: 'assumption/bufferShare' },
      ' and ',
      { count: hires, fact: 'assumption/hires' },
      ' hires.',
    ];
  }
  if (targetUtilisation !== null) {
    return [
      'Seats to hold: as many as leave ',
      { share: targetUtilisation, fact: 'assumption/targetUtilisation' },
      ' of them in use.',
    ];
  }
  return ['Seats to hold: those kept and ', { count: spareSeats, fact: 'assumption/spareSeats' }, ' more.'];
}

function ownPolicies({ inputs: { config } }: Analysis): Sentence[] {
  const own = Object.keys(config.rightSizing.perApp).length + Object.keys(config.thresholds.perApp).length;
  return own === 0 ? [] : [['Some apps have a policy or a threshold of their own in the mapping.']];
}

/** Torii decides about inactivity where only its summaries are read, the mapping where people are. */
function inactivity({ depth, apps, inputs: { config } }: Analysis): Sentence[] {
  const { inactiveDays, graceDays } = assumptionsIn(config);
  const said: Sentence[] = [];
  if (apps.some(({ seats }) => seats?.basis === 'summary')) {
    said.push(['Seats from license summaries are inactive by the threshold of Torii.']);
  }
  if (depth.apps > 0) {
    said.push([
      'Seats of ',
      { count: depth.apps, fact: 'depth/apps' },
      ' apps (',
      { share: depth.costShare, fact: 'depth/costShare' },
      ' of the cost) are judged by their users: inactive after ',
      { count: inactiveDays, fact: 'assumption/inactiveDays' },
      ' days without use, new accounts left alone for ',
      { count: graceDays, fact: 'assumption/graceDays' },
      ' days.',
    ]);
  }
  return said;
}

function notice(analysis: Analysis): Sentence {
  const { noticeDays } = assumptionsIn(analysis.inputs.config);
  if (noticeDays === null) return ['Where a contract states no notice period, none is assumed.'];
  return [
    'Where a contract states no notice period, ',
    { count: noticeDays, fact: 'assumption/noticeDays' },
    ' days are assumed (',
    { count: countsOf(analysis).noticeAssumed, fact: 'count/noticeAssumed' },
    ' contracts).',
  ];
}

function autoRenewal({ inputs: { config } }: Analysis): Sentence[] {
  const { autoRenew } = config.defaults;
  if (autoRenew === null) return [];
  return [[`Where a contract does not say, it is assumed ${autoRenew ? '' : 'not '}to renew by itself.`]];
}

function spendWindow({ apps, inputs: { config } }: Analysis): Sentence[] {
  if (!apps.some(({ expenses12m }) => expenses12m !== null)) return [];
  if (!config.spendConfirmed || config.spendWindow === 'unknown') {
    return [['Torii expenses, window unconfirmed.']];
  }
  return config.spendWindow === 'fiscalYear' ? [['Torii expenses cover the fiscal year.']] : [];
}

function rates({ currency, inputs: { config } }: Analysis): Sentence[] {
  if (config.rates === null) return [];
  const { asOf, source, perUnit } = config.rates;
  const known = Object.entries(perUnit).toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (known.length === 0) return [];
  const list = known.flatMap(([code, rate], index): Sentence => [
    `${index === 0 ? '' : ', '}${code} at `,
    { text: rate, fact: `rate/${code}/perUnit` },
  ]);
  return [
    [
      `Amounts that Torii does not convert into ${currency}: `,
      ...list,
      ' (',
      { text: source, fact: 'assumption/ratesSource' },
      ', ',
      { date: asOf, fact: 'assumption/ratesAsOf' },
      ').',
    ],
  ];
}
