import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../../artifact/session/model/configuration.ts';
import { connectHost } from '../../../artifact/session/reading/connect.ts';
import { takeSnapshot } from '../../../skill/report/snapshot/snapshot.ts';
import { approved, records } from '../stage.ts';
import { show } from '../views/show.tsx';

const snapshot: unknown = JSON.parse(JSON.stringify(takeSnapshot(records)));
const { mapping } = approved;

describe('a page that carries a snapshot', () => {
  it('opens without any host, dated and marked, and offers no refresh', async () => {
    await show({ configuration: { mapping, snapshot }, connect: connectHost });
    expect(screen.getByText('Snapshot of Nov 22, 2026')).toBeVisible();
    expect(screen.getByText('Annual baseline')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Refresh' })).not.toBeInTheDocument();
    expect(screen.queryByText('Demo data')).not.toBeInTheDocument();
  });

  it('takes no row of a person from the file', () => {
    const parsed = parseConfiguration({ mapping, snapshot });
    const held = parsed.ok ? parsed.configuration.snapshot : null;
    expect(held?.apps.length).toBeGreaterThan(0);
    expect(held?.users).toEqual([]);
    expect(held?.appUsers).toEqual([]);
  });

  it.each([
    ['names of people', takeSnapshot(records, { withPeople: true }), /names of people/],
    ['another file', { kind: 'something else' }, /is not "saas-rationalization-snapshot"/],
    ['rows that are none', { ...takeSnapshot(records), apps: [1] }, /1 is not an object/],
  ])('refuses %s with a sentence', (_, given, sentence) => {
    const parsed = parseConfiguration({ mapping, snapshot: given });
    expect(parsed.ok ? '' : parsed.problems.map(({ message }) => message).join(' ')).toMatch(sentence);
  });
});
