import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../skill/analysis/base/contract.ts';
import { checkNarrative } from '../../skill/analysis/facts/narrative.ts';
import { applyMapping } from '../../skill/mapping/apply/apply.ts';
import { parseBaseline } from '../../skill/report/snapshot/baseline.ts';
import { baselineOf } from '../../skill/report/snapshot/baseline-of.ts';
import { changesSince, previousRun } from '../../skill/report/changes/changes.ts';
import { inboxOf } from '../../skill/analysis/decisions/inbox.ts';
import { digestMarkdown } from '../../skill/report/text/digest-markdown.ts';
import { digestOf, type Digest } from '../../skill/report/text/digest.ts';
import { deadlinesIcs } from '../../skill/report/files/ics.ts';
import { reportMarkdown } from '../../skill/report/text/report-markdown.ts';
import { verifiedSavings } from '../../skill/report/changes/verified-savings.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import type { TenantRecords } from '../../skill/torii/base/records.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { analyzed, mapping, peopleIn, readDemo } from './demo-reading.ts';

let records: TenantRecords;
let analysis: Analysis;
/** A week ago: one app fewer, one more, another price, more seats under contract. */
let earlierRecords: TenantRecords;
let earlier: Analysis;

const lastWeek = '2026-11-15';
const isGone = ({ id }: JsonObject): boolean => id === 1100;
const asana = 70006;

beforeAll(async () => {
  records = await readDemo();
  analysis = analyzed(records);
  const extra = { ...records.apps.find(isGone), id: 9999, name: 'Old 3000' };
  earlierRecords = {
    ...records,
    apps: [...records.apps.filter((row) => !isGone(row)), extra],
    contracts: records.contracts.map((row) =>
      row.id === asana ? { ...row, c_yearlyCost_4: 99_999, c_seats_5: Number(row.c_seats_5) + 10 } : row,
    ),
  };
  earlier = analyzed(earlierRecords, { asOf: lastWeek });
});

function factsOf(digest: Digest): Parameters<typeof checkNarrative>[2] {
  return digest.kind === 'run' ? digest.facts : new Map();
}

describe('a digest', () => {
  it('says that it is the first, and when the next is expected', () => {
    const digest = digestOf(analysis, { nextRun: '2026-11-29' });
    const text = digestMarkdown(digest, 'cited');
    expect(text).toContain('This is the first digest');
    expect(text).toContain('Next run expected on Nov 29, 2026.');
    expect(checkNarrative(text, analysis, factsOf(digest)).problems).toEqual([]);
  });

  it('says what changed, and every figure then and now is a fact', () => {
    const verified = verifiedSavings(
      applyMapping(earlierRecords, mapping()),
      applyMapping(records, mapping()),
    );
    const digest = digestOf(analysis, { previous: previousRun(baselineOf(earlier), verified) });
    const text = digestMarkdown(digest, 'cited');
    const plain = digestMarkdown(digest, 'plain');
    expect(plain).toContain('## What changed since Nov 15, 2026');
    expect(plain).toContain('New apps (1): “Fern Pulse”.');
    expect(plain).toContain('Apps that are gone (1): “Old 3000”.');
    expect(plain).toContain('“Asana” $73,260 after $99,999');
    expect(plain).toMatch(/Saved \(verified\): “Asana” has \d+ seats under contract, after \d+/);
    expect(checkNarrative(text, analysis, factsOf(digest)).problems).toEqual([]);
    expect(
      checkNarrative(text.replace('$99,999', '$99,998'), analysis, factsOf(digest)).problems,
    ).toHaveLength(1);
    expect(checkNarrative(text, analysis).problems).not.toEqual([]);
  });

  it('has nothing to decide where nothing is pressing', () => {
    const calm = { ...analysis, ledger: [], renewals: [] };
    expect(digestMarkdown(digestOf(calm), 'plain')).toContain('Nothing to decide this week.');
  });

  it('says what cannot be said where the contracts could not be read, before everything else', async () => {
    const undated = analyzed(
      await readDemo(createTenant({ size: 'small' }), { fault: 'list_contracts:500' }),
    );
    const text = digestMarkdown(digestOf(undated), 'plain');
    expect(text).toMatch(
      /Cannot be said without the contracts: \$[\d,]+ a year in 39 apps waits for dates\./,
    );
    expect(text).not.toMatch(/Nothing to decide|the contracts do not say/);
    expect(text.split('## What is not known\n\n')[1]).toMatch(/^- The contracts could not be read\./);
    const report = reportMarkdown(undated, 'plain');
    expect(report).toContain('## Contracts that end soon\n\nUnknown: the contracts could not be read.');
    const calendar = deadlinesIcs(undated).replace(/\r\n /g, '');
    expect(calendar).toContain('SUMMARY:Notice deadlines unknown: the contracts could not be read');
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });

  it('is no data, not zero, where the apps could not be read', async () => {
    const nothing = analyzed(await readDemo(createTenant({ size: 'small' }), { fault: 'list_apps:500' }));
    const digest = digestOf(nothing, { previous: previousRun(baselineOf(earlier)), nextRun: '2026-11-29' });
    const text = digestMarkdown(digest, 'plain');
    expect(digest.kind).toBe('no-data');
    expect(text).toContain('no data');
    expect(text).toContain('Next run expected on Nov 29, 2026.');
    expect(text).not.toMatch(/\$|Nothing to decide|gone/);
  });

  it('fits on one screen and names nobody', () => {
    const previous = previousRun(baselineOf(earlier));
    const text = digestMarkdown(digestOf(analysis, { previous }), 'plain');
    expect(text.split('\n').length).toBeLessThan(45);
    expect(peopleIn(text)).toEqual([]);
  });

  it('counts what is due within 30 days and not listed, with its worth', () => {
    const digest = digestOf(analysis);
    if (digest.kind !== 'run') throw new Error('no digest');
    const inbox = inboxOf(analysis);
    const listed = new Set(digest.decisions.first.map(({ id }) => id));
    const due = inbox.filter(({ id, days }) => days !== null && days <= 30 && !listed.has(id));
    expect(due.length).toBeGreaterThan(0);
    expect(digest.decisions.moreSoon).toContainEqual({
      count: due.length,
      fact: 'due/soon-beyond-digest/decisions',
    });
    expect(digest.decisions.moreSoon).toContainEqual({
      money: due.reduce((sum, { hardAnnual }) => sum + (hardAnnual ?? 0), 0),
      fact: 'due/soon-beyond-digest/savingAnnual',
    });
    const largest = inbox.toSorted((a, b) => (b.hardAnnual ?? 0) - (a.hardAnnual ?? 0))[0];
    expect(listed).toContain(largest?.id);
    expect(digestMarkdown(digest, 'plain')).toMatch(
      /Not listed: 41 more .* Of these within a month: 3 more /,
    );
  });

  it('keeps an address inside its link', () => {
    const text = digestMarkdown(digestOf(analysis, { link: 'https://example.org/a(b) c' }), 'plain');
    expect(text).toContain('[Open the dashboard](https://example.org/a%28b%29%20c)');
  });
});

