import { cleanup, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { approved, createStage } from '../stage.ts';
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
    expect(first).toHaveTextContent(/Nov 23, in 1 day.*Okta Consider giving up 1 unassigned seat/);
    expect(first).toHaveTextContent(/\$101saved a year.*high confidence.*unassigned seats 9/);
  });

  it('keeps two contracts of one app apart, each with its own date and its part of the saving', async () => {
    await open('#decide');
    const items = within(region('To decide')).getAllByRole('listitem');
    const zoom = items.flatMap(({ textContent }) =>
      textContent?.includes('across its contracts') ? [textContent] : [],
    );
    expect(zoom).toHaveLength(2);
    expect(zoom[0]).toMatch(/Jan 2, 2027.*Zoom, Rotterdam office.*\$1,948saved a year/);
    expect(zoom[1]).toMatch(/Feb 18, 2027.*\$6,486saved a year/);
  });

  it('says what missing a deadline costs', async () => {
    await open('#decide');
    const items = within(region('To decide')).getAllByRole('listitem');
    expect(items[0]?.textContent).toMatch(/missing it commits \$14,140 until Jan 22, 2028/);
  });

  it('says renewing money to be no saving', async () => {
    await open('#decide');
    const items = within(region('To decide')).getAllByRole('listitem');
    const datadog = items.find((item) => item.textContent?.includes('Datadog'));
    expect(datadog).toHaveTextContent('$40,305renews a year');
  });

  it('drops what is rejected here, and keeps what is accepted', async () => {
    await open('#decide');
    await person.click(screen.getByRole('button', { name: 'Accept: Slack' }));
    expect(screen.queryByRole('button', { name: 'Accept: Slack' })).not.toBeInTheDocument();
    expect(within(region('To decide')).getByRole('link', { name: 'Slack' })).toBeVisible();
    await person.click(screen.getByRole('button', { name: 'Reject: Asana' }));
    expect(within(region('To decide')).queryByRole('link', { name: 'Asana' })).not.toBeInTheDocument();
  });

  it('holds with what cannot be decided yet the whole hard saving', async () => {
    await open('#decide');
    await person.click(screen.getByRole('button', { name: 'Show 11 more' }));
    const amounts = within(region('To decide'))
      .getAllByText('saved a year')
      .concat(...within(region('Cannot be decided yet')).getAllByRole('row').slice(1))
      .map(
        (node) =>
          node.parentElement?.querySelector('strong a') ?? node.querySelector('.numeric:last-child a'),
      );
    const sum = amounts.reduce((total, node) => total + cents(node?.getAttribute('title')), 0);
    const figure = screen.getByText('Hard saving a year').parentElement?.querySelector('.kpi-value a');
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
    const [first, second] = within(region(/60 days/))
      .getAllByRole('row')
      .slice(1);
    const stops = [...(first?.querySelectorAll('a') ?? [])];
    stops[0]?.focus();
    await person.keyboard('{ArrowRight}');
    expect(stops[1]).toHaveFocus();
    await person.keyboard('{ArrowDown}');
    expect(second?.contains(document.activeElement)).toBe(true);
  });

  it('has lanes that say in words what they draw, lead to the app and lie on the way of the arrow keys', async () => {
    await open('#renewals');
    const year = region('Contracts over the coming year');
    const lane = within(year).getAllByRole('link', { name: /: notice by .+, term ends .+/ })[0];
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
