import { approved, createHeldStage, undiscovered } from '../../artifact/stage.ts';
import type { Program } from '../program.ts';

const whole = () => ({ configuration: approved, connect: createHeldStage().connect });

export const spendOverview: Program = {
  shows: 'How concentrated the spend is, and where it goes.',
  address: '#spend-overview',
  page: whole,
  settles: 'Top apps by 12-month spend',
};

export const spendApps: Program = {
  shows: 'Every app in one table, filtered by words.',
  address: '#spend-apps--q-video',
  page: whole,
  settles: /of \d+ apps/,
};

export const spendAppsFilters: Program = {
  shows: 'The filters, behind one chip where the pane is narrow.',
  address: '#spend-apps',
  page: whole,
  steps: [{ fill: 'Name, vendor or category', value: 'no such app' }],
  settles: 'No app matches. Take a filter away.',
};

export const spendLicenses: Program = {
  shows: 'Licenses cut into parts; unknown use in a place of its own.',
  address: '#spend-licenses',
  page: whole,
  settles: 'Use and cost',
};

export const spendOverlap: Program = {
  shows: 'Apps in one category, not confirmed, with what keeping one would take.',
  address: '#spend-overlap',
  page: whole,
  steps: [{ press: 'Compare which to keep' }],
  settles: 'If this one is kept',
};

export const spendDraft: Program = {
  shows: 'Spend on a discovered mapping.',
  address: '#spend-overview',
  page: () => ({ configuration: undiscovered, connect: createHeldStage().connect }),
  settles: 'Top apps by 12-month spend',
};

export const exports: Program = {
  shows: 'What can leave the view on screen.',
  address: '#spend-licenses',
  page: whole,
  steps: [{ press: 'Export' }],
  settles: 'Brief, one page',
};
