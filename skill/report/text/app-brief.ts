/**
 * The renewal brief of one app: what it costs, who uses it, what to ask for, when to walk away and by
 * when. Every figure carries the fact it is; people are counts.
 */
import {
  isLive,
  type AnalyzedApp,
  type Analysis,
  type IsoDate,
  type Minor,
  type Renewal,
} from '../../analysis/contract.ts';
import { assumptionsOf } from './assumptions.ts';
import { givingUp } from '../decisions/giving-up.ts';
import { heldBack } from '../decisions/held-back.ts';
import { boundedMoney } from '../base/bounds.ts';
import type { Sentence } from '../base/sentence.ts';
import { labelsOf, type Label } from '../base/coverage.ts';
import { contractSentence, exitSentence, hasAllContracts, lastSafeDateOf } from './app-brief-contracts.ts';
import { leftOutSentences } from './left-out.ts';

export interface AppBrief {
  readonly appId: number;
  readonly name: string;
  readonly tenant: string;
  readonly asOf: IsoDate;
  readonly currency: string;
  readonly labels: readonly Label[];
  readonly cost: readonly Sentence[];
  readonly seats: readonly Sentence[];
  readonly usage: readonly Sentence[];
  readonly contracts: readonly Sentence[];
  readonly ask: readonly Sentence[];
  readonly walkAway: readonly Sentence[];
  readonly lastSafeDate: Sentence;
  readonly assumptions: readonly Sentence[];
}

/** Null when the analysis lists no such app. */
export function appBriefOf(analysis: Analysis, appId: number): AppBrief | null {
  const app = analysis.apps.find(({ id }) => id === appId);
  if (app === undefined) return null;
  const renewals = renewalsOf(app, analysis);
  return {
    appId,
    name: app.name,
    tenant: analysis.inputs.mapping.tenant,
    asOf: analysis.asOf,
    currency: analysis.currency,
    labels: labelsOf(analysis),
    cost: costOf(app, analysis),
    seats: seatsOf(app),
    usage: usageOf(app),
    contracts: renewals.map((renewal) => contractSentence(renewal, analysis)),
    ask: askOf(app, analysis),
    walkAway: walkAwayOf(app, renewals, analysis),
    lastSafeDate: lastSafeDateOf(renewals, analysis),
    assumptions: assumptionsOf(analysis),
  };
}

/** Contracts that can still be renewed or left. */
function renewalsOf({ id }: AnalyzedApp<Minor>, { renewals }: Analysis): Renewal<Minor>[] {
  return renewals.filter((renewal) => renewal.appId === id && isLive(renewal));
}

const bases = {
  contract: 'by its contracts in force',
  licences: 'by its license records',
  expenses: 'by its expenses of a year',
  none: '',
} as const;

function costOf(app: AnalyzedApp<Minor>, analysis: Analysis): Sentence[] {
  const { id, costAnnual, costBasis, costPerActiveUser, costComplete } = app;
  if (costAnnual === null) return [['What it costs is unknown.'], ...leftOutSentences(app, analysis)];
  const each: Sentence =
    costPerActiveUser === null
      ? []
      : [', ', { money: costPerActiveUser, fact: `app/${id}/costPerActiveUser` }, ' for each active user'];
  return [
    [
      'It costs ',
      ...boundedMoney(costAnnual, `app/${id}/costAnnual`, costComplete),
      ` a year, ${bases[costBasis]}`,
      ...each,
      '.',
    ],
    ...leftOutSentences(app, analysis),
  ];
}

const parts = [
  ['active', 'in use'],
  ['unassigned', 'assigned to nobody'],
  ['departed', 'held by people who have left'],
  ['inactive', 'held by people who do not use it'],
  ['lowerTier', 'fit for a cheaper tier'],
  ['grace', 'too new to judge'],
  ['exempt', 'exempt by the mapping'],
  ['unknown', 'without usage data'],
] as const;

