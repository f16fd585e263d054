/** A plan that adds cost reads as one, and what can still be saved is said beside it, not taken off in silence. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../skill/analysis/base/contract.ts';
import { renderMoney } from '../../skill/analysis/facts/render.ts';
import { checkNarrative } from '../../skill/analysis/facts/narrative.ts';
import { briefMarkdown } from '../../skill/report/text/brief-markdown.ts';
import { briefOf } from '../../skill/report/text/brief.ts';
import { spokenText } from '../../skill/report/base/sentence.ts';
import { headlineOf } from '../../skill/report/decisions/outlook.ts';
import type { TenantRecords } from '../../skill/torii/base/records.ts';
import { analyzed, readDemo } from './demo-reading.ts';

let records: TenantRecords;
let analysis: Analysis;

beforeAll(async () => {
  records = await readDemo();
  analysis = analyzed(records);
});

/** The analysis with a quote for the app with the largest saving. */
function quotedAt(projectedAnnual: number): Analysis {
  const [costly] = analysis.apps.toSorted((a, b) => (b.costAnnual ?? 0) - (a.costAnnual ?? 0));
  const edit = { appId: costly?.id ?? 0, action: 'keep', projectedAnnual, by: 'Ada', at: '2026-11-20' };
  return analyzed(records, { edits: [{ ...edit, action: 'keep' }] });
}

function said(of: Analysis): string {
  return spokenText(headlineOf(of), of.currency);
}

describe('the headline of a plan that adds cost', () => {
  it('says what it adds to what, then what comes on top and what can leave', () => {
    const dear = quotedAt(3_000_000_00);
    expect(dear.totals.hardSavingAnnual).toBeLessThan(0);
    const text = said(dear);
    expect(text).toMatch(
      /^The plan adds \$[\d,]+ a year to \$4,342,002: \$[\d,]+ a year can leave the bill today;/,
    );
    expect(text).toMatch(/\$[\d,]+ needs a decision by Dec 22, 2026/);
    expect(text).toMatch(/; \$[\d,]+ a year comes on top by the plan[;.]/);
    expect(text).not.toContain('-');
    expect(text).not.toContain('\u2212');
  });

  it('names no addition that is smaller than what leaves first, yet still says it', () => {
    const dearer = quotedAt(800_000_00);
    expect(dearer.totals.hardSavingAnnual).toBeGreaterThan(0);
    expect(said(dearer)).toMatch(/^\$[\d,]+ a year can leave the bill today.* comes on top by the plan/);
  });

  it('says nothing of an addition where there is none', () => {
    expect(said(analysis)).not.toMatch(/adds|on top/);
  });

  it('cites every figure, below zero too', () => {
    for (const of of [quotedAt(3_000_000_00), quotedAt(800_000_00)]) {
      const text = briefMarkdown(briefOf(of), 'cited');
      expect(checkNarrative(text, of).problems).toEqual([]);
    }
    const negative = quotedAt(3_000_000_00);
    expect(briefMarkdown(briefOf(negative), 'plain')).toMatch(/\u2212\$[\d,]+/);
    const written = renderMoney(negative.totals.hardSavingAnnual ?? 0, 'USD').replace('\u2212', '-');
    const hyphen = `[${written}](fact:totals/hardSavingAnnual)`;
    expect(checkNarrative(hyphen, negative)).toEqual({ checked: 1, problems: [] });
  });
});
