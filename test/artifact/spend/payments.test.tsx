import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failure } from '../../../skill/torii/failure.ts';
import { person } from '../person.ts';
import { createStage } from '../fetched-stage.ts';
import { approved, records } from '../stage.ts';
import { show } from '../views/show.tsx';

const region = (): HTMLElement => screen.getByRole('region', { name: 'Spend by month' });
const readButton = (): HTMLElement => screen.getByRole('button', { name: 'Read the payments' });

/** Cents that the records of the stage say were paid in a month. */
function paidIn(month: string): number {
  return records.transactions
    .filter(({ transactionDate }) => typeof transactionDate === 'string' && transactionDate.startsWith(month))
    .reduce((sum, { amount }) => sum + Number(Object(amount).convertedValue), 0);
}

const written = (minor: number): string => `$${Math.round(minor / 100).toLocaleString('en-US')}`;

describe('spend by month', () => {
  it('is read when a person asks, moves no total, and is what the payments add up to', async () => {
    const stage = createStage();
    await show({ configuration: approved, connect: stage.connect }, '#spend-overview');
    expect(stage.calls.map(({ tool }) => tool)).not.toContain('list_transactions');
    expect(region()).toHaveTextContent('Not read: what was paid in which month.');
    const before = screen.getByRole('table', { name: 'Annual cost by category' }).textContent;
    await person.click(readButton());
    const chart = await screen.findByRole('group', { name: 'Paid in each of the last twelve months' });
    const bars = within(chart).getAllByRole('link');
    expect(bars).toHaveLength(12);
    expect(bars[0]).toHaveAccessibleName(`Dec 2025: ${written(paidIn('2025-12'))} paid`);
    expect(bars[10]).toHaveAccessibleName(`Oct 2026: ${written(paidIn('2026-10'))} paid`);
    expect(bars[11]).toHaveAccessibleName(`Nov 2026 so far: ${written(paidIn('2026-11'))} paid`);
    expect(screen.getByRole('table', { name: 'Annual cost by category' }).textContent).toBe(before);
  });

  it('a month lists the apps that were paid for in it, largest first, and they add up', async () => {
    await show({ configuration: approved, connect: createStage().connect }, '#spend-overview');
    await person.click(readButton());
    await person.click(await screen.findByRole('link', { name: /^Oct 2026: / }));
    expect(window.location.hash).toBe('#spend-overview--paid-2026_2d10');
    const table = screen.getByRole('table', { name: 'Paid in Oct 2026, largest first' });
    for (const button of within(region()).queryAllByRole('button', { name: /^Show \d+ more/ })) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person.click(button);
    }
    const amounts = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => Number(/\$([\d,]+)$/.exec(row.textContent ?? '')?.[1]?.replaceAll(',', '')));
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    const sum = amounts.reduce((all, amount) => all + amount, 0);
    expect(Math.abs(sum - paidIn('2026-10') / 100)).toBeLessThanOrEqual(amounts.length);
  });

  it('says why it could not be read, and offers it again', async () => {
    const stage = createStage();
    stage.faults.list_transactions = failure('not-granted', 'list_transactions', 'no');
    await show({ configuration: approved, connect: stage.connect }, '#spend-overview');
    await person.click(readButton());
    await screen.findByText(/.+/, { selector: '.actions output' });
    expect(region()).toHaveTextContent('Not read');
    expect(readButton()).toBeEnabled();
  });

  it('shows one app its own months, in its panel', async () => {
    await show({ configuration: approved, connect: createStage().connect }, '#spend-overview--app-1026');
    await person.click(readButton());
    const paid = await screen.findByRole('table', { name: /^Paid for .* by month$/ });
    expect(within(paid).getAllByRole('row')).toHaveLength(13);
  });
});
