import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveLines } from '../../../artifact/views/plan/move-lines.ts';
import type { PlanEdit } from '../../../skill/analysis/base/contract.ts';
import { analyze } from '../../../skill/analysis/stages/analyze.ts';
import { analysisConfig } from '../../../skill/mapping/apply/config.ts';
import { applyMapping } from '../../../skill/mapping/apply/apply.ts';
import { parseMapping } from '../../../skill/mapping/files/check.ts';
import { approved, asOf, records } from '../stage.ts';

const parsed = parseMapping(approved.mapping);
if (!parsed.ok) throw new Error('The demo mapping does not hold.');
const portfolio = applyMapping(records, parsed.mapping);
const config = analysisConfig(parsed.mapping);
const made = { by: 'A', at: asOf };
const ids = portfolio.apps.map(({ id }) => id);

const edit = fc.oneof(
  fc
    .record({ appId: fc.constantFrom(...ids), survivorId: fc.constantFrom(...ids) })
    .map(({ appId, survivorId }): PlanEdit =>
      appId === survivorId
        ? { appId, action: 'retire', ...made }
        : { appId, action: 'replaceBy', survivorId, ...made },
    ),
  fc
    .record({ appId: fc.constantFrom(...ids), pricePercent: fc.integer({ min: 1, max: 60 }) })
    .map((change): PlanEdit => ({ ...change, action: 'keep', ...made })),
);

describe('the lines of a move', () => {
  it('add up to what the move changes in the plan, to the cent', () => {
    fc.assert(
      fc.property(edit, fc.option(edit), (move, other) => {
        const others = other === null || other.appId === move.appId ? [] : [other];
        const before = analyze(portfolio, config, asOf, others);
        const after = analyze(portfolio, config, asOf, [...others, move]);
        const lines = moveLines(before, after, move.appId);
        const sum = lines.reduce((total, { change }) => total + change, 0);
        expect(sum).toBe((after.totals.hardSavingAnnual ?? 0) - (before.totals.hardSavingAnnual ?? 0));
        expect(lines.every(({ before: from, after: to, change }) => change === to - from)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
