import { act, cleanup, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createStage } from '../fetched-stage.ts';
import { approved } from '../stage.ts';
import { show } from './show.tsx';
import { person } from '../person.ts';

async function open(hash: string): Promise<void> {
  await show({ configuration: approved, connect: createStage().connect }, hash);
}

function region(name: string | RegExp): HTMLElement {
  return screen.getByRole('region', { name });
}

describe('the inbox', () => {
  it('gives each decision its date, its saving, its confidence and its reasons', async () => {
    await open('#decide');
    const [first] = within(region('To decide')).getAllByRole('listitem');
    expect(first).toHaveTextContent(/Nov 23, in 1 day.*Okta Consider giving up 1 of \d+ unassigned seats/);
    expect(first).toHaveTextContent(
      /at stake a year\$14,140saves a year\$101.*high confidence.*unassigned seats 9/,
    );
  });

  it('keeps two contracts of one app apart, each with its own date and its part of the saving', async () => {
    await open('#decide');
    const items = within(region('To decide')).getAllByRole('listitem');
    const zoom = items.flatMap(({ textContent }) =>
      textContent?.includes('across its contracts') ? [textContent] : [],
    );
    expect(zoom).toHaveLength(2);
    expect(zoom[0]).toMatch(
      /Jan 2, 2027.*Zoom, Rotterdam office.*saves a year\$1,948.*Ends by itself on Jan 2, 2027/,
    );
    expect(zoom[1]).toMatch(/Feb 18, 2027.*saves a year\$6,486/);
  });

  it('says what missing a deadline costs', async () => {
    await open('#decide');
    const items = within(region('To decide')).getAllByRole('listitem');
    expect(items[0]?.textContent).toMatch(
      /If nothing is done: renews for 12 months, \$14,140 to Jan 22, 2028, with idle seats that cost \$1,414/,
    );
  });

  it('groups the decisions by when they are due, counts them and says what they are worth', async () => {
    await open('#decide');
    const titles = within(region('To decide'))
      .getAllByRole('heading', { level: 3 })
      .map((node) => node.textContent);
    expect(titles).toHaveLength(5);
    expect(titles[0]).toBe('This week (1), $14,140 a year at stake, $101 a year to save');
    expect(titles[4]).toMatch(/^Can start any day \(11\), \$[\d,]+ a year to save$/);
    expect(region('To decide')).toHaveTextContent(/6 decisions not shown, \$[\d,]+ a year to save/);
  });

  it('names what is due this week before anything else is listed', async () => {
    await open('#decide');
    const week = region('This week (1)');
    expect(week).toHaveTextContent(
      /1 decision, \$14,140 a year at stake, \$101 a year to save\. The next is due by/,
    );
    expect(week).toHaveTextContent(
      /Okta.*If nothing is done: renews for 12 months, \$14,140 to Jan 22, 2028/,
    );
  });

  it('is narrowed by a part of the bar to what leaves the bill then', async () => {
    await open('#decide');
    const bar = screen.getByRole('group', { name: 'Savings a year by when they can leave the bill' });
    await person.click(within(bar).getByRole('link', { name: /can leave the bill today, in \d+ apps/ }));
    expect(window.location.hash).toBe('#inbox--when-now');
    const headings = within(region('To decide')).getAllByRole('heading', { level: 3 });
    expect(headings.map((node) => node.textContent?.split(' (')[0])).toEqual(['Can start any day']);
    await person.click(screen.getByRole('link', { name: 'Show all decisions' }));
    expect(within(region('To decide')).getAllByRole('heading', { level: 3 })).toHaveLength(5);
  });

  it('says renewing money to be no saving', async () => {
    await open('#decide');
    const items = within(region('To decide')).getAllByRole('listitem');
    const datadog = items.find((item) => item.textContent?.includes('Datadog'));
    expect(datadog).toHaveTextContent('at stake a year$40,305saves a yearnothing');
  });

  it('drops what is rejected here, and keeps what is accepted', async () => {
    await open('#decide');
    await person.click(screen.getByRole('button', { name: 'Accept: Slack' }));
    expect(screen.queryByRole('button', { name: 'Accept: Slack' })).not.toBeInTheDocument();
    expect(within(region('To decide')).getByRole('link', { name: 'Slack' })).toBeVisible();
    await person.click(screen.getByRole('button', { name: 'Dismiss: Asana' }));
    expect(within(region('To decide')).queryByRole('link', { name: 'Asana' })).not.toBeInTheDocument();
  });

  it('holds with what cannot be decided yet the whole hard saving', async () => {
    await open('#decide');
    await person.click(screen.getByRole('button', { name: 'Show 6 more' }));
    const amounts = within(region('To decide'))
      .getAllByText('saves a year')
      .concat(...within(region('Cannot be decided yet')).getAllByRole('row').slice(1))
      .map(
        (node) => node.parentElement?.querySelector('dd a') ?? node.querySelector('.numeric:last-child a'),
      );
    const sum = amounts
      .filter((node) => node !== null)
      .reduce((total, node) => total + cents(node.getAttribute('title')), 0);
    const figure = screen.getByText('Leaves the bill a year').parentElement?.querySelector('.kpi-value a');
    expect(sum).toBe(cents(figure?.getAttribute('title')));
    expect(sum).toBeGreaterThan(0);
  });
});

