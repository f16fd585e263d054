import { describe, expect, it } from 'vitest';
import { deadlinesIcs } from '../../skill/report/files/ics.ts';
import { analyzeSmall } from '../analysis/fixtures/analyze-small.ts';
import { appOf, contractOf, portfolioOf } from '../analysis/fixtures/portfolio.ts';

const app = appOf({ id: 1, name: 'Figma; one, two\\three' });
const contract = { id: 7, appId: 1, autoRenew: true, noticeDays: 30 } as const;

function linesOf(text: string): string[] {
  return text.replace(/\r\n /g, '').trimEnd().split('\r\n');
}

function uidIn(text: string): string | undefined {
  return linesOf(text).find((line) => line.startsWith('UID:'));
}

/** A calendar of one contract that ends on a day. */
function calendar(termEnd: string, name = 'Plan', notes: readonly string[] = []): string {
  const contracts = [contractOf({ ...contract, name, termStart: '2026-01-01', termEnd })];
  return deadlinesIcs(analyzeSmall(portfolioOf({ apps: [app], contracts }), { asOf: '2026-11-22' }), notes);
}

describe('notice deadlines as a calendar', () => {
  it('holds one all-day event on the deadline, with an alarm 14 and 3 days before it', () => {
    const lines = linesOf(calendar('2027-01-31'));
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines).toContain('DTSTART;VALUE=DATE:20270101');
    expect(lines).toContain('DTEND;VALUE=DATE:20270102');
    expect(lines).toContain('DTSTAMP:20261122T000000Z');
    expect(lines.filter((line) => line.startsWith('TRIGGER'))).toEqual(['TRIGGER:-P14D', 'TRIGGER:-P3D']);
    expect(lines.at(-1)).toBe('END:VCALENDAR');
  });

  it('keeps the UID of a contract whose deadline has moved', () => {
    expect(uidIn(calendar('2027-01-31'))).toBe(uidIn(calendar('2027-03-31')));
    expect(uidIn(calendar('2027-01-31'))).toMatch(/^UID:notice-7@/);
  });

  it('leaves out what has passed', () => {
    expect(calendar('2026-12-01')).not.toContain('BEGIN:VEVENT');
  });

  it('escapes what a text may hold, and lets no text start a line of its own', () => {
    const lines = linesOf(calendar('2027-01-31', 'Plan\r\nBEGIN:VALARM\u0000', ['Demo, data']));
    expect(lines).toContain(String.raw`SUMMARY:Notice deadline: Figma\; one\, two\\three`);
    // Its own two, and none that the name brings.
    expect(lines.filter((line) => line === 'BEGIN:VALARM')).toHaveLength(2);
    expect(lines.find((line) => line.startsWith('DESCRIPTION:'))).toContain(String.raw`Demo\, data`);
  });

  it('folds lines at 75 octets without cutting a character', () => {
    const text = calendar('2027-01-31', 'Vertrag für Grüße 🧭 '.repeat(12));
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\ufffd');
    expect(linesOf(text).join('\n')).toContain('Vertrag für Grüße 🧭 Vertrag');
  });
});
