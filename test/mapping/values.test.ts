import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf } from '../../skill/mapping/base/decimal-text.ts';
import { readDomain } from '../../skill/mapping/values/domain.ts';
import { readsUnlimited, readCount, readSeats } from '../../skill/mapping/values/read-count.ts';
import { readDay } from '../../skill/mapping/values/read-day.ts';
import { readMoney, type MoneyForm } from '../../skill/mapping/values/read-money.ts';
import { readOwner } from '../../skill/mapping/values/read-owner.ts';
import { readTags, readText } from '../../skill/mapping/values/read-text.ts';
import { readSpan, type SpanUnit, unitInName } from '../../skill/mapping/values/read-span.ts';
import { readTruth } from '../../skill/mapping/values/read-truth.ts';
import { readUse } from '../../skill/mapping/values/read-use.ts';
import { unwrapped } from '../../skill/mapping/values/unwrapped.ts';
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
    ['2026-11-22T23:30:00-05:00', '2026-11-22'],
    ['2026-11-22T00:30:00+02:00', '2026-11-22'],
    ['2026-11-22 00:30:00 +0200', '2026-11-22'],
    ['2026/11/22', '2026-11-22'],
    ['2026-1-5', '2026-01-05'],
    ['22.11.2026', '2026-11-22'],
    ['3.4.2026', '2026-04-03'],
    ['22.11.2026 08:15 Uhr', '2026-11-22'],
    ['22-Nov-2026', '2026-11-22'],
    ['Nov 22, 2026', '2026-11-22'],
    ['November 22nd, 2026', '2026-11-22'],
    ['22. November 2026', '2026-11-22'],
    ['22 novembre 2026', '2026-11-22'],
    ['22 de noviembre de 2026', '2026-11-22'],
    ['1er août 2026', '2026-08-01'],
    ['5. März 2026', '2026-03-05'],
    ['Sunday, 22 November 2026', '2026-11-22'],
    ['Sun Nov 22 2026 00:00:00 GMT+0100 (CET)', '2026-11-22'],
    ['Sun, 22 Nov 2026 10:00:00 GMT', '2026-11-22'],
    ['2026年11月22日', '2026-11-22'],
    ['20261122', '2026-11-22'],
    [20_261_122, '2026-11-22'],
    [46_348, '2026-11-22'],
    ['46348', '2026-11-22'],
    [1_795_305_600, '2026-11-22'],
    ['1795305600', '2026-11-22'],
    ['2024-02-29', '2024-02-29'],
    [1_795_305_600_000, '2026-11-22'],
    ['1795305600000', '2026-11-22'],
  ])('%j is %s', (raw, iso) => {
    expect(readDay(raw)).toEqual({ kind: 'known', value: day(iso) });
  });

  it.each<[JsonValue]>([
    ['22/11/2026'],
    ['11/22/2026'],
    ['03/04/2026'],
    ['31/12/2026'],
    ['31-12-2026'],
    ['31.12.26'],
    ['22-Nov-26'],
    ['Nov 2026'],
    ['Q4 2026'],
    ['31.02.2026'],
    ['Nov 31, 2026'],
    ['22 Nov 2026 or later'],
    ['end of 2026'],
    ['2026-02-30'],
    ['2025-02-29'],
    ['2026-13-01'],
    ['2026-00-10'],
    ['2026-11-22T25:00:00Z junk'],
    ['2026-11-22T25:00:00+01:00'],
    ['0026-11-22'],
    ['22/11'],
    [0],
    [2026],
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
    ['$1,200.50', major, 'USD', 120_050, 'USD'],
    ['$1,200.50', major, 'CAD', 120_050, 'CAD'],
    ['US$ 1,200.50', major, 'EUR', 120_050, 'USD'],
    ['4.711,98 €', major, 'EUR', 471_198, 'EUR'],
    ['1.488,69 Euro', major, 'USD', 148_869, 'EUR'],
    ['£12', major, 'USD', 1200, 'GBP'],
    ['¥1,200,000', major, 'JPY', 1_200_000, 'JPY'],
    ['kr 500', major, 'SEK', 50_000, 'SEK'],
    ["Fr. 1'200.-", major, 'CHF', 120_000, 'CHF'],
    ['1.200,-', major, 'EUR', 120_000, 'EUR'],
    ["1'000'000,00", major, 'USD', 100_000_000, 'USD'],
    ['US Dollar 12.50', major, 'EUR', 1250, 'USD'],
    [1500, major, '€', 150_000, 'EUR'],
    [1500, major, 'Euro', 150_000, 'EUR'],
    [1500, major, '$', 150_000, 'USD'],
    [{ name: '1,200.50' }, major, 'USD', 120_050, 'USD'],
    [['12000'], major, { name: 'EUR' }, 1_200_000, 'EUR'],
    [{ value: 1500, currency: { name: 'EUR' } }, major, 'USD', 1500, 'EUR'],
    ['(1,200.50)', { ...major, mayBeNegative: true }, 'USD', -120_050, 'USD'],
    ['-$1,200.50', { ...major, mayBeNegative: true }, 'USD', -120_050, 'USD'],
    ['1.200,50- €', { ...major, mayBeNegative: true }, 'EUR', -120_050, 'EUR'],
    [{ value: 1500, currency: 'GBP' }, major, 'USD', 1500, 'GBP'],
    [{ value: '1500', currency: 'gbp' }, unstated, 'USD', 1500, 'GBP'],
    [{ value: 1500, currency: null }, major, 'EUR', 1500, 'EUR'],
    [{ value: 1500 }, unstated, 'EUR', 1500, 'EUR'],
    [{ value: 1500 }, major, 'EUR', 150_000, 'EUR'],
    [[{ value: 1500, currency: 'GBP' }], major, 'EUR', 1500, 'GBP'],
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
    [1500, major, 'Bitcoin'],
    [1500, major, 'kr'],
    [1500, major, 'XXA'],
    [1500.5, minor, 'USD'],
    ['1,200', major, 'USD'],
    ['$1,200.50', major, 'EUR'],
    ['kr 1,200.50', major, 'USD'],
    ['€1,200.50 USD', major, 'USD'],
    ['(1,200.50)', major, 'USD'],
    ['1,200.50-', major, 'USD'],
    ['(1,200.50', major, 'USD'],
    ['12k', major, 'USD'],
    ['12k-ish', major, 'USD'],
    ['12 to 15', major, 'USD'],
    ['€1.000', major, 'EUR'],
    ['abc 100', major, 'USD'],
    ['twelve', major, 'USD'],
    [-1, major, 'USD'],
    [{ value: -1, currency: 'USD' }, major, 'USD'],
    [{ value: 10.5, currency: 'USD' }, major, 'USD'],
    [{ value: 10, currency: 'doubloons' }, major, 'USD'],
    [1e300, major, 'USD'],
    [true, major, 'USD'],
    [[1, 2], major, 'USD'],
    [{ amount: 5 }, major, 'USD'],
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
  it.each<[JsonValue, number]>([
    [120, 120],
    ['120', 120],
    ['1,200', 1200],
    ['120.0', 120],
    ['120 seats', 120],
    ['50 Licenses', 50],
    [0, 0],
  ])('%j is %d', (raw, count) => {
    expect(readCount(raw)).toEqual({ kind: 'known', value: count });
  });

  it.each<[JsonValue]>([[-1], [1.5], ['1.200'], ['about 30'], ['30 days'], [true], [{}], ['constructor']])(
    '%j is Invalid',
    (raw) => {
      expect(readCount(raw).kind).toBe('invalid');
    },
  );

  it.each<[JsonValue]>([
    [-1],
    ['-1'],
    ['Unlimited'],
    ['unbegrenzt'],
    ['illimité'],
    ['∞'],
    [99_999],
    ['999,999'],
    ['9999999'],
  ])('%j stands for no limit, which is no number of seats', (raw) => {
    expect(readsUnlimited(raw)).toBe(true);
    expect(readSeats(raw)).toEqual({ kind: 'missing', reason: 'placeholder' });
  });

  it.each<[JsonValue]>([[9999], [99_998], ['9999'], [0], [null], ['199999'], ['some']])(
    '%j is no such thing',
    (raw) => {
      expect(readsUnlimited(raw)).toBe(false);
    },
  );
});

