import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { approved, createStage } from '../stage.ts';
import { mainText, show } from './show.tsx';

const zoom = '#renewals--app-1005';

async function open(hash: string): Promise<void> {
  await show({ configuration: approved, connect: createStage().connect }, hash);
}

describe('the panel of an app', () => {
  it('is restored from its address, with its brief, seats, contracts, cost and findings', async () => {
    await open(zoom);
    expect(screen.getByRole('heading', { level: 2, name: 'Zoom Workplace' })).toBeTruthy();
    const sections = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(sections.slice(1)).toEqual([
      'Renewal brief',
      'Contracts',
      'Findings',
      'Seats',
      'Users',
      'Cost',
      'Record',
    ]);
    expect(screen.getByRole('region', { name: 'Renewal brief' }).textContent).toMatch(
      /Last safe date18 Feb 2027.*Consider giving up 18 unassigned seats/,
    );
    expect(screen.getByRole('region', { name: 'Seats' }).textContent).toContain('100 purchased, 82 assigned');
  });

  it('gives the reasons against a finding beside those for it', async () => {
    await open(zoom);
    const findings = within(screen.getByRole('region', { name: 'Findings' })).getAllByRole('listitem');
    const idle = findings.find((item) => item.textContent?.includes('without recent use'));
    expect(idle?.textContent).toMatch(/inactive seats 22.*against.*unknown seats 2/);
  });

  it('opens from the name of an app, and Esc returns to the same line', async () => {
    await open('#renewals');
    const [link] = screen.getAllByRole('link', { name: 'Zoom Workplace' });
    link?.focus();
    if (link) fireEvent.click(link);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: 'Zoom Workplace' }));
    expect(window.location.hash).toBe(zoom);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(screen.queryByRole('heading', { level: 2, name: 'Zoom Workplace' })).toBeNull();
    expect(document.activeElement).toBe(link);
    expect(window.location.hash).toBe('#renewals');
  });

  it('says so where no listed app has the number', async () => {
    await open('#decide--app-4');
    expect(mainText()).toContain('No listed app has this number.');
  });
});

describe('users of an app', () => {
  it('are read when asked for, and shown as counts that name nobody and reveal no small group', async () => {
    await open(zoom);
    const saving = screen.getByRole('region', { name: 'Cost' }).textContent;
    fireEvent.click(screen.getByRole('button', { name: 'Read its users' }));
    await screen.findByText(/accounts in Torii, as counts/, {}, { timeout: 8000 });
    const text = screen.getByRole('region', { name: 'Users' }).textContent ?? '';
    expect(text).toMatch(/Used within 30 days\d+/);
    for (const [size] of text
      .replace(/.*here\./, '')
      .replaceAll(/(within|under|than) \d+/g, '')
      .matchAll(/\d+/g)) {
      expect(Number(size)).toBeGreaterThanOrEqual(5);
    }
    expect(text).not.toContain('@');
    expect(screen.getByRole('region', { name: 'Cost' }).textContent).toBe(saving);
  });
});

async function readUsers(): Promise<void> {
  await open(zoom);
  fireEvent.click(screen.getByRole('button', { name: 'Read its users' }));
  await screen.findByRole('button', { name: 'Show names' }, { timeout: 8000 });
}

function usersRegion(): HTMLElement {
  return screen.getByRole('region', { name: 'Users' });
}

function named(): string[] {
  return [...usersRegion().querySelectorAll('.names li')].map((item) => item.textContent ?? '');
}

describe('users of an app by name', () => {
  it('are read only after a second click, group by group, none of a small group, and are gone when hidden', async () => {
    await readUsers();
    const groups = usersRegion().querySelectorAll('dt').length;
    expect(named()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Show names' }));
    await screen.findByText(/The names are on this screen only/, {}, { timeout: 8000 });
    const lists = [...usersRegion().querySelectorAll('details')];
    expect(lists.length).toBeGreaterThan(0);
    expect(lists.length).toBeLessThanOrEqual(groups);
    for (const list of lists) {
      const names = [...list.querySelectorAll('li')].map((item) => item.textContent ?? '');
      expect(names.length).toBeGreaterThanOrEqual(5);
      expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
    }
    fireEvent.click(screen.getByRole('button', { name: 'Hide names' }));
    expect(named()).toEqual([]);
  });

  it('leave in no export and stay out of the call log', async () => {
    await readUsers();
    fireEvent.click(screen.getByRole('button', { name: 'Show names' }));
    await screen.findByText(/The names are on this screen only/, {}, { timeout: 8000 });
    const [name = 'nobody'] = named();
    expect(name).toMatch(/\w/);
    fireEvent.click(screen.getByRole('button', { name: 'Export' }));
    Object.assign(window, { claude: { use: () => Promise.resolve(null) } });
    const menu = screen.getByRole('region', { name: 'Export' });
    for (const choice of within(menu).getAllByRole('button', { name: /CSV$|JSON$|Markdown$/ })) {
      fireEvent.click(choice);
      // oxlint-disable-next-line no-await-in-loop -- one menu, one choice after the other
      const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Hand to Claude' });
      expect(box.value).not.toContain(name);
    }
    Reflect.deleteProperty(window, 'claude');
    fireEvent.keyDown(document.body, { key: 'Escape' });
    fireEvent.click(screen.getByRole('link', { name: 'Data' }));
    expect(mainText()).toContain('Not kept: the reply is about people.');
    expect(mainText()).not.toContain(name);
  });
});

describe('lineage', () => {
  it('explains a figure by formula, assumptions, figures, records and fields', async () => {
    await open('#decide--fact-app_2f1005_2fcostAnnual');
    const dialog = screen.getByRole('dialog', { name: 'How this figure came about' });
    expect(dialog.textContent).toContain('$25,531.80');
    expect(dialog.textContent).toContain('Annual value of the contracts in force: $19,635 + $5,896.80.');
    expect(dialog.textContent).toContain('annualValue from c_yearlyCost_4: 19635');
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Fact id' }).value).toBe(
      'app/1005/costAnnual',
    );
  });

  it('leads from a figure to those that it is made of, and closes on Esc', async () => {
    await open('#decide');
    fireEvent.click(screen.getAllByRole('link', { name: /^\$[\d,]+$/ })[0] ?? document.body);
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toContain('baseline a year');
    fireEvent.click(within(dialog).getByRole('link', { name: '$83,160' }));
    expect(screen.getByRole('dialog').textContent).toContain('Salesforce: cost a year');
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says so where there is no such figure', async () => {
    await open('#decide--fact-app_2f1_2fnothing');
    expect(screen.getByRole('dialog').textContent).toContain('This analysis has no such figure.');
  });

  it('names no person, although a record has an owner', async () => {
    await open('#decide--fact-app_2f1005_2fowner');
    expect(screen.getByRole('dialog').textContent).not.toMatch(/@|fullName/);
  });
});
