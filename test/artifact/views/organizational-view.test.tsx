import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { notesOf } from '../../../artifact/exports/files/notes.ts';
import { pageClock } from '../../../artifact/session/reading/clock.ts';
import { parseConfiguration } from '../../../artifact/session/model/configuration.ts';
import { createSession } from '../../../artifact/session/store/create-session.ts';
import { createStage } from '../fetched-stage.ts';
import { approved, asOf } from '../stage.ts';
import { mainText, show } from './show.tsx';
import { fill, person } from '../person.ts';

const byCategory = {
  asOf,
  mapping: { ...approved.mapping, organizationalView: { label: 'Category', entity: 'app', key: 'category' } },
};

describe('the filter by Organizational View', () => {
  it('shows one slice with its coverage, and goes back to everything', async () => {
    await show({ configuration: byCategory, connect: createStage().connect });
    const before = mainText();
    const choice = await within(screen.getByRole('banner')).findByLabelText('Category');
    const [, first] = within(choice).getAllByRole('option');
    await person.selectOptions(choice, first ?? []);
    expect(screen.getByRole('main')).toHaveTextContent(
      /Only .+: \d+ apps?, \$[\d.]+k a year\. Category is known for \d+% of the baseline/,
    );
    await person.click(screen.getByRole('button', { name: 'Show everything' }));
    expect(mainText()).toBe(before);
  });

  it('is part of the address: linked to, lasting, and left by going back', async () => {
    await show({ configuration: byCategory, connect: createStage().connect }, '#spend-apps--view-CRM');
    expect(screen.getByRole('main')).toHaveTextContent('Only CRM: 1 app');
    const plan = screen.getByRole('link', { name: 'Plan' });
    expect(plan).toHaveAttribute('href', '#plan--view-CRM');
    await person.click(plan);
    expect(window.location.hash).toBe('#plan--view-CRM');
    expect(screen.getByRole('main')).toHaveTextContent('Only CRM: 1 app');
    window.location.hash = '#plan';
    fireEvent(window, new HashChangeEvent('hashchange'));
    expect(screen.getByRole('main')).not.toHaveTextContent('Only CRM');
  });

  it('shows everything, and says so, where an address names a slice that is not there', async () => {
    await show({ configuration: byCategory, connect: createStage().connect }, '#spend-apps--view-Nothing');
    expect(screen.getByRole('main')).toHaveTextContent(
      'No cost is known to belong to Nothing, so everything is shown.',
    );
    await person.click(screen.getByRole('button', { name: 'Show everything' }));
    expect(window.location.hash).toBe('#spend-apps');
    expect(screen.getByRole('main')).not.toHaveTextContent('everything is shown');
  });

  it('offers departments only once the use of apps has been read', async () => {
    await show({ configuration: approved, connect: createStage().connect }, '#data');
    expect(screen.queryByLabelText('Department')).not.toBeInTheDocument();
    await person.click(await screen.findByRole('link', { name: 'read app users first' }));
    await fill(screen.getByLabelText(/Apps to read/), '3');
    await person.click(screen.getByRole('button', { name: /^Read who uses what/ }));
    const choice = await screen.findByLabelText('Department');
    await person.selectOptions(choice, 'Engineering');
    expect(screen.getByRole('main')).toHaveTextContent(
      /Only Engineering: \d apps?, \$[\d.]+k of \$[\d.]+k a year\. Seats, savings and contracts are those of whole/,
    );
    expect(screen.getByRole('main')).toHaveTextContent('Groups of fewer than 5 people count as Unallocated.');
  });
});

describe('what leaves the page while a slice is shown', () => {
  it('says so, and the whole analysis stays whole', async () => {
    const stage = createStage();
    const session = createSession({
      parsed: parseConfiguration(byCategory),
      clock: pageClock,
      connect: stage.connect,
    });
    await session.load();
    const { results } = session.getState();
    const slice = results?.full.slices[0]?.value ?? '';
    session.showSlice(slice);
    const state = session.getState();
    expect(notesOf(state)).toHaveLength(1);
    expect(notesOf(state)[0]).toMatch(new RegExp(`^Only ${slice}: its own part is \\$`));
    expect(notesOf(state, true)).toEqual([]);
    expect(state.results?.full).toBe(results?.full);
    expect(state.results?.shown.apps.length).toBeLessThan(state.results?.full.apps.length ?? 0);
  });
});
