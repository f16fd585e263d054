import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { entriesOf, search } from '../../../artifact/views/search/entries.ts';
import type { Analysis } from '../../../skill/analysis/base/contract.ts';
import { approved, createStage } from '../stage.ts';
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
    expect(window.location.hash).toBe('#spend-apps--q-Atlassian');
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
  }));
  const entries = entriesOf({ apps: named, renewals: [], findings: [] } as unknown as Analysis);

  it('is: begins with the query, has a word that does, has it at all', () => {
    const found = search(entries, 'slack').map(({ text }) => text);
    expect(found).toEqual(['Slackware', 'Slack', 'The Slack Shop', 'Unslack']);
  });

  it('asks for every word', () => {
    expect(search(entries, 'shop slack').map(({ text }) => text)).toEqual(['The Slack Shop']);
    expect(search(entries, '  ')).toEqual([]);
  });
});
