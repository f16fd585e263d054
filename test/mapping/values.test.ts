import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf } from '../../skill/mapping/base/decimal-text.ts';
import { readDomain } from '../../skill/mapping/values/domain.ts';
import { readCount } from '../../skill/mapping/values/read-count.ts';
import { readDay } from '../../skill/mapping/values/read-day.ts';
import { readMoney, type MoneyForm } from '../../skill/mapping/values/read-money.ts';
import { readOwner } from '../../skill/mapping/values/read-owner.ts';
import { readTags, readText } from '../../skill/mapping/values/read-text.ts';
import { readTruth } from '../../skill/mapping/values/read-truth.ts';
import { readUsageSource } from '../../skill/mapping/values/usage-source.ts';
import { minorPerMajor } from '../../skill/mapping/base/currency.ts';
import type { JsonValue } from '../../skill/torii/base/json.ts';

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const valueOf = (value: { kind: string; value?: unknown }): unknown =>
  value.kind === 'known' ? value.value : value.kind;

/** The context of a bare amount in a record of a tenant that counts in dollars. */
const at = (recordCurrency: JsonValue | undefined, converted?: JsonValue) => ({
  tenantCurrency: 'USD',
  recordCurrency,
  converted,
});

describe('dates', () => {
  it.each<[JsonValue, string]>([
    ['2026-11-22', '2026-11-22'],
    [' 2026-11-22 ', '2026-11-22'],
    ['2026-11-22T10:00:00.000Z', '2026-11-22'],
    ['2026-11-22T23:59:59Z', '2026-11-22'],
    ['2026-11-22 08:15', '2026-11-22'],
    ['2026-11-22T23:30:00-05:00', '2026-11-23'],
    ['2026-11-22T00:30:00+02:00', '2026-11-21'],
    ['2024-02-29', '2024-02-29'],
    [1_795_305_600_000, '2026-11-22'],
    ['1795305600000', '2026-11-22'],
  ])('%j is %s', (raw, iso) => {
    expect(readDay(raw)).toEqual({ kind: 'known', value: day(iso) });
  });

  it.each<[JsonValue]>([
    ['22/11/2026'],
    ['11/22/2026'],
    ['03.04.2026'],
    ['Nov 22, 2026'],
    ['2026-02-30'],
    ['2025-02-29'],
    ['2026-13-01'],
    ['2026-00-10'],
    ['2026-11-22T25:00:00Z junk'],
    ['2026-11-22T25:00:00+01:00'],
    ['0026-11-22'],
    ['2026/11/22'],
    [0],
    [1_795_305_600],
    [46_348],
    [Number.MAX_SAFE_INTEGER],
    [true],
    [{}],
    [[]],
  ])('%j is not guessed', (raw) => {
    expect(readDay(raw).kind).toBe('invalid');
  });

  it('reads every calendar day of the range back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: day('2199-12-31') }), (value) => {
        const iso = new Date(value * 86_400_000).toISOString();
        expect(readDay(iso)).toEqual({ kind: 'known', value });
        expect(readDay(iso.slice(0, 10))).toEqual({ kind: 'known', value });
      }),
    );
  });

  it('counts every day of 230 years as the calendar does', () => {
    const [first, last] = [day('1970-01-01'), day('2199-12-31')];
    const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const wrong = days.filter((value) => {
      const read = readDay(new Date(value * 86_400_000).toISOString());
      return read.kind !== 'known' || read.value !== value;
    });
    expect(days).toHaveLength(84_006);
    expect(wrong).toEqual([]);
  });
});

describe('numbers as text', () => {
  it.each([
    ['12000', 12_000],
    ['-12.5', -12.5],
    ['1,200.50', 1200.5],
    ['1.200,50', 1200.5],
    ['1,200,000', 1_200_000],
    ['1.200.000', 1_200_000],
    ['1200,50', 1200.5],
    ['1 200.50', 1200.5],
    ["12'000.00", 12_000],
    ['0.125', 0.125],
    ['12000.500', 12_000.5],
  ])('%s is %d', (text, number) => {
    expect(decimalOf(text)).toBe(number);
  });

  it.each([
    '1,200',
    '1.200',
    '999.999',
    '1,2,3',
    '1,20,000',
    '1.200.30',
    '12,',
    '.5',
    '1e5',
    '',
    '1-2',
    '0x10',
  ])('%j could mean two things, or none', (text) => {
    expect(decimalOf(text)).toBeNull();
  });
});