describe('renewals', () => {
  it('stand in lanes, soonest notice first, and can be narrowed to a bucket that the address keeps', async () => {
    await open('#renewals');
    const year = region('Contracts over the coming year');
    const all = within(year).getAllByRole('rowheader').length;
    await person.selectOptions(within(year).getByRole('combobox', { name: /^Show/ }), 'missed');
    expect(window.location.hash).toBe('#renewals--bucket-missed');
    const missed = within(year).getAllByRole('row').slice(1);
    expect(missed.length).toBeLessThan(all);
    for (const row of missed) expect(row).toHaveTextContent('missed');
  });

  it('let the arrow keys lead along a row and down a column', async () => {
    await open('#renewals');
    const table = screen.getByRole('table', { name: 'Contracts, soonest notice first' });
    const [first = table, second = table] = within(table).getAllByRole('row').slice(1);
    const [app, next] = within(first).getAllByRole('link');
    act(() => app?.focus());
    await person.keyboard('{ArrowRight}');
    expect(next).toHaveFocus();
    await person.keyboard('{ArrowDown}');
    expect(within(second).getAllByRole('link')).toContain(document.activeElement);
  });

  it('has lanes that say in words what they draw, lead to the app and lie on the way of the arrow keys', async () => {
    await open('#renewals');
    const year = region('Contracts over the coming year');
    const lane = within(year).getAllByRole('link', {
      name: /: (?:notice by .+|no notice needed), term ends .+/,
    })[0];
    const row = lane?.closest('tr');
    const words = lane?.getAttribute('aria-label') ?? '';
    const name = within(row ?? year).getAllByRole('link')[0]?.textContent ?? '';
    expect(words.startsWith(`${name}: `)).toBe(true);
    lane?.focus();
    await person.keyboard('{ArrowDown}');
    expect(row?.nextElementSibling?.querySelector('.lane-link')).toBe(document.activeElement);
    await person.click(document.activeElement ?? document.body);
    expect(document.activeElement?.id).toBe('panel-title');
  });
});

describe('review', () => {
  it('groups by kind what a person must judge, and takes a judgment', async () => {
    await open('#review');
    const owners = region('Price out of line (1)');
    const [judgment] = within(owners).getAllByRole<HTMLSelectElement>('combobox');
    if (judgment) await person.selectOptions(judgment, 'accepted-risk');
    expect(within(region('Price out of line (1)')).getByDisplayValue('Accept as risk')).toBeVisible();
    expect(region('To judge')).toHaveTextContent(/^To judge\d+ findings to judge, in \d+ kinds/);
  });
});

function cents(text: string | null | undefined): number {
  return Math.round(Number(text?.replace(/[^\d.-]/g, '')) * 100);
}

function judgment(): HTMLSelectElement {
  const name = /^Judgment: Check whether this contract/;
  const [choice] = screen.getAllByRole<HTMLSelectElement>('combobox', { name });
  if (choice === undefined) throw new Error('There is nothing to judge.');
  return choice;
}

describe('a judgment that came with the page', () => {
  it('can be taken back to not judged', async () => {
    await open('#review');
    await person.selectOptions(judgment(), 'accepted');
    await person.click(screen.getByRole('link', { name: 'Plan' }));
    const text = screen.getByLabelText<HTMLTextAreaElement>('Give this to Claude').value;
    const decisions: unknown = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
    cleanup();
    await show({ configuration: { ...approved, decisions }, connect: createStage().connect }, '#review');
    expect(judgment().value).toBe('accepted');
    await person.selectOptions(judgment(), '');
    expect(judgment().value).toBe('');
    expect(screen.getByText(/what-if: 1 entry removed/)).toBeVisible();
  });
});
