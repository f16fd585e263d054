/**
 * What goes well and badly at the invented company: departures from the ordinary, app by app, so that
 * each kind of finding has at least one honest cause even in the small tenant.
 */
import type { Currency } from './currency.ts';

export interface StoryTerms {
  /** Days from the as-of date to the end of the term; null = no end. */
  readonly end: number | null;
  readonly months: number;
  /** As typed into the tenant's field: days, a text nobody can read as days, or nothing. */
  readonly notice: number | string | null;
  readonly auto: 'Yes' | 'No' | null;
  readonly name?: string;
  readonly status?: string;
  readonly renewal?: number | null;
  /** What the deadline field holds: nothing, or a date that disagrees with the notice days. */
  readonly cancelBy?: 'none' | 'differs';
  /** The same agreement entered twice: it is paid once. */
  readonly copy?: true;
  readonly amountAs?: 'text' | 'object';
}

export interface StoryLine {
  readonly name: string;
  readonly share: number;
  /** Price relative to the product's own. */
  readonly factor: number;
  readonly currency?: Currency;
}

export interface Story {
  readonly state?: string;
  readonly hidden?: true;
  readonly owner?: 'none' | 'left';
  /** Assigned seats over purchased ones; above 1 = over-assigned. */
  readonly fill?: number;
  /** Share of the assigned seats that were used in the last 90 days. */
  readonly active?: number;
  /** Nothing was reported for the last 90 days: the connection is broken. */
  readonly stale?: true;
  readonly pay?: 'card' | 'none';
  /** What is paid a year, relative to the contract. */
  readonly paid?: number;
  /** The contract is over and the money still flows, month by month. */
  readonly lingers?: true;
  readonly refund?: true;
  readonly currency?: Currency;
  readonly lines?: readonly StoryLine[];
  /** Share of the seats that the contract commits to. */
  readonly commit?: number;
  readonly service?: true;
  readonly contracts?: readonly StoryTerms[];
}

const stories: Readonly<Record<string, Story>> = {
  'Microsoft 365': {
    fill: 0.96,
    active: 0.93,
    commit: 0.9,
    lines: [
      { name: 'Microsoft 365 E3', share: 0.86, factor: 1 },
      { name: 'Microsoft 365 E5', share: 0.14, factor: 1.5 },
    ],
    contracts: [{ end: 402, months: 36, notice: 60, auto: 'Yes', renewal: 12 }],
  },
  'Microsoft Teams': { fill: 0.9, active: 0.6, pay: 'card' },
  'OneDrive for Business': { pay: 'none' },
  Slack: {
    fill: 0.87,
    active: 0.86,
    contracts: [{ end: 75, months: 12, notice: 45, auto: 'Yes', renewal: 12 }],
  },
  'Zoom Workplace': {
    fill: 0.82,
    active: 0.71,
    lines: [
      { name: 'Zoom Workplace Business', share: 0.85, factor: 1 },
      { name: 'Zoom Workplace Business (Rotterdam)', share: 0.15, factor: 1.7, currency: 'EUR' },
    ],
    contracts: [
      { end: 118, months: 12, notice: 30, auto: 'Yes', renewal: 12 },
      { end: 41, months: 12, notice: 30, auto: 'No', name: 'Zoom, Rotterdam office', amountAs: 'object' },
    ],
  },
  'Cisco Webex': {
    owner: 'left',
    active: 0.42,
    contracts: [{ end: 33, months: 12, notice: 60, auto: 'Yes', renewal: 12 }],
  },
  Asana: {
    fill: 0.78,
    active: 0.68,
    contracts: [{ end: 52, months: 12, notice: 30, auto: 'Yes', renewal: 12, cancelBy: 'differs' }],
  },
  'monday.com': { state: 'In Review', fill: 0.8, active: 0.64, pay: 'card' },
  Trello: { state: 'Discovered', owner: 'none' },
  Salesforce: {
    fill: 0.88,
    active: 0.84,
    commit: 0.85,
    contracts: [{ end: 497, months: 36, notice: 90, auto: 'Yes', renewal: 12, amountAs: 'text' }],
  },
  Figma: {
    fill: 1.08,
    active: 0.9,
    contracts: [{ end: 160, months: 12, notice: null, auto: null, cancelBy: 'none' }],
  },
  'Adobe Creative Cloud': {
    fill: 0.75,
    active: 0.72,
    paid: 1.38,
    contracts: [{ end: 5, months: 12, notice: 30, auto: 'Yes', renewal: 12 }],
  },
  Notion: { fill: 0.86, active: 0.74, pay: 'card', refund: true },
  Mural: { owner: 'left', stale: true, state: 'Cost optimization' },
  'Dropbox Business': { state: 'Need to close', fill: 0.7, active: 0.52 },
  Box: { state: 'Closed', owner: 'none', active: 0.1 },
  'GitHub Enterprise': { fill: 0.9, active: 0.88, service: true },
  Datadog: {
    contracts: [
      { end: 88, months: 12, notice: 30, auto: 'Yes', renewal: 12 },
      { end: 88, months: 12, notice: 30, auto: 'Yes', renewal: 12, copy: true },
    ],
  },
  Snowflake: { owner: 'none' },
  Zendesk: {
    fill: 0.83,
    active: 0.8,
    contracts: [{ end: -40, months: 12, notice: 60, auto: 'Yes', renewal: 12 }],
  },
  Intercom: { lingers: true, contracts: [{ end: -65, months: 12, notice: 30, auto: 'No' }] },
  Okta: {
    fill: 0.94,
    active: 0.95,
    service: true,
    contracts: [{ end: 61, months: 24, notice: 60, auto: 'Yes', renewal: 12 }],
  },
  Personio: {
    currency: 'EUR',
    contracts: [{ end: 305, months: 24, notice: 90, auto: 'Yes', renewal: 12 }],
  },
  DocuSign: {
    fill: 0.8,
    active: 0.66,
    contracts: [{ end: 24, months: 12, notice: 'see section 9', auto: 'Yes', cancelBy: 'none' }],
  },
  Grammarly: { state: 'Discovered', owner: 'none' },
  'ChatGPT Team': { state: 'Not Approved', owner: 'none' },
  Loom: { state: 'Parked by Audit', fill: 0.9, active: 0.44 },
  Calendly: {
    contracts: [{ end: null, months: 1, notice: 30, auto: 'Yes', renewal: 1 }],
  },
  Snyk: {
    currency: 'GBP',
    contracts: [{ end: 140, months: 24, notice: 60, auto: 'No' }],
  },
  Backlog: {
    currency: 'JPY',
    contracts: [{ end: 95, months: 12, notice: 30, auto: 'Yes', renewal: 12 }],
  },
  Canva: { state: 'Orchid Exception' },
  Tableau: { fill: 0.84, active: 0.4 },
  Sketch: { hidden: true, owner: 'none' },
  'Zoom.us': { state: 'Discovered', owner: 'none', pay: 'none' },
  'Google Workspace': { state: 'Cost optimization', fill: 0.7, active: 0.58 },
  'Google Meet': { pay: 'none' },
  'GitHub Copilot': { fill: 0.85, active: 0.55 },
  LastPass: { state: 'Need to close', active: 0.2, owner: 'left' },
  ServiceNow: { commit: 0.9 },
};

export function storyOf(name: string): Story {
  return stories[name] ?? {};
}