describe('spans of time', () => {
  it.each<[JsonValue, SpanUnit, number, 'days' | 'months']>([
    [30, 'day', 30, 'days'],
    [12, 'month', 12, 'months'],
    [3, 'quarter', 9, 'months'],
    ['30', 'day', 30, 'days'],
    ['30.0', 'day', 30, 'days'],
    ['1.5 years', 'month', 18, 'months'],
    ['30 days', 'month', 30, 'days'],
    ['30-day', 'day', 30, 'days'],
    ['60 calendar days', 'day', 60, 'days'],
    ['90 days prior', 'day', 90, 'days'],
    ['Ninety (90) days prior written notice', 'day', 90, 'days'],
    ['90 days before the end of the term', 'day', 90, 'days'],
    ['2 weeks', 'day', 14, 'days'],
    ['3 months', 'day', 3, 'months'],
    ['three months', 'day', 3, 'months'],
    ['3 Monate', 'day', 3, 'months'],
    ['30 Tage', 'day', 30, 'days'],
    ['1 Quartal', 'day', 3, 'months'],
    ['3 Monate zum Vertragsende', 'day', 3, 'months'],
    ['2 mois', 'day', 2, 'months'],
    ['30 jours avant échéance', 'day', 30, 'days'],
    ['3 meses', 'day', 3, 'months'],
    ['P3M', 'day', 3, 'months'],
    ['P1Y', 'month', 12, 'months'],
    ['P1Y6M', 'month', 18, 'months'],
    ['P90D', 'day', 90, 'days'],
    ['P2W', 'day', 14, 'days'],
    ['Annual', 'month', 12, 'months'],
    ['annually', 'month', 12, 'months'],
    ['Monthly', 'month', 1, 'months'],
    ['month-to-month', 'month', 1, 'months'],
    ['Quarterly', 'month', 3, 'months'],
    ['semi-annual', 'month', 6, 'months'],
    ['jährlich', 'month', 12, 'months'],
    ['trimestriel', 'month', 3, 'months'],
    ['12 Months', 'month', 12, 'months'],
    ['1 year', 'month', 12, 'months'],
    ['1 quarter', 'day', 3, 'months'],
    ['90d', 'day', 90, 'days'],
    ['a year', 'month', 12, 'months'],
    [0, 'day', 0, 'days'],
    ['100 years', 'day', 1200, 'months'],
    [36_525, 'day', 36_525, 'days'],
  ])('%j, bare in %ss, is %d %s', (raw, bare, amount, unit) => {
    expect(readSpan(raw, bare)).toEqual({ kind: 'known', value: { amount, unit } });
  });

  it.each<[JsonValue]>([
    ['see MSA'],
    ['30 business days'],
    ['30 working days'],
    ['30-60 days'],
    ['30 or 60 days'],
    ['about 30'],
    ['1 month and 15 days'],
    ['P1M15D'],
    ['biannual'],
    ['0.5 months'],
    ['3 Monate zum Quartalsende'],
    ['per MSA section 12'],
    ['none'],
    ['days'],
    ['-30'],
    [-30],
    [1.5],
    [true],
    ['constructor'],
    [9_007_199_254_740_991],
    [36_526],
    ['101 years'],
    ['1201 months'],
    ['P999999999999999Y'],
    ['P99999D'],
  ])('%j could mean something else', (raw) => {
    expect(readSpan(raw, 'day').kind).toBe('invalid');
  });

  it.each([
    ['Notice period (months)', 'month'],
    ['notice days', 'day'],
    ['Kündigungsfrist in Wochen', 'week'],
    ['Renewal term', null],
    ['Days or months', null],
  ])('the name %j is kept in %s', (name, unit) => {
    expect(unitInName(name)).toBe(unit);
  });
});

