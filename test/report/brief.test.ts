import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../skill/analysis/base/contract.ts';
import { checkNarrative } from '../../skill/analysis/facts/narrative.ts';
import { appBriefMarkdown } from '../../skill/report/text/app-brief-markdown.ts';
import { appBriefOf } from '../../skill/report/text/app-brief.ts';
import { briefMarkdown } from '../../skill/report/text/brief-markdown.ts';
import { briefOf } from '../../skill/report/text/brief.ts';
import { inboxOf } from '../../skill/analysis/decisions/inbox.ts';
import { reportMarkdown } from '../../skill/report/text/report-markdown.ts';
import type { TenantRecords } from '../../skill/torii/base/records.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import type { Part } from '../../skill/report/base/sentence.ts';
import { effects } from '../../skill/analysis/records/ledger-row.ts';
import { analyzed, asOf, mapping, peopleIn, readDemo } from './demo-reading.ts';

let records: TenantRecords;
let analysis: Analysis;

beforeAll(async () => {
  records = await readDemo();
  analysis = analyzed(records);
});

/** Every digit in turn made another one. */
function* altered(text: string): Generator<string> {
  for (const { index } of text.matchAll(/\d/g)) {
    const digit = (Number(text[index]) + 1) % 10;
    yield text.slice(0, index) + String(digit) + text.slice(index + 1);
  }
}

/** "1,234.50" as "1,235". */
function rounded(exact: string): string {
  return Math.round(Number(exact.replaceAll(',', ''))).toLocaleString('en-US');
}

/** Lines that take up room on paper, long ones as what they are folded into. */
function printedLines(markdown: string): number {
  return markdown
    .split('\n')
    .filter((line) => line !== '')
    .reduce((sum, line) => sum + Math.ceil(line.length / 180), 0);
}

function sumOf({ ledger }: Analysis, window: 'next12' | 'inYear'): number {
  return ledger.reduce((sum, row) => sum + row[window], 0);
}

function moneyOf(part: Part): number {
  return typeof part !== 'string' && 'money' in part ? part.money : 0;
}

