import { approved, createHeldStage } from '../../artifact/stage.ts';
import type { Program } from '../program.ts';

export const plan: Program = {
  shows: 'From the baseline to the projected cost, as the rules propose it.',
  address: '#plan',
  page: () => ({ configuration: approved, connect: createHeldStage().connect }),
  settles: 'Annual baseline',
};

const by = { by: 'Procurement', at: '2026-11-20' };

export const planDecided: Program = {
  shows: 'A plan that a person has changed: an app retired, a price asked for.',
  address: '#plan',
  page: () => ({
    configuration: {
      ...approved,
      decisions: {
        schemaVersion: 1,
        tenant: approved.mapping.tenant.name,
        edits: [
          { appId: 1004, action: 'retire', ...by },
          { appId: 1012, action: 'keep', pricePercent: 10, ...by },
        ],
      },
    },
    connect: createHeldStage().connect,
  }),
  settles: 'Annual baseline',
};

export const planWhatIf: Program = {
  shows: 'Another buffer, worked out at once and marked as a what-if on every figure.',
  address: '#plan',
  page: () => ({ configuration: approved, connect: createHeldStage().connect }),
  steps: [{ fill: 'Buffer, %', value: '30' }],
  settles: /what-if:/,
};

export const planQuoted: Program = {
  shows: 'A quote and a seat price for one app; what came with the page can be taken back.',
  address: '#plan--plan-1012',
  page: planDecided.page,
  steps: [{ fill: 'Quoted cost, USD a year', value: '60000' }],
  settles: /quoted at 60000/,
};
