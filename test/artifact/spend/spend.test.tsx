import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createStage } from '../fetched-stage.ts';
import { approved, records } from '../stage.ts';
import { show } from '../views/show.tsx';
import { fill, person } from '../person.ts';

const { connect } = createStage();

function open(segment: string): Promise<void> {
  return show({ configuration: approved, connect }, `#/spend/${segment}`);
}

function names(): string[] {
  return screen.getAllByRole('rowheader').map((cell) => cell.querySelector('a')?.textContent ?? '');
}

describe('Apps', () => {
  it('lists every app that is not hidden, most expensive first, and says how many rows there are', async () => {
    await open('apps');
    const listed = records.apps.filter(({ isHidden }) => isHidden !== true).length;
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe(String(listed + 1));
    expect(names()).toHaveLength(listed);
    const [header, first] = screen.getAllByRole('row');
    expect(header?.getAttribute('aria-rowindex')).toBe('1');
    expect(first?.getAttribute('aria-rowindex')).toBe('2');
    expect(names()[0]).toBe('Salesforce');
  });

  it('sorts by every column', async () => {
    await open('apps');
    for (const header of screen.getAllByRole('columnheader')) {
      await person.click(within(header).getByRole('button'));
      expect(header.getAttribute('aria-sort')).toMatch(/ascending|descending/);
    }
  });

  it('is filtered by words, state, category and findings, and says what it lists', async () => {
    await open('apps');
    const all = names().length;
    await fill(screen.getByRole('searchbox'), 'video zoom');
    expect(names().every((name) => name.startsWith('Zoom'))).toBe(true);
    await person.click(screen.getByRole('button', { name: 'Clear' }));
    expect(names()).toHaveLength(all);
    await person.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'closed');
    expect(names()).toEqual(['Box']);
    await person.selectOptions(screen.getByRole('combobox', { name: 'State' }), '');
    await person.click(screen.getByRole('button', { name: 'Has a finding' }));
    expect(names().length).toBeLessThan(all);
    expect(screen.getByRole('main')).toHaveTextContent(`${names().length} of ${all} apps`);
  });

  it('starts with the words of the address', async () => {
    await open('apps?q=slack');
    expect(names()).toEqual(['Slack']);
  });

  it('says so when nothing matches', async () => {
    await open('apps?q=nosuchapp');
    expect(screen.getByRole('main')).toHaveTextContent('No app matches.');
  });

  it('leads from row to row with the arrow keys', async () => {
    await open('apps');
    const links = screen.getAllByRole('rowheader').map((cell) => within(cell).getAllByRole('link')[0]);
    links[0]?.focus();
    await person.keyboard('{ArrowDown}');
    expect(links[1]).toHaveFocus();
    await person.keyboard('{ArrowUp}');
    expect(links[0]).toHaveFocus();
  });

  it('never shows the unknown as 0', async () => {
    await open('apps?q=onedrive');
    expect(screen.getAllByRole('row')[1]).toHaveTextContent('unknown');
    expect(screen.getAllByRole('row')[1]).not.toHaveTextContent('$0');
  });
});

