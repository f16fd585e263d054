import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choosePolicy,
  chooseUtilization,
  percentLimits,
  targetUtilizationOf,
} from '../../../artifact/session/model/right-sizing.ts';
import { applyAssumptions, noWhatIf, withAssumptions } from '../../../artifact/session/model/what-if.ts';
import { configOf } from '../../analysis/fixtures/portfolio.ts';

const policies = ['buffer', 'seats', 'targetUtilisation'] as const;
const rightSizing = fc.constantFrom(...policies).chain((policy) =>
  fc.record({
    policy: fc.constant(policy),
    percent: fc.integer(policy === 'seats' ? percentLimits.buffer : percentLimits[policy]),
    seats: fc.nat(20),
    hires: fc.nat(20),
    perApp: fc.constant({}),
  }),
);

describe('one policy for another', () => {
  it('holds a percentage within the limits of the chosen policy, whatever was assumed before', () => {
    fc.assert(
      fc.property(rightSizing, fc.array(fc.constantFrom(...policies)), (mapped, chosen) => {
        const config = configOf({ rightSizing: mapped });
        let whatIf = noWhatIf;
        for (const next of chosen) {
          const current = applyAssumptions(config, whatIf.assumptions).rightSizing;
          whatIf = withAssumptions(whatIf, choosePolicy(next, current, mapped));
          const { policy, percent } = applyAssumptions(config, whatIf.assumptions).rightSizing;
          expect(policy).toBe(next);
          if (policy === 'seats') continue;
          const { min, max } = percentLimits[policy];
          expect(percent).toBeGreaterThanOrEqual(min);
          expect(percent).toBeLessThanOrEqual(max);
        }
      }),
    );
  });

  it('keeps about as many seats', () => {
    const buffer = { policy: 'buffer', percent: 10, seats: 0, hires: 0, perApp: {} } as const;
    expect(choosePolicy('targetUtilisation', buffer, buffer)).toEqual({
      policy: 'targetUtilisation',
      percent: 91,
    });
    expect(targetUtilizationOf(buffer)).toBe(91);
    expect(targetUtilizationOf({ ...buffer, policy: 'seats' })).toBeNull();
  });

  it('assumes nothing where the choice is the mapping’s own', () => {
    fc.assert(
      fc.property(rightSizing, (mapped) => {
        const own = { policy: undefined, percent: undefined };
        expect(choosePolicy(mapped.policy, mapped, mapped)).toEqual(own);
        const utilization = { ...mapped, policy: 'targetUtilisation' } as const;
        expect(chooseUtilization(mapped.percent, utilization)).toEqual(own);
      }),
    );
  });
});