describe('a brief of the medium demo tenant', () => {
  it('has all that is due within 30 days and the five largest savings, in the order of their dates', () => {
    const { first, more } = briefOf(analysis).decisions;
    const listed = first.map(({ id }) => id);
    const inbox = inboxOf(analysis);
    const due = inbox.filter(({ days }) => days !== null && days <= 30);
    const largest = inbox.toSorted((a, b) => (b.hardAnnual ?? 0) - (a.hardAnnual ?? 0)).slice(0, 5);
    expect(listed).toEqual(expect.arrayContaining([...due, ...largest].map(({ id }) => id)));
    const dates = first.flatMap(({ lastSafeDate }) => lastSafeDate ?? []);
    expect(dates).toEqual(dates.toSorted());
    const soonest = analysis.ledger.flatMap(({ decideBy }) => decideBy ?? []).toSorted()[0];
    expect(dates[0]).toBe(soonest);
    expect(more?.[1]).toEqual({ count: inbox.length - listed.length, fact: 'due/beyond-brief/decisions' });
  });

  it('keeps hard saving, avoidance and one-time cost apart', () => {
    const [soonest] = briefOf(analysis).decisions.first.flatMap(({ source, appId }) =>
      source === null || appId === null ? [] : appId,
    );
    if (soonest === undefined) throw new Error('nothing to decide');
    const edits = [
      { appId: soonest, action: 'retire', oneTime: 8000_00, by: 'Ada', at: '2026-11-20' },
    ] as const;
    const retired = analyzed(records, { edits });
    const facts = briefOf(retired).figures.map(({ amount }) => amount);
    expect(facts).toEqual([
      [{ money: retired.totals.baselineAnnual, fact: 'totals/baselineAnnual' }],
      [{ money: retired.totals.hardSavingAnnual, fact: 'totals/hardSavingAnnual' }],
      [{ money: sumOf(retired, 'next12'), fact: 'lever/all/next12' }],
      [{ money: sumOf(retired, 'inYear'), fact: 'lever/all/inYear' }],
      [{ money: retired.totals.avoidanceAnnual, fact: 'totals/avoidanceAnnual' }],
      [{ money: 8000_00, fact: 'totals/oneTime' }],
    ]);
    expect(briefMarkdown(briefOf(retired), 'plain')).toContain('Accepted by a person.');
    expect(briefMarkdown(briefOf(retired), 'plain')).not.toContain('Ada');
  });

  it.each([
    ['brief', () => briefMarkdown(briefOf(analysis), 'cited')],
    ['report', () => reportMarkdown(analysis, 'cited')],
  ])('%s: every figure is a fact', (_name, text) => {
    const markdown = text();
    expect(markdown.match(/\(fact:/g)?.length).toBeGreaterThan(20);
    expect(checkNarrative(markdown, analysis).problems).toEqual([]);
  });

  it('does not pass with one digit altered, whichever it is', () => {
    const markdown = briefMarkdown(briefOf(analysis), 'cited');
    const head = markdown.split('\n').slice(0, 4).join('\n').length;
    const figures = [...markdown.matchAll(/\[([^\]]*)\]\(fact:/g)].map(({ index, 1: text }) => ({
      index,
      text,
    }));
    expect(figures.length).toBeGreaterThan(20);
    // One paragraph a forgery, so that all of them are checked in one go.
    const forged = figures.flatMap(({ index, text = '' }) => {
      expect(index).toBeGreaterThan(head);
      const start = markdown.lastIndexOf('\n', index) + 1;
      const end = markdown.indexOf('\n', index);
      return [...altered(text)].map(
        (wrong) => markdown.slice(start, index + 1) + wrong + markdown.slice(index + 1 + text.length, end),
      );
    });
    const { problems } = checkNarrative(forged.join('\n\n'), analysis);
    expect(problems.map(({ line }) => line)).toEqual(forged.map((_, index) => index * 2 + 1));
  });

  it('says the same without citations and without cents', () => {
    const cited = briefMarkdown(briefOf(analysis), 'cited');
    const plain = briefMarkdown(briefOf(analysis), 'plain');
    expect(plain).not.toContain('fact:');
    const uncited = cited.replace(/\[([^\]]*)\]\(fact:[^)]*\)/g, '$1');
    expect(uncited).toMatch(/\$[\d,]+\.\d\d/);
    expect(plain).not.toMatch(/\$[\d,]+\.\d\d/);
    expect(uncited.replace(/\$([\d,]+\.\d\d)/g, (_, exact: string) => `$${rounded(exact)}`)).toBe(plain);
  });

  it('names nobody', () => {
    const text = briefMarkdown(briefOf(analysis), 'plain') + reportMarkdown(analysis, 'plain');
    expect(peopleIn(text)).toEqual([]);
  });

  it('gives the money by when it can leave, as a bar and in figures that add up to what leaves', () => {
    const { byWhen } = briefOf(analysis);
    expect(byWhen.map(({ when }) => when)).toEqual(
      effects.filter((when) => analysis.totals.byEffect[when] > 0),
    );
    expect(Math.max(...byWhen.map(({ size }) => size))).toBe(1);
    const sum = byWhen.flatMap(({ amount }) => amount.map((part) => moneyOf(part)));
    expect(sum.reduce((all, one) => all + one, 0)).toBe(analysis.totals.hardSavingAnnual);
    const longest = byWhen.find(({ size }) => size === 1);
    expect(briefMarkdown(briefOf(analysis), 'plain')).toContain(
      `| ${longest?.name} | $170,429 | ${'█'.repeat(24)} |`,
    );
  });

  it('says of each decision what to do, by when, what it saves and whom to ask, without a name', () => {
    const text = briefMarkdown(briefOf(analysis), 'plain');
    expect(text).toContain('| App | Consider | By | Saves a year | Ask |');
    expect(text).toMatch(
      /\| “Asana” \| giving up 82 unassigned seats and 63 of 84 inactive seats; else it renews to Jan 13, 2028 for \$73,260 \| Dec 4, 2026 \| \$28,710 \| no owner \|/,
    );
    expect(text).toMatch(
      /\| “Juniper Flow” \| whether to renew, \$7,000 a year; .*\| Dec 22, 2026 \|  \| owner \d+ \|/,
    );
    expect(text).toMatch(/\| “LastPass” \| sign less: .*\| ends Jan 8, 2027 \|/);
    expect(text).toMatch(/\| “1Password” \| .*\| no contract on file \|/);
  });

  it('is one page', () => {
    expect(printedLines(briefMarkdown(briefOf(analysis), 'plain'))).toBeLessThan(60);
  });

  it('is one page of thousands of apps too, and what is due and not listed is counted with its worth', async () => {
    const large = analyzed(await readDemo(createTenant({ size: 'large', asOf })));
    const brief = briefOf(large);
    expect(printedLines(briefMarkdown(brief, 'plain'))).toBeLessThan(60);
    const inbox = inboxOf(large);
    const due = inbox.filter(({ days }) => days !== null && days <= 30);
    const listed = new Set(brief.decisions.first.map(({ id }) => id));
    const rest = due.filter(({ id }) => !listed.has(id));
    expect(rest.length).toBeGreaterThan(0);
    expect(rest.every(({ hardAnnual }) => hardAnnual === null)).toBe(true);
    expect(brief.decisions.moreSoon).toContainEqual({
      count: rest.length,
      fact: 'due/soon-beyond-brief/decisions',
    });
    expect(brief.decisions.moreSoon).toContainEqual({
      money: rest.reduce((sum, { annualValue }) => sum + (annualValue ?? 0), 0),
      fact: 'due/soon-beyond-brief/atStakeAnnual',
    });
  }, 120_000);
});

