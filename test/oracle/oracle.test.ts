/**
 * The product against a second implementation that shares no code with it, on random tenants. A
 * disagreement prints its seed and the smallest tenant that shows it; `run.ts --seeds N..N --save DIR`
 * keeps that tenant as a folder that `report --records` reads.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Disagreement, groups } from './expectation.ts';
import { judge } from './judge.ts';
import { shrunk } from './shrink.ts';
import { tenantFrom } from './tenant.ts';

const TENANTS = 1000;
const FIRST = Number(process.env['ORACLE_SEED'] ?? 1);

interface Found {
  readonly seed: number;
  readonly wrong: Disagreement;
}

const found: Found[] = [];
const compared = new Map<string, number>();

/** One disagreement of each field, in words, with all that is needed to see it again. */
function shown(these: readonly Found[]): string[] {
  const first = new Map(these.toReversed().map((one) => [one.wrong.field, one]));
  return [...first.values()].map(({ seed, wrong }) => {
    const small = shrunk(tenantFrom(seed), wrong);
    const now = judge(small, [wrong.field]).wrong.find(({ field }) => field === wrong.field) ?? wrong;
    const times = these.filter((one) => one.wrong.field === wrong.field).length;
    const says = `the oracle says ${JSON.stringify(now.expected)}, the product ${JSON.stringify(now.actual)}`;
    return `${wrong.field} (${times} times, seed ${seed}): ${now.subject}: ${says}\n${JSON.stringify(small)}`;
  });
}

describe('the product and the oracle', () => {
  beforeAll(() => {
    for (let seed = FIRST; seed < FIRST + TENANTS; seed += 1) {
      const verdict = judge(tenantFrom(seed));
      for (const field of verdict.compared) compared.set(field, (compared.get(field) ?? 0) + 1);
      found.push(...verdict.wrong.map((wrong) => ({ seed, wrong })));
    }
  }, 120_000);

  it.each([...groups, 'pipeline'] as const)('agree on %s', (group) => {
    expect(shown(found.filter(({ wrong }) => wrong.group === group))).toEqual([]);
  });

  it('are compared on enough places of every kind', () => {
    const rare = [...compared].filter(([, times]) => times < 50);
    expect(rare).toEqual([]);
    expect(compared.size).toBeGreaterThan(25);
  });
});