describe('changes', () => {
  it('are none against oneself', () => {
    const changes = changesSince(analysis, previousRun(baselineOf(analysis)));
    const { totals, apps, costs, findings, deadlines } = changes;
    expect([totals, apps.added, apps.gone, costs, findings.added, findings.gone, deadlines]).toEqual(
      Array.from({ length: 7 }, () => []),
    );
    expect(
      digestMarkdown(digestOf(analysis, { previous: previousRun(baselineOf(analysis)) }), 'plain'),
    ).toContain('Nothing has changed.');
  });

  it('keep the ids of findings from run to run', () => {
    const { findings } = changesSince(
      analyzed(records, { asOf: '2026-11-23' }),
      previousRun(baselineOf(analysis)),
    );
    expect(findings.added.length + findings.gone.length).toBeLessThan(analysis.findings.length / 20);
  });

  it('count a deadline as near on the day it enters the window, and not again', () => {
    const near = (asOf: string, since: string) =>
      changesSince(analyzed(records, { asOf }), previousRun(baselineOf(analysis), [], since)).deadlines.map(
        ({ contractId }) => contractId,
      );
    const renewal = analysis.renewals.find(({ deadline }) => deadline === '2027-01-18');
    expect(near('2026-11-19', '2026-11-18')).toContain(renewal?.contractId);
    expect(near('2026-11-20', '2026-11-19')).not.toContain(renewal?.contractId);
    expect(near('2026-11-18', '2026-11-17')).not.toContain(renewal?.contractId);
  });

  it('call nothing gone that a partial reading did not show', () => {
    const cut: TenantRecords = {
      ...records,
      apps: records.apps.slice(0, 10),
      completeness: records.completeness.map((entry) =>
        entry.source === 'apps' ? { ...entry, status: 'partial', rows: 10 } : entry,
      ),
    };
    const changes = changesSince(analyzed(cut), previousRun(baselineOf(analysis)));
    expect(changes.apps.gone).toEqual([]);
    expect(changes.findings.gone).toEqual([]);
    expect(changes.isPartial).toBe(true);
  });

  it('are deadlines only where no figures of an earlier run are at hand', () => {
    const previous = { since: lastWeek, baseline: null, verified: [] };
    const text = digestMarkdown(digestOf(analysis, { previous }), 'cited');
    expect(text).toContain('## What changed since Nov 15, 2026');
    expect(text).toContain('No figures of an earlier run are at hand');
    const { deadlines } = changesSince(analysis, previous);
    // Greenhouse and Datadog, whose second contract is a suspected duplicate.
    expect(deadlines.map(({ contractId }) => contractId)).toEqual([70020, 70010]);
  });

  it.each([
    ['tenant', { tenant: 'Another' }],
    ['currency', { currency: 'EUR' }],
  ] as const)('compare no figures across another %s', (incomparable, part) => {
    const baseline = { ...baselineOf(earlier), ...part };
    const changes = changesSince(analysis, previousRun(baseline));
    expect(changes).toMatchObject({ incomparable, totals: [], costs: [], apps: { added: [], gone: [] } });
  });
});

