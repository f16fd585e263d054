/** Values so long that a pattern which tries every way to part them would not end. */
import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../skill/mapping/base/plain-text.ts';
import { readCount, readSeats } from '../../skill/mapping/values/read-count.ts';
import { readDay } from '../../skill/mapping/values/read-day.ts';
import { readMoney } from '../../skill/mapping/values/read-money.ts';
import { readSpan } from '../../skill/mapping/values/read-span.ts';
import { readTruth } from '../../skill/mapping/values/read-truth.ts';
import { readUse } from '../../skill/mapping/values/read-use.ts';
import { failureFromWords, decodeReply } from '../../skill/torii/reply/decode.ts';

const LENGTH = 60_000;
/** What takes quadratic time needs more than ten seconds for so long a text; what does not, milliseconds. */
const PATIENCE_MS = 5_000;

const units = [
  'x',
  '9',
  ' ',
  '-',
  '1 ',
  '1,',
  '1.',
  'a1',
  '( ',
  '"',
  '<',
  'é',
  '1:',
  'Jan ',
  '1-',
  '\n',
  "'",
  '@',
  'days ',
];
const starts = ['', '1'];
const ends = ['', 'x'];

const texts = units.flatMap((unit) =>
  starts.flatMap((start) => ends.map((end) => `${start}${unit.repeat(LENGTH / unit.length)}${end}`)),
);

const form = { unit: 'major', times: 1, mayBeNegative: false } as const;
const context = { tenantCurrency: 'USD', recordCurrency: undefined, converted: undefined };

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  money: (text) => readMoney(text, form, context),
  currency: (text) => readMoney(5, form, { ...context, recordCurrency: text }),
  'a day': (text) => readDay(text),
  'a day of use': (text) => readUse(text),
  'a span': (text) => readSpan(text, 'day'),
  'a count': readCount,
  seats: readSeats,
  truth: readTruth,
  'a word': normalizeText,
  'the words of an error': (text) =>
    failureFromWords(`Error: retry after ${text}`, 'list_apps', 'unavailable'),
  'a page': (text) => decodeReply('list_apps', { content: [{ type: 'text', text: `<html>${text}` }] }),
};

describe.each(Object.entries(readers))('%s', (_, reader) => {
  it('is read from, or refused in, a text of any length', () => {
    for (const text of texts) {
      const began = performance.now();
      reader(text);
      expect(performance.now() - began, text.slice(0, 9)).toBeLessThan(PATIENCE_MS);
    }
  });
});
