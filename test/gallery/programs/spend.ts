import { approved, createHeldStage, undiscovered } from '../../artifact/stage.ts';
import type { Program } from '../program.ts';

const whole = () => ({ configuration: approved, connect: createHeldStage().connect });

export const spendOverview: Program = {
  shows: 'How concentrated the spend is, and where it goes.',
  address: '#spend-overview',
  page: whole,
  settles: 'Top apps by 12-month spend',
};

export const spendByMonthRead: Program = {
  shows: 'What was paid month by month, beside what a month commits; one month lists its apps.',
  address: '#spend-overview--paid-2026_2d10',
  page: whole,
  steps: [{ press: 'Read the payments' }],
  settles: /^\d+ apps? paid in Oct 2026\.$/,
};

export const spendOwners: Program = {
  shows: 'Cost by owner, with the names that come after a click.',
  address: '#spend-overview',
  page: whole,
  steps: [{ choose: 'By', value: 'owner' }, { press: 'Show names' }],
  settles: 'On this screen only: no export carries them.',
};

export const spendAi: Program = {
  shows: 'AI tools by state, and the rules by which an app is one.',
  address: '#spend-apps--ai-yes',
  page: whole,
  settles: 'The rules by which an app is an AI tool',
};

export const spendSharedPeople: Program = {
  shows: 'Who of one app holds another: a grid of shares, and one app moved into another.',
  address: '#spend-overlap',
  page: whole,
  steps: [{ press: 'Read the users of these 3 apps (5 calls)' }, { press: 'Compare which to keep' }],
  settles: 'The shares as a table',
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