describe('a renewal brief', () => {
  it('is written for every app, and every figure in it is a fact', () => {
    for (const { id, name } of analysis.apps) {
      const brief = appBriefOf(analysis, id);
      if (brief === null) throw new Error(`${name} has no brief`);
      expect(checkNarrative(appBriefMarkdown(brief, 'cited'), analysis).problems).toEqual([]);
    }
  });

  it('asks for what the plan saves, and says until when and what leaving means', () => {
    const brief = appBriefOf(analysis, 1005);
    if (brief === null) throw new Error('no brief');
    const text = appBriefMarkdown(brief, 'plain');
    expect(text).toContain('**Last safe date:** Feb 18, 2027');
    expect(text).toContain('Pay $61,653.16 a year instead of $92,907.88: $31,254.72 less.');
    expect(text).toContain('can be left after Jan 2, 2027');
  });

  it('is not written for an app that is not listed', () => {
    expect(appBriefOf(analysis, 1)).toBeNull();
  });

  it('does not take contracts that could not be read for none', async () => {
    const undated = analyzed(
      await readDemo(createTenant({ size: 'small' }), { fault: 'list_contracts:500' }),
    );
    const brief = appBriefOf(undated, 1005);
    const text = brief === null ? '' : appBriefMarkdown(brief, 'plain');
    expect(text).toContain('**Last safe date:** Unknown: not every contract could be read.');
    expect(text).toContain('Whether a contract binds it is unknown');
    expect(text).not.toMatch(/No contract|no contract|at any time/);
  });
});