describe('money', () => {
  const major: MoneyForm = { unit: 'major', times: 1, mayBeNegative: false };
  const minor: MoneyForm = { ...major, unit: 'minor' };
  const unstated: MoneyForm = { ...major, unit: null };

  it.each<[JsonValue, MoneyForm, JsonValue | undefined, number, string]>([
    [1500, minor, undefined, 1500, 'USD'],
    [1500, major, undefined, 150_000, 'USD'],
    ['12000', major, 'EUR', 1_200_000, 'EUR'],
    ['12000', minor, 'eur', 12_000, 'EUR'],
    ['1,200.50', major, null, 120_050, 'USD'],
    [12_000, major, 'JPY', 12_000, 'JPY'],
    [12.345, major, 'KWD', 12_345, 'KWD'],
    [1.005, major, 'USD', 101, 'USD'],
    [10.1, { ...major, times: 12 }, 'USD', 12_120, 'USD'],
    [0, major, 'USD', 0, 'USD'],
    ['EUR 1,200.50', major, 'USD', 120_050, 'EUR'],
    ['12000 GBP', major, 'USD', 1_200_000, 'GBP'],
    [{ value: 1500, currency: 'GBP' }, major, 'USD', 1500, 'GBP'],
    [{ value: '1500', currency: 'gbp' }, unstated, 'USD', 1500, 'GBP'],
    [{ value: 1500 }, major, 'EUR', 1500, 'EUR'],
    [-1500, { ...minor, mayBeNegative: true }, 'USD', -1500, 'USD'],
    [{ value: -1500, currency: 'USD' }, { ...unstated, mayBeNegative: true }, undefined, -1500, 'USD'],
  ])('%j (%j, record in %j) is %d %s', (raw, form, currency, amount, code) => {
    expect(readMoney(raw, form, at(currency))).toEqual({
      kind: 'known',
      value: { minor: amount, currency: code },
    });
  });

  it.each<[JsonValue, MoneyForm, JsonValue | undefined]>([
    [1500, unstated, 'USD'],
    [1500, major, 'Euro'],
    [1500, major, 'XXA'],
    [1500.5, minor, 'USD'],
    ['1,200', major, 'USD'],
    ['$1,200.50', major, 'USD'],
    ['abc 100', major, 'USD'],
    ['twelve', major, 'USD'],
    [-1, major, 'USD'],
    [{ value: -1, currency: 'USD' }, major, 'USD'],
    [{ value: 10.5, currency: 'USD' }, major, 'USD'],
    [{ value: 10, currency: 'US$' }, major, 'USD'],
    [1e300, major, 'USD'],
    [true, major, 'USD'],
    [[], major, 'USD'],
  ])('%j (%j, record in %j) is Invalid', (raw, form, currency) => {
    expect(readMoney(raw, form, at(currency)).kind).toBe('invalid');
  });

  it('is missing, not zero, when an object holds no value', () => {
    expect(readMoney({ value: null, currency: 'USD' }, major, at('USD'))).toEqual({
      kind: 'missing',
      reason: 'absent',
    });
  });

  it("keeps Torii's own conversion, from either form, and only across currencies", () => {
    const converted = { minor: 1000, currency: 'EUR', converted: 1080 };
    const inside = { value: 1000, currency: 'EUR', convertedValue: 1080 };
    expect(readMoney(inside, major, at('EUR'))).toEqual({ kind: 'known', value: converted });
    const beside = readMoney(
      { value: 1000, currency: 'EUR' },
      major,
      at('EUR', { value: 1080, currency: 'USD' }),
    );
    expect(beside).toEqual({ kind: 'known', value: converted });
    expect(readMoney(10, major, at('EUR', 10.8))).toEqual({ kind: 'known', value: converted });
    const same = { value: 1000, currency: 'USD', convertedValue: 1000 };
    expect(readMoney(same, major, at('USD'))).toEqual({
      kind: 'known',
      value: { minor: 1000, currency: 'USD' },
    });
  });

  it('gives the same amount from minor and major units', () => {
    const amount = fc.integer({ min: 0, max: 10 ** 11 });
    fc.assert(
      fc.property(amount, fc.constantFrom('USD', 'JPY', 'KWD', 'EUR', 'CLF'), (units, code) => {
        const fromMajor = readMoney(units / minorPerMajor(code), major, at(code));
        expect(fromMajor).toEqual(readMoney(units, minor, at(code)));
        expect(fromMajor).toEqual({ kind: 'known', value: { minor: units, currency: code } });
      }),
    );
  });
});

