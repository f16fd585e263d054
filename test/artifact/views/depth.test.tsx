import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failure } from '../../../skill/torii/base/failure.ts';
import { createStage } from '../fetched-stage.ts';
import { approved } from '../stage.ts';
import { show } from './show.tsx';
import { fill, person } from '../person.ts';

describe('deepening', () => {
  it('says what it costs in calls and minutes before anything is read', async () => {
    const stage = createStage();
    await show({ configuration: approved, connect: stage.connect }, '#data');
    stage.calls.length = 0;
    expect(screen.getByRole('main')).toHaveTextContent(
      /users of 15 apps that cost \$\d+k a year: about 17 calls and 1 minute/,
    );
    await fill(screen.getByLabelText(/Apps to read/), '2');
    expect(screen.getByRole('main')).toHaveTextContent(/users of 2 apps .* about 4 calls/);
    expect(stage.calls).toEqual([]);
  });

  it('rests the seats of the chosen apps on their user rows', async () => {
    await show({ configuration: approved, connect: createStage().connect }, '#data');
    await fill(screen.getByLabelText(/Apps to read/), '3');
    await person.click(screen.getByRole('button', { name: /^Read who uses what/ }));
    await screen.findByText(/^\d+ of \d+ apps with license counts, with \d+% of the baseline, are judged by/);
  });

  it('says why nothing came of it, and stays at aggregate depth', async () => {
    const stage = createStage();
    await show({ configuration: approved, connect: stage.connect }, '#data');
    stage.faults.list_app_users = failure('denied', 'list_app_users', 'no');
    await fill(screen.getByLabelText(/Apps to read/), '3');
    await person.click(screen.getByRole('button', { name: /^Read who uses what/ }));
    await screen.findByText(/role/i, { selector: '.notice strong' });
    expect(screen.getByRole('main')).toHaveTextContent('Counts only: in all');
  });
});
