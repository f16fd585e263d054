import { describe, expect, it } from 'vitest';
import { analyze } from '../../skill/analysis/stages/analyze.ts';
import { recertify } from '../../skill/analysis/stages/recertify.ts';
import type { Analysis } from '../../skill/analysis/base/contract.ts';
import type { Completeness } from '../../skill/mapping/base/portfolio.ts';
import { appOf, configOf, portfolioOf } from './fixtures/portfolio.ts';

const asOf = '2026-11-22';
const config = configOf({});
const portfolio = portfolioOf({ apps: [appOf({ id: 1, spend12m: 500 })] });
const before = analyze(portfolio, config, asOf);

function withApps(change: Partial<Completeness>): readonly Completeness[] {
  return portfolio.completeness.map((one) => (one.source === 'apps' ? { ...one, ...change } : one));
}

describe('an analysis under other certificates', () => {
  it.each([
    ['that agree', { theirs: { count: 1 }, ours: { count: 1 }, equal: true }],
    ['that disagree', { theirs: { count: 2 }, ours: { count: 1 }, equal: false }],
  ])("is what it would be if computed again, with Torii's own counts %s", (_, control) => {
    const completeness = withApps({ control, reason: 'Counted.' });
    const fresh = analyze({ ...portfolio, completeness }, config, asOf);
    expect(recertify(before, completeness)).toEqual(fresh);
    expect(fresh).not.toEqual(before);
  });

  it.each([{ status: 'partial' } as const, { rows: 7 }, { total: 7 }])(
    'has to be computed again when %o changes what is known of the rows',
    (change) => {
      expect(recertify(before, withApps(change))).toBeNull();
    },
  );

  it('leaves what no figure needs until it is read, and then has it', () => {
    const completeness = withApps({ reason: 'Counted.' });
    const { watched, reads } = watchedOf(before);
    const after = recertify(watched, completeness);
    expect(reads).toEqual([]);
    expect(after?.selfAudit).toEqual(before.selfAudit);
    expect(after?.slices).toEqual(before.slices);
    expect(reads.toSorted()).toEqual(['selfAudit', 'slices']);
  });
});

/** The analysis, and which of its lazy parts were asked for. */
function watchedOf(analysis: Analysis): { readonly watched: Analysis; readonly reads: string[] } {
  const reads: string[] = [];
  const watched: Analysis = {
    ...analysis,
    get slices() {
      reads.push('slices');
      return analysis.slices;
    },
    get selfAudit() {
      reads.push('selfAudit');
      return analysis.selfAudit;
    },
  };
  return { watched, reads };
}
