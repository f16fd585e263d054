import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { createStage } from '../fetched-stage.ts';
import { approved, records, undiscovered } from '../stage.ts';
import { show } from './show.tsx';
import { person } from '../person.ts';

function region(name: string | RegExp): HTMLElement {
  return screen.getByRole('region', { name });
}

describe('the dashboard on the demo tenant', () => {
  it('opens on Decide with a sentence, four key figures and what is to be decided in 60 days below', async () => {
    await show({ configuration: approved, connect: createStage().connect });
    expect(screen.getByRole('main')).toHaveTextContent(
      /can leave the bill today|needs a decision by|is locked|on a date that no record gives|Nothing to decide/,
    );
    const terms = screen.getAllByRole('term').filter((term) => term.closest('.kpi') !== null);
    const figures = terms.map((term) => term.textContent);
    expect(figures).toEqual([
      'Annual baseline',
      'Leaves the bill a year',
      'No usage data',
      'Terms ending in 60 days',
    ]);
    await person.click(screen.getByRole('link', { name: 'Renewals' }));
    const soon = region('Contracts to decide in the next 60 days');
    const link = within(soon).getByRole('link', { name: /^List only these \d+ contracts?$/ });
    const due = Number(/\d+/.exec(link.textContent ?? '')?.[0]);
    expect(due).toBeGreaterThan(0);
    await person.click(link);
    const listed = screen.getByRole('table', { name: 'Contracts, soonest notice first' });
    // The row of headers is one more.
    expect(within(listed).getAllByRole('row')).toHaveLength(due + 1);
  });

  it('says once at the top how completely it was read, and of the figures how much they cover', async () => {
    await show({ configuration: approved, connect: createStage().connect });
    expect(screen.getByRole('banner')).toHaveTextContent(
      /as of Nov 22, 2026.*all records read, \d+:\d\d [AP]M/,
    );
    expect(screen.getByRole('main')).not.toHaveTextContent('all records read');
    expect(screen.getByText('Annual baseline').parentElement).toHaveTextContent(/36 of 39 apps priced/);
    expect(screen.getByText('Leaves the bill a year').parentElement).toHaveTextContent(
      /seats known for \d+% of spend/,
    );
  });

  it('leads to the top apps, the crowded apps and the licenses under Spend', async () => {
    await show({ configuration: approved, connect: createStage().connect });
    await person.click(screen.getByRole('link', { name: 'Spend' }));
    const rows = within(region('Top apps by 12-month spend')).getAllByRole('rowheader');
    expect(rows).toHaveLength(10);
    expect(region('Apps with more than 100 users')).toHaveTextContent(/more than 100 active users/);
    await person.click(screen.getByRole('link', { name: 'Licenses' }));
    expect(region('Licenses')).toHaveTextContent(/purchased licenses in \d+ apps are idle/);
  });

  it('shows every figure of 12-month spend as Torii holds it, largest first', async () => {
    await show({ configuration: approved, connect: createStage().connect }, '#spend');
    const first = within(region('Top apps by 12-month spend')).getAllByRole('row')[1];
    const [largest] = records.apps
      .filter(({ isHidden }) => isHidden !== true)
      .map(({ name, expenses }) => ({ name, minor: minorOf(expenses) }))
      .toSorted((a, b) => b.minor - a.minor);
    expect(first).toHaveTextContent(JSON.stringify(largest?.name).slice(1, -1));
    expect(first).toHaveTextContent(`$${Math.round((largest?.minor ?? 0) / 100).toLocaleString('en-US')}`);
  });

  it('opens the destination that the address names', async () => {
    await show({ configuration: approved, connect: createStage().connect }, '#data');
    expect(screen.getByRole('link', { name: 'Data' }).getAttribute('aria-current')).toBe('page');
    expect(region('Completeness')).toHaveTextContent('Every source that was read is complete.');
    await vi.waitFor(() =>
      expect(region('Self-audit')).toHaveTextContent(/All \d+ checks on this result hold\./),
    );
    expect(region('Read-only proof')).toHaveTextContent('all of them read tools');
  });

  it('lists each call in the log, so that what was asked can be checked', async () => {
    const stage = createStage();
    await show({ configuration: approved, connect: stage.connect }, '#data');
    expect(region('Call log')).toHaveTextContent(`${stage.calls.length} calls by this page`);
  });

  it('says once, in a live region, that reading has ended', async () => {
    await show({ configuration: approved, connect: createStage().connect });
    const said = screen.getAllByRole('status').filter((one) => one.className === 'visually-hidden');
    expect(said).toHaveLength(1);
    expect(said[0]).toHaveTextContent(/^Read \d+ apps\./);
  });

  it('watermarks invented data on every destination', async () => {
    const { connect } = createStage();
    await show({ configuration: approved, connect, demo: connect, startWithDemo: true });
    for (const name of ['Spend', 'Data', 'Decide']) {
      await person.click(screen.getByRole('link', { name }));
      expect(screen.getByText('Demo data')).toBeVisible();
    }
  });

  it('carries no watermark on live data', async () => {
    await show({ configuration: approved, connect: createStage().connect });
    expect(screen.queryByText('Demo data')).not.toBeInTheDocument();
  });
});

describe('a discovered draft', () => {
  it('is labeled on every figure it touches', async () => {
    await show({ configuration: undiscovered, connect: createStage().connect });
    const notes = screen.getAllByRole('definition').filter((node) => node.className === 'kpi-notes');
    const labeled = notes.filter((note) => note.textContent?.includes('draft mapping'));
    expect(labeled.length).toBeGreaterThanOrEqual(4);
    await person.click(screen.getByRole('link', { name: 'Renewals' }));
    expect(region('Contracts to decide in the next 60 days')).toHaveTextContent('draft mapping');
  });

  it('is not claimed where the mapping is approved', async () => {
    await show({ configuration: approved, connect: createStage().connect });
    expect(screen.queryByText('draft mapping')).not.toBeInTheDocument();
  });

  it('says under Data that nobody has approved it', async () => {
    await show({ configuration: undiscovered, connect: createStage().connect }, '#data');
    expect(region('Tenant mapping')).toHaveTextContent('nobody has approved it');
  });
});

describe('an empty tenant', () => {
  it('is said to be empty, and shows no zeros', async () => {
    const stage = createStage({ rows: { apps: [], contracts: [] } });
    await show({ configuration: approved, connect: stage.connect });
    expect(screen.getByText('Torii answered, but lists no apps for this account.')).toBeVisible();
    expect(screen.queryByText('Annual baseline')).not.toBeInTheDocument();
    expect(screen.getByRole('main')).not.toHaveTextContent('$0');
  });
});

describe('hostile text', () => {
  it('is shown as text', async () => {
    const [first, ...rest] = records.apps;
    const name = '<img src=x onerror="window.injected=true"><script>window.injected=true</script>';
    const apps = [{ ...first, name, expenses: { value: 999_999_999, currency: 'USD' } }, ...rest];
    await show({ configuration: approved, connect: createStage({ rows: { apps } }).connect }, '#spend');
    await waitFor(() => expect(screen.getByRole('main')).toHaveTextContent(name));
    expect(document.querySelector('main img, main script')).not.toBeInTheDocument();
    expect(Reflect.get(window, 'injected')).toBeUndefined();
  });
});

function minorOf(expenses: unknown): number {
  if (typeof expenses === 'number') return expenses;
  const { value, convertedValue } = (expenses ?? {}) as { value?: number; convertedValue?: number };
  return convertedValue ?? value ?? -1;
}