describe('counts', () => {
  it.each<[JsonValue, 'each' | 'days' | 'months', number]>([
    [120, 'each', 120],
    ['120', 'each', 120],
    ['1,200', 'each', 1200],
    ['120.0', 'each', 120],
    [0, 'each', 0],
    ['30 days', 'days', 30],
    ['30-day', 'days', 30],
    ['60 calendar days', 'days', 60],
    ['2 weeks', 'days', 14],
    ['12 Months', 'months', 12],
    ['1 year', 'months', 12],
    ['3 years', 'months', 36],
  ])('%j in %s is %d', (raw, unit, count) => {
    expect(readCount(raw, unit)).toEqual({ kind: 'known', value: count });
  });

  it.each<[JsonValue, 'each' | 'days' | 'months']>([
    [-1, 'each'],
    [1.5, 'each'],
    ['1.200', 'each'],
    ['3 months', 'days'],
    ['90 days', 'months'],
    ['about 30', 'days'],
    ['30 business days', 'days'],
    [true, 'each'],
    [{}, 'each'],
    ['constructor', 'days'],
    ['1 constructor', 'days'],
  ])('%j in %s is Invalid', (raw, unit) => {
    expect(readCount(raw, unit).kind).toBe('invalid');
  });
});

describe('yes and no', () => {
  it.each(['yes', 'TRUE', '1', 'On', ' auto ', true, 1])('%j is yes', (raw) => {
    expect(readTruth(raw)).toEqual({ kind: 'known', value: true });
  });
  it.each(['no', 'False', '0', 'OFF', 'manual', false, 0])('%j is no', (raw) => {
    expect(readTruth(raw)).toEqual({ kind: 'known', value: false });
  });
  it.each<[JsonValue]>([['maybe'], [2], ['y'], [{}], [['yes']]])('%j is Invalid', (raw) => {
    expect(readTruth(raw).kind).toBe('invalid');
  });
});

describe('texts and tags', () => {
  it('reads lists and commas alike', () => {
    expect(readTags('design, video ,')).toEqual(readTags(['design', 'video']));
    expect(valueOf(readText(['A', 'B']))).toBe('A, B');
    expect(valueOf(readText({ id: 3, name: 'Design' }))).toBe('Design');
    expect(valueOf(readText(7))).toBe('7');
    expect(readText('  ')).toEqual({ kind: 'missing', reason: 'empty' });
    expect(readText([])).toEqual({ kind: 'missing', reason: 'empty' });
    expect(readText(true).kind).toBe('invalid');
    expect(readText([['a']]).kind).toBe('invalid');
  });
});

describe('owners', () => {
  it.each<[JsonValue, { id: string; departed: boolean | null }]>([
    [501, { id: '501', departed: null }],
    ['501', { id: '501', departed: null }],
    [
      { id: 501, fullName: 'Ada Example', lifecycleStatus: 'offboarded' },
      { id: '501', departed: true },
    ],
    [
      { id: 501, lifecycleStatus: 'active' },
      { id: '501', departed: false },
    ],
    [
      { id: 501, isDeletedInIdentitySources: true },
      { id: '501', departed: true },
    ],
    [{ id: 501 }, { id: '501', departed: null }],
    [[{ id: 7 }, { id: 8 }], { id: '7', departed: null }],
  ])('%j', (raw, owner) => {
    expect(readOwner(raw)).toEqual({ kind: 'known', value: owner });
  });

  it('turns names and e-mails into tokens that stay the same', () => {
    const token = valueOf(readOwner('Ada@Example.com'));
    expect(token).toEqual({ id: expect.stringMatching(/^person-[0-9a-f]{16}$/), departed: null });
    expect(valueOf(readOwner({ email: 'ada@example.com ' }))).toEqual(token);
    expect(valueOf(readOwner('grace@example.com'))).not.toEqual(token);
  });

  it.each<[JsonValue, string]>([
    [[], 'missing'],
    ['', 'missing'],
    [{}, 'invalid'],
    [true, 'invalid'],
    [[[1]], 'invalid'],
  ])('%j is %s', (raw, kind) => {
    expect(readOwner(raw).kind).toBe(kind);
  });
});

describe('usage sources', () => {
  it.each<[JsonValue | undefined, unknown]>([
    [['Expense', 'okta'], 'sso'],
    ['Browser Extension,NetSuite', 'extension'],
    [['direct integration', 'SSO'], 'direct'],
    [[{ type: 'directIntegration' }], 'direct'],
    [['Slack'], 'direct'],
    [['Manual'], 'none'],
    [['Something new'], 'missing'],
    [[], 'missing'],
    [undefined, 'missing'],
  ])('%j is %s', (raw, source) => {
    expect(valueOf(readUsageSource(raw, 'Slack'))).toBe(source);
  });
});

describe('domains', () => {
  it.each<[JsonValue | undefined, unknown]>([
    ['https://www.Slack.com/signin?x=1', 'slack.com'],
    ['slack.com', 'slack.com'],
    ['http://user@app.box.com:8080/', 'app.box.com'],
    ['//zoom.us#top', 'zoom.us'],
    ['not a url', 'invalid'],
    ['localhost', 'invalid'],
    [7, 'invalid'],
    ['', 'missing'],
    [null, 'missing'],
  ])('%j is %s', (raw, domain) => {
    expect(valueOf(readDomain(raw))).toBe(domain);
  });
});
