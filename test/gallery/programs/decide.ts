import { failure } from '../../../skill/torii/base/failure.ts';
import { approved, createHeldStage, undiscovered } from '../../artifact/stage.ts';
import type { Program } from '../program.ts';

const whole = () => ({ configuration: approved, connect: createHeldStage().connect });

export const decideInbox: Program = {
  shows: 'What can still be decided, by when, most pressing first.',
  address: '#inbox',
  page: whole,
  settles: 'Annual baseline',
};

export const decideRenewals: Program = {
  shows: 'A lane for each contract, with notice and end.',
  address: '#renewals',
  page: whole,
  settles: 'Contracts over the coming year',
};

export const decideReview: Program = {
  shows: 'Findings that a person must judge, with the reasons against.',
  address: '#review',
  page: whole,
  settles: 'Nobody responsible',
};

export const decideApp: Program = {
  shows: 'One app: facts, seats, findings and its renewal brief.',
  address: '#inbox--app-1005',
  page: whole,
  settles: 'Decide',
};

export const decideLineage: Program = {
  shows: 'How a figure came about, down to records and fields.',
  address: '#inbox--fact-totals_2fhardSavingAnnual',
  page: whole,
  settles: 'Decide',
};

export const decideDraft: Program = {
  shows: 'A discovered mapping: every figure it touches says draft.',
  address: '#decide',
  page: () => ({ configuration: undiscovered, connect: createHeldStage().connect }),
  settles: 'Annual baseline',
};

export const decideDenied: Program = {
  shows: 'Contracts hidden by the role: their section alone is lost, with the cause and the cure.',
  address: '#decide',
  page: () => {
    const stage = createHeldStage();
    stage.faults.list_contracts = failure('denied', 'list_contracts', 'Forbidden');
    return { configuration: approved, connect: stage.connect };
  },
  settles: 'Annual baseline',
};

export const decideNames: Program = {
  shows: 'The users of one app by name, after two clicks; small groups are not named.',
  address: '#inbox--app-1005',
  page: whole,
  steps: [{ press: 'Read its users' }, { press: 'Show names' }],
  settles: 'Hide names',
};

export const decideChanged: Program = {
  shows: 'The key figures beside those of the run before.',
  address: '#decide',
  page: () => ({
    configuration: {
      ...approved,
      baseline: {
        schemaVersion: 1,
        tenant: approved.mapping.tenant.name,
        currency: 'USD',
        asOf: '2026-11-15',
        inputs: 'the records of a week before',
        totals: {
          baselineAnnual: '571200.00',
          baselineIsFloor: false,
          leftOutContracts: 0,
          projectedAnnual: '481200.00',
          hardSavingAnnual: '90000.00',
          decidableAnnual: '90000.00',
          lockedAnnual: '0.00',
          exitUnknownAnnual: '0.00',
          byEffect: {
            now: '0.00',
            within30: '0.00',
            within90: '90000.00',
            within365: '0.00',
            later: '0.00',
            locked: '0.00',
            unknown: '0.00',
          },
          avoidanceAnnual: '0.00',
          oneTime: '0.00',
          liabilityAnnual: '0.00',
          wasteAnnual: '90000.00',
          unknownSeatValueAnnual: '0.00',
          apps: 6,
          pricedApps: 6,
          partlyPricedApps: 0,
          unpricedApps: 0,
          hiddenApps: 0,
          partial: false,
        },
        apps: [],
        renewals: [],
        findings: [],
      },
    },
    connect: createHeldStage().connect,
  }),
  settles: /since Nov 15/,
};

export const decideSlice: Program = {
  shows: 'One slice of the Organizational View, from the address: whose figures, and how much can be placed.',
  address: '#inbox--view-Design',
  page: () => ({
    configuration: {
      ...approved,
      mapping: {
        ...approved.mapping,
        organizationalView: { label: 'Category', entity: 'app', key: 'category' },
      },
    },
    connect: createHeldStage().connect,
  }),
  settles: /^Only Design/,
};