describe('yes and no', () => {
  it.each([
    'yes',
    'TRUE',
    '1',
    'On',
    ' auto ',
    true,
    1,
    'y',
    'Y',
    'ja',
    'J',
    'Sí',
    'si',
    'SÍ',
    'oui',
    'sim',
    'da',
    'Evergreen',
    'Auto-renew',
    'auto renews',
    'Automatic',
    'Yes, 12 months',
    'Yes (auto)',
    'stillschweigend',
    'Enabled',
    'はい',
  ])('%j is yes', (raw) => {
    expect(readTruth(raw)).toEqual({ kind: 'known', value: true });
  });
  it.each([
    'no',
    'False',
    '0',
    'OFF',
    'manual',
    false,
    0,
    'n',
    'N',
    'Nein',
    'non',
    'não',
    'nao',
    'nee',
    'No (manual)',
    'No auto-renewal',
    'Does not renew',
    'non-renewing',
    'Disabled',
    'No - expires',
    'Fixed term',
  ])('%j is no', (raw) => {
    expect(readTruth(raw)).toEqual({ kind: 'known', value: false });
  });
  it.each<[JsonValue]>([
    ['maybe'],
    [2],
    ['yes and no'],
    ['Yes/No'],
    ['none'],
    ['Auto, no'],
    ['n/a'],
    [{}],
    [['yes']],
  ])('%j is Invalid', (raw) => {
    expect(readTruth(raw).kind).toBe('invalid');
  });
});