describe('a baseline', () => {
  it('is valid and carries no person', () => {
    const baseline = baselineOf(analysis);
    expect(parseBaseline(baseline)).toEqual({ ok: true, baseline });
    const text = JSON.stringify(baseline);
    expect([text.includes('person-'), text.includes('@')]).toEqual([false, false]);
  });
});

describe('a contract for less money', () => {
  it('is said to be saved, also where only the baseline of the earlier run is at hand', () => {
    const digest = digestOf(analysis, { previous: previousRun(baselineOf(earlier)) });
    const text = digestMarkdown(digest, 'cited');
    expect(digestMarkdown(digest, 'plain')).toContain(
      'Saved: “Asana” costs $73,260 a year under contract, after $99,999, which saves $26,739 a year.',
    );
    expect(checkNarrative(text, analysis, factsOf(digest)).problems).toEqual([]);
  });

  it('is not said twice where two snapshots say why, nor of one that costs more', () => {
    const [verified] = verifiedSavings(
      applyMapping(earlierRecords, mapping()),
      applyMapping(records, mapping()),
    );
    if (verified === undefined) throw new Error('nothing verified');
    const changes = changesSince(analysis, previousRun(baselineOf(earlier), [verified]));
    expect(changes.saved).toEqual([]);
    expect(changesSince(earlier, previousRun(baselineOf(analysis))).saved).toEqual([]);
  });

  it('is that which renews the one of before, once it has begun', () => {
    const [old] = analysis.renewals.filter(({ annualValue }) => (annualValue ?? 0) > 1000_00);
    if (old === undefined) throw new Error('no contract');
    const next = {
      ...old,
      contractId: 99_999,
      termStart: '2026-11-20',
      annualValue: (old.annualValue ?? 0) - 1000_00,
      bucket: 'later',
      statusClass: 'active',
      duplicateOf: null,
    } as const;
    const renewals = [
      ...analysis.renewals.map((row) =>
        row === old ? ({ ...row, bucket: 'superseded', supersededBy: next.contractId } as const) : row,
      ),
      next,
    ];
    const { saved } = changesSince({ ...analysis, renewals }, previousRun(baselineOf(analysis)));
    expect(saved).toMatchObject([{ contractId: 99_999, from: old.annualValue, annual: 1000_00 }]);
  });

  it('was unknown before where nobody could say: nothing has risen from zero', () => {
    const before = baselineOf(analysis);
    const unknown = { ...before, totals: { ...before.totals, hardSavingAnnual: null } };
    const text = digestMarkdown(digestOf(analysis, { previous: previousRun(unknown) }), 'plain');
    expect(text).toMatch(/What leaves the bill is \$[\d,]+ a year, after unknown\./);
  });
});

describe('verified savings', () => {
  const contract = { id: 1, idApp: 5, status: 'active', c_seats_5: 100, c_unitPrice_6: 60, currency: 'USD' };
  const portfolioOf = (change: JsonObject) =>
    applyMapping({ ...records, apps: [], contracts: [{ ...contract, ...change }] }, mapping());

  it('count seats that went at the old price and the lower price for those that stay', () => {
    const savings = verifiedSavings(portfolioOf({}), portfolioOf({ c_seats_5: 80, c_unitPrice_6: 50 }));
    expect(savings.map(({ lever, annual }) => [lever, annual?.minor])).toEqual([
      ['price', 80 * 10_00],
      ['seats', 20 * 60_00],
    ]);
    // 100 × 60 − 80 × 50
    expect(savings.reduce((sum, { annual }) => sum + (annual?.minor ?? 0), 0)).toBe(2000_00);
  });

  it('have no worth without a price', () => {
    const without = { c_unitPrice_6: null };
    const [saving] = verifiedSavings(portfolioOf(without), portfolioOf({ ...without, c_seats_5: 80 }));
    expect(saving).toMatchObject({ lever: 'seats', from: 100, to: 80, annual: null });
  });
});