function seatsOf({ id, seats }: AnalyzedApp<Minor>): Sentence[] {
  if (seats === null) return [['Torii shows no license or seat counts for it.']];
  const lines = parts
    .filter(([part]) => seats[part] > 0)
    .map(([part, words]): Sentence => [
      { count: seats[part], fact: `app/${id}/seats/${part}` },
      ` ${words}.`,
    ]);
  const over: Sentence[] =
    seats.overAssigned === 0
      ? []
      : [
          [
            { count: seats.overAssigned, fact: `app/${id}/seats/overAssigned` },
            ' more are assigned than purchased: a true-up may be owed.',
          ],
        ];
  return [
    [{ count: seats.purchased, fact: `app/${id}/seats/purchased` }, ' seats are paid for.'],
    ...lines,
    ...over,
  ];
}

function usageOf({ id, activeUsers, lastUsedAt, seats }: AnalyzedApp<Minor>): Sentence[] {
  return [
    activeUsers === null
      ? ['How many people use it is unknown.']
      : [
          { count: activeUsers, fact: `app/${id}/activeUsers` },
          ` ${activeUsers === 1 ? 'person uses' : 'people use'} it by Torii's own count`,
          ...besideSeats(id, activeUsers, seats),
          '.',
        ],
    lastUsedAt === null
      ? ['When it was last used is unknown; no usage data is not no use.']
      : ['It was last used on ', { date: lastUsedAt, fact: `app/${id}/lastUsedAt` }, '.'],
  ];
}

/** Two counts that differ measure two things: people with any use, whatever they hold, and seats in use. */
function besideSeats(id: number, people: number, seats: AnalyzedApp<Minor>['seats']): Sentence {
  if (seats === null || seats.active === people) return [];
  return [
    ': everybody with any use, with a license or without. Seats are judged by their own last use; of those paid for, ',
    { count: seats.active, fact: `app/${id}/seats/active` },
    seats.active === 1 ? ' is in use' : ' are in use',
  ];
}

function askOf(app: AnalyzedApp<Minor>, analysis: Analysis): Sentence[] {
  const { id, costAnnual, projectedAnnual, hardSavingAnnual } = app;
  if (costAnnual === null || projectedAnnual === null || hardSavingAnnual === null) {
    return [['Ask for the price of a seat first: without it no saving can be stated.']];
  }
  if (hardSavingAnnual <= 0) return [['The plan asks for no change; consider asking for the same price.']];
  return [
    ['Consider ', ...givingUp(id, analysis), '.'],
    ...heldBack(app, analysis),
    [
      'Pay ',
      ...boundedMoney(projectedAnnual, `app/${id}/projectedAnnual`, app.costComplete),
      ' a year instead of ',
      ...boundedMoney(costAnnual, `app/${id}/costAnnual`, app.costComplete),
      ': ',
      { money: hardSavingAnnual, fact: `app/${id}/hardSavingAnnual` },
      ' less.',
    ],
  ];
}

function walkAwayOf(
  app: AnalyzedApp<Minor>,
  renewals: readonly Renewal<Minor>[],
  analysis: Analysis,
): Sentence[] {
  const exits = renewals.map(exitSentence);
  return [
    ...(renewals.length === 0 ? [[withoutContract(analysis)]] : exits),
    ...(app.costAnnual === null
      ? []
      : [
          [
            'Above ',
            ...boundedMoney(app.costAnnual, `app/${app.id}/costAnnual`, app.costComplete),
            ' a year, what it costs today, consider leaving.',
          ],
        ]),
  ];
}

/** A contract that nobody recorded, or that was not read, binds all the same. */
function withoutContract(analysis: Analysis): string {
  return hasAllContracts(analysis)
    ? 'Torii lists no contract that still runs; make sure that none was signed outside it before leaving.'
    : 'Whether a contract binds it is unknown: not every contract could be read.';
}