describe('last use', () => {
  it.each<[JsonValue]>([
    ['1970-01-01T00:00:00.000Z'],
    ['1970-01-01'],
    ['1969-12-31T23:00:00Z'],
    ['0001-01-01T00:00:00Z'],
    ['1601-01-01T00:00:00Z'],
    [0],
    ['0'],
    [-62_135_596_800_000],
    ['Never'],
    ['never logged in'],
    ['Nie'],
  ])('%j says that nothing is recorded', (raw) => {
    expect(readUse(raw)).toEqual({ kind: 'missing', reason: 'placeholder' });
  });

  it('is a date, or what cannot be read, otherwise', () => {
    expect(readUse('2026-06-24T10:00:00.000Z')).toEqual({ kind: 'known', value: day('2026-06-24') });
    expect(readUse('03/04/2026')).toEqual({ kind: 'invalid', raw: '03/04/2026' });
    expect(readUse('lately')).toEqual({ kind: 'invalid', raw: 'lately' });
  });
});

describe('wrapped values', () => {
  const wrappings: readonly ((raw: JsonValue) => JsonValue)[] = [
    (raw) => ({ name: raw }),
    (raw) => ({ id: 7, label: raw }),
    (raw) => ({ value: raw }),
    (raw) => [raw],
    (raw) => [{ name: raw }],
    (raw) => ({ value: { label: raw } }),
  ];

  it('hold what is in them, whatever it is', () => {
    const anything = fc.oneof(fc.string(), fc.integer(), fc.boolean());
    fc.assert(
      fc.property(anything, fc.constantFrom(...wrappings), (raw, wrap) => {
        expect(unwrapped(wrap(raw))).toBe(raw);
      }),
    );
  });

  it('hold nothing where they are empty, and are left alone where they hold more', () => {
    const empty: readonly JsonValue[] = [[], {}, { name: null }, [null], { value: [] }];
    for (const raw of empty) expect(unwrapped(raw)).toBeNull();
    expect(unwrapped(['a', 'b'])).toEqual(['a', 'b']);
    expect(unwrapped({ code: 'x' })).toEqual({ code: 'x' });
  });

  it('end where nobody wraps any deeper', () => {
    let deep: JsonValue = 'x';
    for (let depth = 0; depth < 5000; depth += 1) deep = [deep];
    expect(readText(unwrapped(deep)).kind).toBe('invalid');
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
    [{}, 'missing'],
    [{ team: 'x' }, 'invalid'],
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
