import { describe, expect, it } from 'vitest';
import { interpret } from '../../../artifact/session/reading/interpret.ts';
import { decisionsOf } from '../../../artifact/views/decide/inbox/decisions.ts';
import { renewingSoon } from '../../../artifact/views/decide/renewals/renewing-soon.ts';
import { idleSeats } from '../../../artifact/views/seats.ts';
import { parseMapping } from '../../../skill/mapping/files/check.ts';
import { inboxOf } from '../../../skill/report/texts.ts';
import { approved, asOf, plainSettings, records } from '../stage.ts';

const parsed = parseMapping(approved.mapping);
if (!parsed.ok) throw new Error('The demo mapping does not hold.');
const pause = (): Promise<boolean> => Promise.resolve(true);
const results = await interpret({
  records,
  mapping: parsed.mapping,
  asOf,
  settings: () => plainSettings,
  pause,
});
if (results === null) throw new Error('Nothing overtook it.');
const { shown: analysis } = results;

describe('decisions', () => {
  const decisions = decisionsOf(analysis);

  it('add up to the hard saving', () => {
    const sum = decisions.reduce((total, { saving }) => total + saving, 0);
    expect(decisions.length).toBeGreaterThan(1);
    expect(sum).toBe(analysis.totals.hardSavingAnnual);
  });

  it('come soonest deadline first, as in the one ranking', () => {
    const dates = decisions.flatMap(({ timing, decideBy }) =>
      timing === 'decidable' && decideBy !== null ? [decideBy] : [],
    );
    expect(dates).toEqual(dates.toSorted());
    const saving = inboxOf(analysis).filter(({ hardAnnual }) => hardAnnual !== null);
    expect(saving[0]?.lastSafeDate).toBe(dates[0]);
  });

  it('agree with the plan of each app', () => {
    for (const { appId, saving } of decisions) {
      const app = analysis.apps.find(({ id }) => id === appId);
      expect((app?.costAnnual ?? 0) - (app?.projectedAnnual ?? 0)).toBe(saving);
    }
  });
});

describe('renewals of 60 days', () => {
  it('end within 60 days of the analysis, both days included', () => {
    const { items } = renewingSoon(results);
    expect(items.length).toBeGreaterThan(0);
    for (const { termEnd } of items) {
      expect(termEnd && termEnd >= asOf && termEnd <= '2027-01-21').toBe(true);
    }
  });
});

describe('seats', () => {
  it('are cut into parts that add up to all seats bought or assigned', () => {
    const { active, idle, unknown, other, purchased, overAssigned } = idleSeats(analysis.apps);
    expect(active + idle + unknown + other).toBe(purchased + overAssigned);
  });
});