describe('labels and gaps', () => {
  it('labels a draft, and lists it among the assumptions', () => {
    const { approval: _approval, ...rest } = mapping();
    const brief = briefOf(analyzed(records, { mapping: { ...rest, status: 'draft' } }));
    expect(brief.labels).toEqual(['draft']);
    expect(briefMarkdown(brief, 'plain')).toContain('> Draft: ');
    expect(briefMarkdown(brief, 'plain')).toContain('The mapping is a draft');
  });

  it('says nothing of deadlines where the contracts were denied', async () => {
    const small = createTenant({ size: 'small' });
    const denied = analyzed(await readDemo(small, { role: ['no-contracts'] }));
    const text = briefMarkdown(briefOf(denied), 'cited');
    expect(briefOf(denied).labels).toContain('partial');
    expect(text).toContain('by when cannot be said without the contracts');
    expect(text).toContain('The contracts are hidden from the Torii role.');
    expect(text).not.toMatch(/first by|needs a decision/);
    expect(checkNarrative(text, denied).problems).toEqual([]);
  });

  it('shows no zeros where the apps could not be read', async () => {
    const nothing = analyzed(await readDemo(createTenant({ size: 'small' }), { fault: 'list_apps:500' }));
    const text = briefMarkdown(briefOf(nothing), 'plain') + reportMarkdown(nothing, 'plain');
    expect(text).toContain('No data: the apps could not be read.');
    expect(text).not.toContain('$0');
    expect(text).not.toContain('Nothing to decide');
  });

  it('gives the cheapest remedy with each unknown', () => {
    const { unknowns } = briefOf(analysis);
    expect(unknowns.map(({ id }) => id)).toEqual(['seats', 'exits', 'prices', 'deadlines', 'values']);
    expect(unknowns.every(({ remedy }) => remedy.length > 0)).toBe(true);
  });
});

describe('hostile names', () => {
  it('stay names: no markup, no figure, no line of their own', () => {
    const [first, ...rest] = analysis.apps;
    if (first === undefined) throw new Error('no apps');
    const hostile = '[$5](fact:totals/apps)\n# <b>*Own* 7|`x`';
    const apps = [{ ...first, name: hostile }, ...rest];
    const renamed = { ...analysis, apps };
    const text = reportMarkdown(renamed, 'cited');
    expect(text.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1);
    expect(text).not.toMatch(/(^|[^\\])<b>/m);
    expect(text).toContain(String.raw`“\[$5\](fact:totals/apps) # \<b\>\*Own\* 7\|\`x\`”`);
  });
});

function isRenewalAlone({ hardAnnual }: { readonly hardAnnual: number | null }): boolean {
  return hardAnnual === null;
}

describe('an inbox', () => {
  it('has neither suspected duplicates nor offers, nor what a person has dismissed or snoozed', () => {
    const contracts = inboxOf(analysis)
      .filter(isRenewalAlone)
      .map(({ contractId }) => contractId);
    const datadog = analysis.renewals
      .filter(({ appName }) => appName === 'Datadog')
      .map(({ contractId }) => contractId);
    expect(contracts.filter((id) => id !== null && datadog.includes(id))).toHaveLength(1);

    const [first] = contracts;
    const decided = analyzed(records, {
      decisions: [{ id: `notice-near:contract-${first}:deadline`, verdict: 'snoozed', until: '2026-12-24' }],
    });
    expect(inboxOf(decided).some(({ id }) => id === `renewal/${first}`)).toBe(false);
    expect(inboxOf(decided)).toHaveLength(inboxOf(analysis).length - 1);
  });

  it('books for an app what its ledger rows add up to', () => {
    const saving = inboxOf(analysis).filter((item) => !isRenewalAlone(item));
    for (const appId of new Set(saving.map((item) => item.appId))) {
      const rows = analysis.ledger.filter((row) => row.appId === appId);
      const items = saving.filter((item) => item.appId === appId);
      expect(items.reduce((sum, { hardAnnual }) => sum + (hardAnnual ?? 0), 0)).toBe(
        rows.reduce((sum, row) => sum + row.hardAnnual, 0),
      );
    }
  });
});
