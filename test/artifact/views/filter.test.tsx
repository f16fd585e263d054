import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  anything,
  filterParameters,
  readFilter,
  wordsOfFilter,
} from '../../../artifact/views/filter/filter.ts';
import { filterTest } from '../../../artifact/views/filter/meets.ts';
import { periodChoices, periodOf, periodWords } from '../../../artifact/views/filter/period.ts';
import { subjectsOf } from '../../../artifact/views/filter/subject.ts';
import { readViews, storageOf } from '../../../artifact/views/filter/views.ts';
import type { Analysis } from '../../../skill/analysis/base/contract.ts';
import { fill, person } from '../person.ts';
import { createStage } from '../fetched-stage.ts';
import { approved } from '../stage.ts';
import { show } from './show.tsx';

describe('a period', () => {
  it.each([
    ['2027Q1', '2027-01-01', '2027-03-31', 'Q1 2027'],
    ['2028-q1', '2028-01-01', '2028-03-31', 'Q1 2028'],
    ['2028-02', '2028-02-01', '2028-02-29', 'Feb 2028'],
    ['2027-12', '2027-12-01', '2027-12-31', 'Dec 2027'],
    ['2027-01-15..2027-04-30', '2027-01-15', '2027-04-30', 'Jan 15, 2027 to Apr 30, 2027'],
    ['..2027-04-30', '0000-01-01', '2027-04-30', 'until Apr 30, 2027'],
    ['2027-04-30..', '2027-04-30', '9999-12-31', 'from Apr 30, 2027'],
  ])('%s is %s to %s', (text, from, to, words) => {
    expect(periodOf(text)).toEqual({ from, to });
    expect(periodWords(text)).toBe(words);
  });

  it.each(['', '2027', '2027Q5', '2027-13', '..', '2027-1-1..', 'soon'])('is not %j', (text) => {
    expect(periodOf(text)).toBeNull();
  });

  it('is offered from the present quarter and month on, over the turn of a year', () => {
    const { Quarters, Months } = periodChoices('2026-11-27');
    expect(Quarters.slice(0, 2).map(({ value }) => value)).toEqual(['2026Q4', '2027Q1']);
    expect(Months.slice(0, 3).map(({ value }) => value)).toEqual(['2026-11', '2026-12', '2027-01']);
    expect(Quarters.every(({ value }) => periodOf(value) !== null)).toBe(true);
  });
});

describe('a filter in an address', () => {
  it('comes back as it was written, and leaves out what cannot be asked', () => {
    const asked = { ...anything, value: '20000', period: '2027Q1', owner: 'none', ai: 'yes' };
    const parameters = Object.entries(filterParameters(asked)).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    );
    expect(readFilter(Object.fromEntries(parameters))).toEqual(asked);
    expect(readFilter({ value: '20,000', period: 'soon', renews: 'perhaps', ai: 'no', cost: '0' })).toEqual(
      anything,
    );
    expect(readFilter({ ai: '' }).ai).toBe('yes');
  });

  it('is said in words', () => {
    const words = wordsOfFilter({ ...anything, value: '20000', period: '2027Q1', renews: 'yes' }, 'USD');
    expect(words).toBe('at least $20,000 a year, Q1 2027, that auto-renew');
  });
});

const app = (id: number, more: object) => ({
  id,
  name: `App ${id}`,
  vendor: null,
  category: null,
  owner: { id: '9' },
  stateClass: 'sanctioned',
  costAnnual: 100_000,
  aiRule: null,
  ...more,
});
const contract = (contractId: number, appId: number, more: object) => ({
  contractId,
  appId,
  name: `Contract ${contractId}`,
  appName: `App ${appId}`,
  annualValue: 2_000_000,
  termEnd: '2027-03-31',
  autoRenew: true,
  duplicateOf: null,
  bucket: 'later',
  ...more,
});

describe('what meets a filter', () => {
  const analysis = {
    apps: [
      app(1, {}),
      app(2, { owner: null, costAnnual: null, category: 'Design' }),
      app(3, { aiRule: 'name: AI', stateClass: 'unsanctioned', costAnnual: 0 }),
    ],
    renewals: [
      contract(10, 1, {}),
      contract(11, 1, { termEnd: '2027-04-01', annualValue: 1_999_999 }),
      contract(12, 2, { termEnd: null, autoRenew: null, annualValue: null }),
    ],
    findings: [
      { id: 'f', type: 'owner-departed', appId: 3, contractId: null, amount: null, action: 'Name one.' },
    ],
  } as unknown as Analysis;
  const subjects = subjectsOf(analysis);
  const apps = (asked: object) =>
    analysis.apps
      .filter((one) => filterTest({ ...anything, ...asked }, 'USD')(subjects.app(one)))
      .map(({ id }) => id);
  const contracts = (asked: object) =>
    analysis.renewals
      .filter((one) => filterTest({ ...anything, ...asked }, 'USD')(subjects.contract(one)))
      .map(({ contractId }) => contractId);

  it.each([
    [{ value: '20000' }, [10]],
    [{ period: '2027Q1' }, [10]],
    [{ period: '2027-04' }, [11]],
    [{ period: '..2030-01-01' }, [10, 11]],
    [{ renews: 'unknown' }, [12]],
    [{ owner: 'none' }, [12]],
    [{ q: 'contract 11' }, [11]],
    [{}, [10, 11, 12]],
  ])('contracts with %j: %j', (asked, ids) => {
    expect(contracts(asked)).toEqual(ids);
  });

  it.each([
    [{ owner: 'none' }, [2]],
    [{ owner: 'left' }, [3]],
    [{ owner: '9' }, [1, 3]],
    [{ state: 'unsanctioned' }, [3]],
    [{ category: 'Design' }, [2]],
    [{ category: 'none' }, [1, 3]],
    [{ ai: 'yes' }, [3]],
    [{ cost: 'unknown' }, [2]],
    // What costs nothing is not paid for.
    [{ cost: 'paid' }, [1]],
    [{ period: '2027Q2' }, [1]],
    [{ found: 'yes' }, [3]],
    // An unknown amount meets no bound.
    [{ value: '0' }, [1, 3]],
  ])('apps with %j: %j', (asked, ids) => {
    expect(apps(asked)).toEqual(ids);
  });
});

