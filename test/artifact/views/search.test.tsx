import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../../artifact/views/search/entries.ts';
import { createFind } from '../../../artifact/views/search/find.ts';
import type { Analysis } from '../../../skill/analysis/base/contract.ts';
import { createStage } from '../fetched-stage.ts';
import { approved } from '../stage.ts';
import { show } from './show.tsx';
import { fill, person } from '../person.ts';

async function find(query: string): Promise<HTMLElement> {
  await show({ configuration: approved, connect: createStage().connect }, '#renewals');
  await person.keyboard('/');
  const field = screen.getByRole('combobox', { name: /^Search/ });
  await fill(field, query);
  return field;
}

function hits(): (string | null)[] {
  return screen
    .queryAllByRole('option')
    .filter(isHit)
    .map(({ textContent }) => textContent);
}

function isHit(node: HTMLElement): boolean {
  return node.id.startsWith('hit-');
}

describe('search', () => {
  it('opens on a slash and finds apps, vendors, contracts and findings', async () => {
    await find('zoom');
    expect(hits()[0]).toBe('Zoom Workplace app');
    const kinds = new Set(hits().map((text) => text?.split(' ').at(-1)));
    expect(kinds).toEqual(new Set(['app', 'vendor', 'contract', 'finding']));
  });

  it('goes to the hit that the arrow keys chose, above the place it was opened from', async () => {
    const field = await find('zoom');
    await person.keyboard('{ArrowDown}');
    await person.keyboard('{ArrowUp}');
    expect(field).toHaveAttribute('aria-activedescendant', 'hit-0');
    await person.keyboard('{Enter}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 2, name: 'Zoom Workplace' })).toBe(document.activeElement);
    expect(window.location.hash).toBe('#renewals--app-1005');
  });

  it('lists the apps of a vendor', async () => {
    await find('atlassian');
    const vendor = screen
      .getAllByRole('option')
      .find(({ textContent }) => textContent === 'Atlassian vendor');
    if (vendor) await person.click(vendor);
    expect(window.location.hash).toBe('#spend-apps--vendor-Atlassian');
    expect(within(screen.getByRole('main')).getByRole('rowheader', { name: /^Jira/ })).toBeVisible();
  });

  it('says so when nothing has that name', async () => {
    await find('no such thing');
    expect(within(screen.getByRole('dialog')).getByRole('status')).toHaveTextContent(
      /^Nothing of that name\.$/,
    );
  });

  it('leaves a slash to the field it is typed in', async () => {
    await show({ configuration: approved, connect: createStage().connect }, '#spend-apps');
    await person.type(screen.getAllByRole('searchbox')[0] ?? document.body, '/');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});

describe('the order of hits', () => {
  const named = ['Slackware', 'The Slack Shop', 'Unslack', 'Slack'].map((name, id) => ({
    id,
    name,
    vendor: null,
    category: null,
    owner: null,
    stateClass: '',
  }));
  const analysis = {
    apps: named,
    renewals: [],
    findings: [{ id: 'f', appId: 0, action: 'Slack: reclaiming paid seats is one way to go' }],
    slices: [],
    inputs: { config: { organizationalView: null } },
  } as unknown as Analysis;
  const found = (query: string) => createFind(entriesOf(analysis))(query).map(({ text }) => text);

  it('is: called so, begins so, has a word that does; the middle of a word is no hit, findings come last', () => {
    expect(found('slack')).toEqual([
      'Slack',
      'Slackware',
      'The Slack Shop',
      'Slackware: Slack: reclaiming paid seats is one way to go',
    ]);
  });

  it('asks for every word', () => {
    expect(found('shop slack')).toEqual(['The Slack Shop']);
    expect(found('  ')).toEqual([]);
  });

  it('goes on from what the last query found, and starts over where the query does', () => {
    const find = createFind(entriesOf(analysis));
    const texts = (query: string) => find(query).map(({ text }) => text);
    expect(texts('sl')).toContain('Slackware');
    expect(texts('slackw')[0]).toBe('Slackware');
    expect(texts('the')).toEqual(['The Slack Shop']);
    expect(texts('ai')).toEqual([]);
  });
});

describe('what people type first', () => {
  it.each([
    ['AI', 'AI tools view'],
    ['Design', 'Design category'],
    ['renewals', 'Renewals view'],
    ['export', 'Export command'],
    ['what if', 'What-if command'],
    ['no owner', 'No owner view'],
    ['unsanctioned', 'Unsanctioned and paid for view'],
    ['last month', 'Decide view'],
    ['calendar', 'Calendar of deadlines command'],
    ['over 20k q1 2027', 'Renewals: at least $20,000 a year, Q1 2027 list'],
    ['apps over $1,500', 'Apps: at least $1,500 a year list'],
  ])('%s leads to %s', async (query, first) => {
    await find(query);
    expect(hits()[0]).toBe(first);
  });

  it('finds the deadline of an app by both words', async () => {
    await find('okta deadline');
    expect(hits()[0]).toMatch(/^Okta.*, notice by .+ contract$/);
  });

  it('never finds a part of a word', async () => {
    await find('ai');
    for (const text of hits()) expect(text?.toLowerCase()).toMatch(/(^|[^a-z])ai/);
  });

  it('opens the export by its command', async () => {
    await find('export');
    await person.keyboard('{Enter}');
    expect(await screen.findByRole('region', { name: 'Export' })).toBeVisible();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('opens on Ctrl-K, from a field too', async () => {
    await show({ configuration: approved, connect: createStage().connect }, '#spend-apps');
    screen.getAllByRole('searchbox')[0]?.focus();
    await person.keyboard('{Control>}k{/Control}');
    expect(screen.getByRole('combobox', { name: /^Search/ })).toBeVisible();
  });
});
