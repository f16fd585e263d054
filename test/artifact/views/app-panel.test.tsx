import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createStage } from '../fetched-stage.ts';
import { approved } from '../stage.ts';
import { show } from './show.tsx';
import { person } from '../person.ts';

const zoom = '#renewals--app-1005';

async function open(hash: string): Promise<void> {
  await show({ configuration: approved, connect: createStage().connect }, hash);
}

describe('the panel of an app', () => {
  it('is restored from its address, with its brief, seats, contracts, cost and findings', async () => {
    await open(zoom);
    expect(screen.getByRole('heading', { level: 2, name: 'Zoom Workplace' })).toBeVisible();
    const sections = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(sections.slice(1)).toEqual([
      'Renewal brief',
      'Contracts',
      'Findings',
      'Seats',
      'License lines',
      'Users',
      'Cost',
      'Paid by month',
      'Record',
    ]);
    expect(screen.getByRole('region', { name: 'Renewal brief' })).toHaveTextContent(
      /Last safe dateFeb 18, 2027.*Consider giving up 18 unassigned seats/,
    );
    expect(screen.getByRole('region', { name: 'Seats' })).toHaveTextContent('100 purchased, 82 assigned');
  });

  it('gives the reasons against a finding beside those for it', async () => {
    await open(zoom);
    const findings = within(screen.getByRole('region', { name: 'Findings' })).getAllByRole('listitem');
    const idle = findings.find((item) => item.textContent?.includes('without recent use'));
    expect(idle).toHaveTextContent(/inactive seats 22.*against.*unknown seats 2/);
  });

  it('opens from the name of an app, and Esc returns to the same line', async () => {
    await open('#renewals');
    const [link] = screen.getAllByRole('link', { name: 'Zoom Workplace' });
    link?.focus();
    if (link) await person.click(link);
    expect(screen.getByRole('heading', { level: 2, name: 'Zoom Workplace' })).toHaveFocus();
    expect(window.location.hash).toBe(zoom);
    await person.keyboard('{Escape}');
    expect(screen.queryByRole('heading', { level: 2, name: 'Zoom Workplace' })).not.toBeInTheDocument();
    expect(link).toHaveFocus();
    expect(window.location.hash).toBe('#renewals');
  });

  it('says so where no listed app has the number', async () => {
    await open('#decide--app-4');
    expect(screen.getByRole('main')).toHaveTextContent('No listed app has this number.');
  });
});

describe('users of an app', () => {
  it('are read when asked for, and shown as counts that name nobody and reveal no small group', async () => {
    await open(zoom);
    const saving = screen.getByRole('region', { name: 'Cost' }).textContent;
    await person.click(screen.getByRole('button', { name: 'Read its users' }));
    await screen.findByText(/accounts in Torii, as counts/);
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
  await person.click(screen.getByRole('button', { name: 'Read its users' }));
  await screen.findByRole('button', { name: 'Show names' });
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
    await person.click(screen.getByRole('button', { name: 'Show names' }));
    await screen.findByText(/The names are on this screen only/);
    const lists = [...usersRegion().querySelectorAll('details')];
    expect(lists.length).toBeGreaterThan(0);
    expect(lists.length).toBeLessThanOrEqual(groups);
    for (const list of lists) {
      const names = [...list.querySelectorAll('li')].map((item) => item.textContent ?? '');
      expect(names.length).toBeGreaterThanOrEqual(5);
      expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
    }
    await person.click(screen.getByRole('button', { name: 'Hide names' }));
    expect(named()).toEqual([]);
  });

  it('leave in no export and stay out of the call log', async () => {
    await readUsers();
    await person.click(screen.getByRole('button', { name: 'Show names' }));
    await screen.findByText(/The names are on this screen only/);
    const [name = 'nobody'] = named();
    expect(name).toMatch(/\w/);
    await person.click(screen.getByRole('button', { name: 'Export' }));
    Object.assign(window, { claude: { use: () => Promise.resolve(null) } });
    const menu = screen.getByRole('region', { name: 'Export' });
    for (const choice of within(menu).getAllByRole('button', { name: /CSV$|JSON$|Markdown$/ })) {
      await person.click(choice);
      // oxlint-disable-next-line no-await-in-loop -- one menu, one choice after the other
      const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Hand to Claude' });
      expect(box.value).not.toContain(name);
    }
    Reflect.deleteProperty(window, 'claude');
    await person.keyboard('{Escape}');
    await person.click(screen.getByRole('link', { name: 'Data' }));
    expect(screen.getByRole('main')).toHaveTextContent('Not kept: the reply is about people.');
    expect(screen.getByRole('main')).not.toHaveTextContent(name);
  });
});

describe('lineage', () => {
  it('explains a figure by formula, assumptions, figures, records and fields', async () => {
    await open('#decide--fact-app_2f1005_2fcostAnnual');
    const dialog = screen.getByRole('dialog', { name: 'How this figure came about' });
    expect(dialog).toHaveTextContent('$25,531.80');
    expect(dialog).toHaveTextContent('Annual value of the contracts in force: $19,635 + $5,896.80.');
    expect(dialog).toHaveTextContent('annualValue from c_yearlyCost_4: 19635');
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Fact id' }).value).toBe(
      'app/1005/costAnnual',
    );
  });

  it('leads from a figure to those that it is made of, and closes on Esc', async () => {
    await open('#decide');
    const baseline = screen.getByText('Annual baseline').parentElement ?? document.body;
    await person.click(within(baseline).getByRole('link', { name: /^\$[\d,]+$/ }));
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent('baseline a year');
    expect(dialog).toHaveTextContent(/\d+ rows add up to \$[\d,.]+\./);
    await person.click(within(dialog).getByRole('link', { name: 'Salesforce: cost a year $83,160' }));
    expect(screen.getByRole('dialog', { name: 'How this figure came about' })).toHaveTextContent(
      'Salesforce: cost a year',
    );
    await person.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('puts values into the formula, each a way to its own lineage', async () => {
    await open('#decide--fact-ledger_2funassigned_3aapp_2d1012_2fhardAnnual');
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent('9 seats × $83,160 ÷ 40 = $18,711.');
    await person.click(within(dialog).getByRole('link', { name: '40' }));
    expect(screen.getByRole('dialog')).toHaveTextContent('purchased');
  });

  it('lists the contracts that a count counts', async () => {
    await open('#decide--fact-count_2frenewing60');
    expect(screen.getByRole('dialog')).toHaveTextContent('Contracts whose term ends within 60 days.');
    expect(within(screen.getByRole('dialog')).getAllByRole('link').length).toBeGreaterThan(2);
  });

  it('says so where there is no such figure', async () => {
    await open('#decide--fact-app_2f1_2fnothing');
    expect(screen.getByRole('dialog')).toHaveTextContent('This analysis has no such figure.');
  });

  it('names no person, although a record has an owner', async () => {
    await open('#decide--fact-app_2f1005_2fowner');
    expect(screen.getByRole('dialog')).not.toHaveTextContent(/@|fullName/);
  });
});