const { connect } = createStage();

describe('the filter bar', () => {
  it('keeps what is asked in the address, says how many and worth what, and is cleared', async () => {
    await show({ configuration: approved, connect }, '#spend-apps');
    await person.selectOptions(screen.getByRole('combobox', { name: 'Owner' }), 'No owner');
    expect(window.location.hash).toBe('#spend-apps--owner-none');
    expect(screen.getByRole('main')).toHaveTextContent(/\d+ of \d+ apps, \$[\d.]+k a year: no owner\./);
    await person.click(screen.getByRole('button', { name: 'Clear' }));
    expect(window.location.hash).toBe('#spend-apps');
  });

  it('takes what is written into the address as people write it', async () => {
    await show({ configuration: approved, connect }, '#spend-apps?value=20000&state=sanctioned');
    expect(screen.getByRole('main')).toHaveTextContent('at least $20,000 a year, state sanctioned');
    expect(screen.getByRole('textbox', { name: 'At least, USD a year' })).toHaveValue('20000');
  });

  it('lets typed text count at once and follow into the address', async () => {
    await show({ configuration: approved, connect }, '#spend-apps');
    await fill(screen.getByRole('searchbox'), 'zoom');
    expect(screen.getByRole('main')).toHaveTextContent(/text “zoom”/);
    await expect.poll(() => window.location.hash).toBe('#spend-apps--q-zoom');
    expect(screen.getByRole('searchbox')).toHaveValue('zoom');
  });

  it('saves a view by name, lists it, and hands all of them over as JSON', async () => {
    await show({ configuration: approved, connect }, '#spend-apps--state-unsanctioned');
    await person.click(screen.getByRole('button', { name: 'Save view' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Your views' }));
    await fill(dialog.getByRole('textbox', { name: 'Name of this view' }), 'To sanction');
    await person.click(dialog.getByRole('button', { name: 'Save' }));
    expect(dialog.getByRole('link', { name: 'To sanction' })).toHaveAttribute(
      'href',
      '#spend-apps--state-unsanctioned',
    );
    expect(dialog.getByRole<HTMLTextAreaElement>('textbox', { name: /say this to Claude/ }).value).toContain(
      '"address": "#spend-apps--state-unsanctioned"',
    );
    expect(readViews(storageOf(window)).map(({ name }) => name)).toEqual(['To sanction']);
    await person.click(dialog.getByRole('button', { name: 'Remove To sanction' }));
    expect(readViews(storageOf(window))).toEqual([]);
  });

  it('leads to AI tools, paid for by state, with the rule by which each is one', async () => {
    await show({ configuration: approved, connect }, '#spend-apps');
    await person.click(screen.getByRole('link', { name: 'AI tools' }));
    const table = screen.getByRole('table', { name: 'AI tools by state' });
    expect(within(table).getAllByRole('rowheader').length).toBeGreaterThan(0);
    expect(screen.getByRole('main')).toHaveTextContent(/AI tools? (is|are) paid for, \$[\d.]+k a year\./);
  });
});

describe('judging many at once', () => {
  it('lists nobody responsible first, with money, and judges what is selected', async () => {
    await show({ configuration: approved, connect }, '#review');
    const regions = screen.getAllByRole('region').filter((one) => within(one).queryByText(/^Select all/));
    const [first] = regions;
    expect(first).toHaveAccessibleName(/^Nobody responsible \(\d+\)$/);
    expect(first).toHaveTextContent(/\$[\d.]+k a year in the apps concerned/);
    if (first === undefined) return;
    await person.click(within(first).getByRole('checkbox', { name: /^Select all/ }));
    await person.click(screen.getByRole('button', { name: 'Snooze 90 days' }));
    const judged = within(screen.getByRole('region', { name: /^Nobody responsible/ }));
    expect(judged.getAllByDisplayValue('Snooze 90 days').length).toBeGreaterThan(2);
    expect(judged.queryByDisplayValue('Not judged')).not.toBeInTheDocument();
    expect(screen.getByText('0 selected')).toBeVisible();
  });
});
