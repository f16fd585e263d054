import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../skill/torii/base/json.ts';
import { createStage } from '../fetched-stage.ts';
import { approved, asOf, createHeldStage, records } from '../stage.ts';
import { show } from './show.tsx';

/** The same rows without some keys, as a role that may not see them would get them. */
function without(rows: readonly JsonObject[], ...keys: string[]): JsonObject[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key))));
}

function figure(label: string): string {
  return screen.getByText(label).parentElement?.textContent ?? '';
}

it('rows that a model copied are said to be copied, beside the date of all figures', async () => {
  const completeness = records.completeness.map((one) =>
    one.source === 'apps' ? { ...one, copied: 14 } : one,
  );
  await show({ configuration: approved, connect: createHeldStage({ completeness }).connect });
  expect(document.body).toHaveTextContent('copied, confirmed by 14 totals');
});

describe('what is not known is never shown as zero', () => {
  it('costs and savings when spend, licenses and contracts are hidden', async () => {
    const apps = without(records.apps, 'expenses', 'licenses', 'activeContractsTotalValue');
    const stage = createStage({ rows: { apps, contracts: [] } });
    await show({ configuration: approved, connect: stage.connect });
    expect(figure('Annual baseline')).toContain('unknown');
    expect(figure('Leaves the bill a year')).toContain('unknown');
    expect(screen.queryByText('Cost avoidance')).not.toBeInTheDocument();
    expect(figure('No usage data')).toContain('unknown');
    expect(screen.getByRole('main')).not.toHaveTextContent(/\$0\b/);
  });

  it('says the reason in the text, not only on hover', async () => {
    const apps = without(records.apps, 'expenses', 'licenses');
    const stage = createStage({ rows: { apps, contracts: [] } });
    await show({ configuration: approved, connect: stage.connect });
    expect(figure('Annual baseline')).toContain('No app has a known cost.');
  });

  it('users that Torii does not state', async () => {
    const stage = createStage({ rows: { apps: without(records.apps, 'activeUsersCount', 'users') } });
    await show({ configuration: approved, connect: stage.connect }, '#spend');
    const section = screen.getByRole('region', { name: 'Apps with more than 100 users' });
    expect(section).toHaveTextContent('Unknown: no app states its number of active users.');
  });

  it('end dates that no contract carries', async () => {
    const stage = createStage({ rows: { contracts: without(records.contracts, 'endDate') } });
    await show({ configuration: approved, connect: stage.connect }, '#renewals');
    const section = screen.getByRole('region', { name: 'Contracts to decide in the next 60 days' });
    expect(section).toHaveTextContent(/\d+ contracts have no end date and cannot be placed\./);
  });

  it('an unconfirmed window of spend', async () => {
    const { spend12m, ...app } = approved.mapping.fields.app;
    const fields = {
      ...approved.mapping.fields,
      app: { ...app, spend12m: { key: 'expenses', unit: 'minor' } },
    };
    const mapping = { ...approved.mapping, fields };
    expect(spend12m?.confirmed).toBe(true);
    await show({ configuration: { mapping, asOf }, connect: createStage().connect }, '#spend');
    expect(screen.getByRole('main')).toHaveTextContent('Torii expenses, window unconfirmed');
  });
});

describe('partial sources', () => {
  it('label every figure that rests on them', async () => {
    const stage = createStage({ server: 'fault=list_contracts:403@2+' });
    stage.pageSize = 15;
    await show({ configuration: approved, connect: stage.connect });
    expect(figure('Annual baseline')).toMatch(/partial: 15 of 20 contracts read/);
    expect(figure('Terms ending in 60 days')).toMatch(/partial: 15 of 20 contracts read/);
    expect(figure('No usage data')).not.toContain('partial');
  });
});