describe('Overview', () => {
  it('breaks the cost down by what a person chooses; the groups add up to the baseline', async () => {
    await open('overview');
    await person.selectOptions(screen.getByRole('combobox', { name: 'By' }), 'vendor');
    const region = screen.getByRole('region', { name: 'Cost by vendor' });
    expect(within(region).getByRole('columnheader', { name: 'Vendor' })).toBeVisible();
    await person.selectOptions(screen.getByRole('combobox', { name: 'By' }), 'owner');
    const owners = screen.getByRole('region', { name: 'Cost by owner' });
    expect(owners).toHaveTextContent('No owner');
  });

  it('leads from a group to the apps behind its sum', async () => {
    await open('overview');
    await person.click(screen.getByRole('link', { name: 'Design' }));
    expect(window.location.hash).toBe('#spend-apps--category-Design');
    expect(names()).toEqual(['Adobe Creative Cloud', 'Figma', 'Canva']);
  });

  it.each([
    ['category', 'Design'],
    ['vendor', 'Salesforce'],
    ['owner', 'No owner'],
  ])('opens the lineage of the sum of a %s', async (by, name) => {
    await open('overview');
    await person.selectOptions(screen.getByRole('combobox', { name: 'By' }), by);
    const region = screen.getByRole('region', { name: `Cost by ${by}` });
    const row = within(region)
      .getByRole('rowheader', { name: new RegExp(`^${name}`) })
      .closest('tr');
    const [amount] = within(row ?? region)
      .getAllByRole('link', { name: /^\$/ })
      .slice(-1);
    await person.click(amount ?? document.body);
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByRole('heading', { level: 2, name: `${name}: cost a year` })).toBeVisible();
    expect(dialog.getByText(/^Sum of the annual cost of the apps/)).toBeVisible();
    expect(dialog.getAllByRole('listitem').length).toBeGreaterThan(0);
  });

  it('says that an Organizational View of people was not read, and places nothing', async () => {
    await open('overview');
    await person.selectOptions(screen.getByRole('combobox', { name: 'By' }), 'Department');
    const region = screen.getByRole('region', { name: 'Cost by Department' });
    expect(within(region).queryByRole('rowheader', { name: /^Unallocated/ })).not.toBeInTheDocument();
    expect(region).toHaveTextContent('Not read: which Department uses which app.');
  });

  it('says how concentrated the spend is, and draws it', async () => {
    await open('overview');
    expect(screen.getByRole('main')).toHaveTextContent(/\d+ of \d+ apps carry \d+% of the known \$/);
    expect(screen.getByRole('img', { name: /^12-month spend, app by app/ })).toBeVisible();
  });
});

describe('Licenses', () => {
  it('draws unknown use apart, never at 0', async () => {
    await open('licenses');
    const chart = screen.getByRole('group', { name: /licenses in use against annual cost/ });
    const unknown = [...chart.querySelectorAll('.dot-unknown')];
    expect(unknown.length).toBeGreaterThan(0);
    const zero = 176;
    for (const dot of unknown.filter(({ textContent }) => textContent?.includes('use unknown'))) {
      expect(Number(dot.querySelector('circle')?.getAttribute('cx'))).toBeLessThan(zero - 20);
    }
  });

  it('walks the dots with the arrow keys from one stop, each leading to its app', async () => {
    await open('licenses');
    const chart = screen.getByRole('group', { name: /licenses in use against annual cost/ });
    const dots = within(chart).getAllByRole('link');
    const stops = (): HTMLElement[] => dots.filter((dot) => dot.getAttribute('tabindex') === '0');
    expect(stops()).toEqual([dots[0]]);
    dots[0]?.focus();
    await person.keyboard('{ArrowRight}');
    expect(dots[1]).toHaveFocus();
    expect(stops()).toEqual([dots[1]]);
    const [, name] = /^(.+): .+(in use|use unknown)/.exec(dots[1]?.textContent ?? '') ?? [];
    await person.click(dots[1] ?? document.body);
    expect(screen.getByRole('heading', { level: 2, name })).toBeVisible();
  });
});

describe('Overlap', () => {
  it('confirms nothing by a category alone', async () => {
    await open('overlap');
    expect(screen.getByRole('main')).toHaveTextContent('None is confirmed');
    expect(screen.getAllByText('not confirmed').length).toBeGreaterThan(0);
    expect(screen.getByRole('main')).not.toHaveTextContent('confirmed by shared users');
  });

  it('asks the engine what keeping one app would take, and says what is taken for granted', async () => {
    await open('overlap');
    await person.click(screen.getAllByRole('button', { name: 'Compare which to keep' })[0] ?? document.body);
    expect(screen.getByRole('table', { name: 'If one app is kept for all' })).toBeVisible();
    expect(screen.getByRole('main')).toHaveTextContent('This takes for granted: No users of');
  });
});
