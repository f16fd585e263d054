import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../skill/analysis/base/contract.ts';
import { handoverIn, parseHandover } from '../../skill/report/handover/handover.ts';
import { HANDOVER_BYTES, handoverOf, handoverText } from '../../skill/report/handover/handover-of.ts';
import { handedBrief, handedDigest, handedReport } from '../../skill/report/handover/handover-texts.ts';
import { baselineOf } from '../../skill/report/snapshot/baseline-of.ts';
import { namelessText } from '../../skill/report/snapshot/known-names.ts';
import { previousRun } from '../../skill/report/changes/changes.ts';
import { briefMarkdown } from '../../skill/report/text/brief-markdown.ts';
import { briefOf } from '../../skill/report/text/brief.ts';
import { digestMarkdown } from '../../skill/report/text/digest-markdown.ts';
import { digestOf } from '../../skill/report/text/digest.ts';
import { reportMarkdown } from '../../skill/report/text/report-markdown.ts';
import type { TenantRecords } from '../../skill/torii/base/records.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { analyzed, asOf, peopleIn, readDemo } from './demo-reading.ts';

const sizes = ['small', 'medium', 'large'] as const;
const read = new Map<string, { records: TenantRecords; analysis: Analysis }>();
const none = { previous: null, nextRun: null, link: null };

beforeAll(async () => {
  for (const size of sizes) {
    // oxlint-disable-next-line no-await-in-loop -- one large tenant in memory at a time
    const records = await readDemo(createTenant({ size, asOf }));
    read.set(size, { records, analysis: analyzed(records) });
  }
}, 120_000);

function readOf(size: string): { records: TenantRecords; analysis: Analysis } {
  const found = read.get(size);
  if (found === undefined) throw new Error(`No tenant of size ${size}.`);
  return found;
}

function textFor(size: string, notes: readonly string[] = []): string {
  const { records, analysis } = readOf(size);
  const inputs = {
    analysis,
    recorded: analysis,
    notes,
    previous: null,
    history: [],
    verified: null,
    drift: null,
  };
  return handoverText(handoverOf({ ...inputs, clean: namelessText(records) }));
}

function blockOf(text: string) {
  const parsed = parseHandover(handoverIn(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.handover;
}

/** Without the line that says where the text is from. */
function withoutSource(text: string): string {
  return text.replace(/^> Source: .*\n\n/m, '');
}

/** The citations of a text with what they say. */
function figuresIn(text: string): string[] {
  return [...text.matchAll(/\[([^\]]+)\]\(fact:([^)\s]+)\)/g)].map(([all]) => all);
}

describe('what a page hands over', () => {
  it.each(['small', 'medium'])('gives the texts of a %s tenant as the records do', (size) => {
    const { analysis } = readOf(size);
    const block = blockOf(textFor(size));
    const cut = briefOf(analysis, 'handover');
    expect(withoutSource(handedBrief(block, 'plain'))).toBe(briefMarkdown(cut, 'plain'));
    expect(withoutSource(handedDigest(block, 'cited', none))).toBe(
      digestMarkdown(digestOf(analysis), 'cited'),
    );
    const figures = new Set(figuresIn(reportMarkdown(analysis, 'cited')));
    const handed = figuresIn(handedReport(block, 'cited'));
    expect(handed.length).toBeGreaterThan(50);
    expect(handed.filter((figure) => !figures.has(figure) && !figure.includes('beyond-'))).toEqual([]);
  });

  it('lists what the brief lists, for all that a month usually holds', () => {
    const { analysis } = readOf('small');
    expect(withoutSource(handedBrief(blockOf(textFor('small')), 'plain'))).toBe(
      briefMarkdown(briefOf(analysis), 'plain'),
    );
  });

  it.each(sizes)('of a %s tenant is small enough to paste, and names nobody', (size) => {
    const text = textFor(size);
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(HANDOVER_BYTES);
    expect(peopleIn(text)).toEqual([]);
    expect(text).not.toMatch(/@/);
  });

  it('says in every text where it is from, when it was read, and what the page said of it', () => {
    const block = blockOf(textFor('small', ['Demo data: invented company and people.']));
    for (const text of [
      handedBrief(block, 'plain'),
      handedDigest(block, 'plain', none),
      handedReport(block, 'plain'),
    ]) {
      expect(text).toMatch(
        /^> Source: handed over by the dashboard page, which read Torii on Nov 22, 2026, 07:00 UTC/m,
      );
      expect(text).toContain(block.hash);
      expect(text).toContain('> Demo data: invented company and people.');
    }
  });

  it('is read out of what surrounds it in a chat', () => {
    const text = `Please use this.\n\`\`\`json\n${textFor('small')}\n\`\`\`\nThanks`;
    expect(parseHandover(handoverIn(text)).ok).toBe(true);
    expect(handoverIn('nothing here')).toBeNull();
    expect(handoverIn('{ "kind": ')).toBeNull();
  });

  it('is refused with one digit changed, and the part is named', () => {
    const text = textFor('small');
    const digits = [...text.matchAll(/"(money|count)":(\d)/g)];
    expect(digits.length).toBeGreaterThan(100);
    // Spread over the whole block.
    for (const found of digits.filter((_, index) => index % 17 === 0)) {
      const at = found.index + found[0].length - 1;
      const other = String((Number(found[2]) % 9) + 1);
      const parsed = parseHandover(handoverIn(text.slice(0, at) + other + text.slice(at + 1)));
      expect(parsed.ok).toBe(false);
      const named = parsed.ok ? [] : parsed.problems.map(({ path }) => path);
      expect(named).toHaveLength(1);
      expect(['brief', 'digest', 'report', 'run']).toContain(named[0]);
    }
  });

  it('is refused with a name, a date, or a part of another block in it', () => {
    const text = textFor('small');
    const renamed = parseHandover(handoverIn(text.replace(/"name":"[^"]/, '"name":"~')));
    expect(renamed).toMatchObject({ ok: false });
    const dated = parseHandover(handoverIn(text.replace('"asOf":"2026-11-22"', '"asOf":"2026-11-23"')));
    expect(dated).toMatchObject({ ok: false, problems: [{ path: 'about' }] });
    const [own, other] = [blockOf(text), blockOf(textFor('medium'))];
    const mixed = { ...own, brief: other.brief, hashes: { ...own.hashes, brief: other.hashes.brief } };
    expect(parseHandover(mixed)).toMatchObject({ ok: false, problems: [{ path: 'hash' }] });
  });

  it('may be laid out in any way, and its keys in any order', () => {
    const block = blockOf(textFor('small'));
    const turned = Object.fromEntries(Object.entries(block).toReversed());
    expect(parseHandover(handoverIn(JSON.stringify(turned, null, 4))).ok).toBe(true);
  });

  it('is compared with a baseline by totals and its largest apps', () => {
    const { analysis } = readOf('small');
    const earlier = baselineOf(analysis);
    const block = blockOf(textFor('small'));
    const [app] = block.run.apps;
    const before = {
      ...earlier,
      asOf: '2026-11-15',
      totals: { ...earlier.totals, baselineAnnual: '1.00' },
      apps: earlier.apps.map((row) => (row.id === app?.id ? { ...row, costAnnual: '2.00' } : row)),
    };
    const digest = handedDigest(block, 'plain', { ...none, previous: previousRun(before) });
    expect(digest).toContain('## What changed since Nov 15, 2026');
    expect(digest).toMatch(/The baseline is .*, after (at least )?\$1\./);
    expect(digest).toContain('Apps that cost more or less than before (1)');
  });
});
