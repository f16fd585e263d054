/** Where the product and the oracle disagree about one tenant. */
import { type Disagreement, disagreements, type Expectation, type Group, groups } from './expectation.ts';
import { expectedCost } from './expected-cost.ts';
import { expectedRenewals } from './expected-renewals.ts';
import { expectedSeats } from './expected-seats.ts';
import { expectedTiming } from './expected-timing.ts';
import { type Portfolio, portfolioOf } from './portfolio.ts';
import { productAnswer } from './product.ts';
import type { Tenant } from './tenant.ts';

const makers: Readonly<Record<Group, (portfolio: Portfolio) => Expectation[]>> = {
  cost: expectedCost,
  renewals: expectedRenewals,
  seats: expectedSeats,
  timing: expectedTiming,
};

export interface Verdict {
  /** How many places were compared, by field. */
  readonly compared: readonly string[];
  readonly wrong: readonly Disagreement[];
}

/** `wanted`: names of groups, or beginnings of field names; nothing = everything. */
export function isWanted(
  { group, field }: { group: string; field: string },
  wanted: readonly string[],
): boolean {
  return wanted.length === 0 || wanted.some((one) => one === group || field.startsWith(one));
}

export function expectationsOf(tenant: Tenant, wanted: readonly string[] = []): Expectation[] {
  const portfolio = portfolioOf(tenant);
  return groups.flatMap((group) => makers[group](portfolio)).filter((one) => isWanted(one, wanted));
}

export function judge(tenant: Tenant, wanted: readonly string[] = []): Verdict {
  const expectations = expectationsOf(tenant, wanted);
  const answer = productAnswer(tenant);
  if (!answer.ok) {
    const { problem } = answer;
    const wrong = {
      group: 'pipeline',
      field: 'pipeline',
      subject: 'tenant',
      expected: null,
      actual: problem,
    } as const;
    return { compared: ['pipeline'], wrong: [wrong] };
  }
  return {
    compared: expectations.map(({ field }) => field),
    wrong: disagreements(expectations, answer.analysis),
  };
}
