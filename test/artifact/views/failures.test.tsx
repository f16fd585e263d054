import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  actionSentence,
  explain,
  failure,
  type FailureAction,
  type FailureKind,
} from '../../../skill/torii/base/failure.ts';
import { createStage } from '../fetched-stage.ts';
import { approved } from '../stage.ts';
import { mainText, show } from './show.tsx';
import { person } from '../person.ts';

const kinds: readonly FailureKind[] = [
  'not-connected',
  'other-name',
  'consent-required',
  'needs-sign-in',
  'not-granted',
  'approval-required',
  'blocked',
  'denied',
  'not-offered',
  'bad-arguments',
  'not-found',
  'rate-limited',
  'unavailable',
  'timed-out',
  'host-fault',
  'not-shown',
  'wrong-shape',
  'truncated',
  'not-torii',
  'refused',
];

/** Neither tried again nor waited for. */
const once = { retryable: false, retryAfterMs: 1 };

/** Losing the connection takes everything down, whichever call met it. */
const wholeConnection: readonly FailureKind[] = [
  'not-connected',
  'other-name',
  'consent-required',
  'needs-sign-in',
  'not-torii',
];

/** A server without a list of apps is not Torii, however a host words it. */
function readAs(kind: FailureKind): FailureKind {
  return kind === 'not-offered' || kind === 'not-found' ? 'not-torii' : kind;
}

/** Some failures leave a person nothing to do. */
function expectAction(action: FailureAction): void {
  const sentence = actionSentence(action);
  // A failure without an action has nothing more to say, and every text holds the empty one.
  expect(screen.getByRole('main').textContent).toContain(sentence);
}

describe('when the list of apps fails', () => {
  it.each(kinds)('%s: one sentence, its action, and no figures', async (kind) => {
    const stage = createStage();
    stage.faults.list_apps = failure(kind, 'list_apps', 'said by the server', once);
    await show({ configuration: approved, connect: stage.connect });
    const { sentence, action } = explain(readAs(kind));
    expect(screen.getByRole('main')).toHaveTextContent(sentence);
    expectAction(action);
    expect(screen.getByRole('main')).not.toHaveTextContent(/\$\d/);
    expect(screen.queryByText('Annual baseline')).not.toBeInTheDocument();
  });
});

describe('when only the contracts fail', () => {
  it.each(kinds.filter((kind) => !wholeConnection.includes(kind)))(
    '%s: the rest of the page lives and every total over contracts says so',
    async (kind) => {
      const stage = createStage();
      stage.faults.list_contracts = failure(kind, 'list_contracts', 'said by the server', once);
      await show({ configuration: approved, connect: stage.connect }, '#renewals');
      expect(mainText().toLowerCase()).toContain(explain(kind).sentence.toLowerCase());
      expectAction(explain(kind).action);
      const renewals = screen.getByRole('region', { name: 'Contracts to decide in the next 60 days' });
      expect(renewals).toHaveTextContent('Unknown: no contract could be read.');
      await person.click(screen.getByRole('link', { name: 'Inbox' }));
      expect(screen.getByText('Annual baseline')).toBeVisible();
      expect(screen.getByText('Terms ending in 60 days').parentElement).toHaveTextContent('unknown');
      expect(screen.getByText('Annual baseline').parentElement).not.toHaveTextContent('● complete');
      expect(screen.getByRole('main')).not.toHaveTextContent(/can leave the bill|needs a decision by/);
    },
  );

  it.each(wholeConnection)('%s: nothing stays on screen', async (kind) => {
    const stage = createStage();
    stage.faults.list_contracts = failure(kind, 'list_contracts', 'said by the server');
    await show({ configuration: approved, connect: stage.connect });
    expect(screen.getByRole('main')).toHaveTextContent(explain(kind).sentence);
    expect(screen.queryByText('Annual baseline')).not.toBeInTheDocument();
  });
});

describe('when a call was stopped', () => {
  it.each(['list_apps', 'list_contracts'] as const)('%s: says so and offers to read again', async (tool) => {
    const stage = createStage();
    stage.faults[tool] = failure('cancelled', tool, 'stopped', once);
    await show({ configuration: approved, connect: stage.connect });
    expect(screen.getByRole('main')).toHaveTextContent(/The reading was stopped before|contracts not read/);
    expect(screen.getByRole('button', { name: 'Refresh' })).toBeVisible();
  });
});

describe('when the field definitions fail', () => {
  it('still shows every figure and one notice', async () => {
    const stage = createStage();
    stage.faults.get_app_fields = failure('denied', 'get_app_fields', 'no');
    await show({ configuration: approved, connect: stage.connect });
    expect(screen.getByText('Annual baseline')).toBeVisible();
  });
});

describe('when a refresh fails for a passing reason', () => {
  it('keeps the figures, labels them as stale and says from when they are', async () => {
    const stage = createStage();
    await show({ configuration: approved, connect: stage.connect });
    const before = screen.getByText('Terms ending in 60 days').nextSibling?.textContent ?? 'no figure';
    stage.faults.list_contracts = failure('unavailable', 'list_contracts', '503', once);
    await person.click(screen.getByRole('button', { name: 'Refresh' }));
    await screen.findByText(/Contracts could not be read: Torii cannot be reached\./);
    const figure = screen.getByText('Terms ending in 60 days').parentElement;
    expect(figure).toHaveTextContent('stale');
    expect(figure).toHaveTextContent(before);
    expect(screen.getByRole('main')).toHaveTextContent(/The contracts shown are from \w{3} \d{1,2}, \d{4}/);
  });
});
