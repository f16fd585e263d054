import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createStage } from '../fetched-stage.ts';
import { approved } from '../stage.ts';
import { show } from '../views/show.tsx';
import { person } from '../person.ts';

const { connect } = createStage();

/** Opens a view and its export menu, and answers with the titles that are offered. */
async function offered(hash: string): Promise<string[]> {
  await show({ configuration: approved, connect }, hash);
  await person.click(screen.getByRole('button', { name: 'Export' }));
  const menu = screen.getByRole('region', { name: 'Export' });
  return within(menu)
    .getAllByRole('button', { name: /: CSV$/ })
    .map((button) => button.getAttribute('aria-label')?.replace(/: CSV$/, '') ?? '');
}

async function csvOf(title: string): Promise<string[]> {
  Object.assign(window, { claude: { use: () => Promise.resolve(null) } });
  await person.click(screen.getByRole('button', { name: `${title}: CSV` }));
  const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Hand to Claude' });
  Reflect.deleteProperty(window, 'claude');
  return box.value.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
}

describe('the tables on screen', () => {
  it.each([
    [
      '#inbox',
      [
        'Notice deadlines of the next 90 days',
        'Savings by when they can leave the bill',
        'To decide',
        'Savings that cannot be decided yet',
      ],
    ],
    // What is due in 60 days is part of the one list.
    ['#renewals', ['Contracts, soonest notice first']],
    ['#review', ['To judge']],
    [
      '#plan',
      [
        'Saving a year by the utilization aimed at',
        'The saving by lever: a full year, next 12 months, this fiscal year',
        'Plan per app, largest saving first',
      ],
    ],
    [
      '#data',
      [
        'Completeness of each source',
        'Mapped fields',
        'Tools: offered by Torii, granted to this page, called by it',
        'Calls',
      ],
    ],
    [
      '#spend-overview',
      ['Apps by 12-month spend', 'Annual cost by category', 'Apps with more than 100 users'],
    ],
  ])('are all offered in %s', async (hash, titles) => {
    expect(await offered(hash)).toEqual(titles);
  });

  it('leave as they stand there: all rows, in the order of the screen, amounts in cents', async () => {
    await offered('#plan');
    await person.click(screen.getByRole('button', { name: 'App' }));
    const lines = await csvOf('Plan per app, largest saving first');
    const header = lines.findIndex((line) => line.startsWith('App,Consider,Source'));
    const [first, ...rest] = lines.slice(header + 1);
    expect(first).toMatch(/^1Password,giving up .*,proposed,14645\.00,3838\.\d\d$/);
    expect(rest.length).toBeGreaterThan(10);
  });

  it('leave blank what is not known', async () => {
    await offered('#spend-overview');
    const lines = await csvOf('Apps with more than 100 users');
    expect(lines.find((line) => line.startsWith('OneDrive'))).toMatch(/,101,,$/);
  });
});

describe('a figure in a table', () => {
  it.each([
    ['#plan', 'Unassigned seats', /unassigned: seats/],
    ['#plan', 'Salesforce', /Salesforce: cost a year/],
    ['#spend-apps--q-zoom', 'Zoom Workplace', /Zoom Workplace: people with any use/],
    ['#spend-licenses', 'Slack', /Slack: active seats/],
    ['#data', 'Apps', /apps: rows/],
  ])('opens its lineage, in %s of %s', async (hash, row, title) => {
    await show({ configuration: approved, connect }, hash);
    const [line] = screen.getAllByRole('row', { name: new RegExp(`^${row}`) });
    const figure = line?.querySelector('td .figure');
    if (!figure) throw new Error('No cell of the row is a figure.');
    await person.click(figure);
    expect(screen.getByRole('dialog')).toHaveTextContent(title);
    expect(screen.getByRole('dialog')).not.toHaveTextContent('no such figure');
  });
});
