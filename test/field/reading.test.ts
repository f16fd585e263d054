/** Kinds of untidy records, each through the whole pipeline: one meaning is read, two are shown as they are. */
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { unknownsOf } from '../../skill/report/texts.ts';
import { plainText } from '../../skill/report/base/sentence.ts';
import type { JsonValue } from '../../skill/torii/json.ts';
import { figuresOf, read, writtenMapping, writtenRecords } from './written-records.ts';

const wrappings: readonly ((raw: JsonValue) => JsonValue)[] = [
  (raw) => raw,
  (raw) => ({ name: raw }),
  (raw) => ({ id: 4, label: raw }),
  (raw) => ({ value: raw }),
  (raw) => [raw],
  (raw) => [{ name: raw }],
];

/** Spellings of one value; every one of them must give the analysis of the first. */
const spellings: Readonly<Record<string, readonly JsonValue[]>> = {
  auto: [
    'Yes',
    'y',
    'TRUE',
    true,
    1,
    'ja',
    'Sí',
    'oui',
    'sim',
    'Evergreen',
    'auto-renews',
    'Automatic',
    'on',
  ],
  notice: [30, '30', '30 days', '30 days prior', '30 Tage', 'P30D', '30 jours', 'thirty (30) days', '30.0'],
  term: [
    12,
    '12',
    'Annual',
    '12 Monate',
    'P1Y',
    'P12M',
    '1 year',
    'yearly',
    'twelve months',
    '4 quarters',
    'jährlich',
  ],
  endDate: [
    '2026-12-31',
    '2026/12/31',
    '31.12.2026',
    '31-Dec-2026',
    'Dec 31, 2026',
    '31. Dezember 2026',
    '31 décembre 2026',
    46_387,
    1_798_675_200,
    1_798_675_200_000,
    '2026-12-31T00:00:00+02:00',
    '2026-12-31T23:30:00-05:00',
    '20261231',
  ],
  cost: [
    1200.5,
    '1200.50',
    '1,200.50',
    '1.200,50',
    '$1,200.50',
    'USD 1200.5',
    '1 200,50 US$',
    "1'200.50",
    '1.200,50 US Dollar',
  ],
  currency: ['USD', 'usd', '$', 'US$', 'US Dollar', '', null],
};

describe('one value in many spellings', () => {
  it.each(Object.keys(spellings))('gives one analysis: %s', (field) => {
    const [first = null, ...others] = spellings[field] ?? [];
    const wanted = figuresOf(read(writtenRecords([{ [field]: first }])));
    for (const other of others) {
      expect([other, figuresOf(read(writtenRecords([{ [field]: other }])))]).toEqual([other, wanted]);
    }
  });

  it('also in any combination, and wrapped in any way', () => {
    const one = fc.record(
      Object.fromEntries(
        Object.entries(spellings).map(([field, all]) => [
          field,
          fc.tuple(fc.constantFrom(...all), fc.constantFrom(...wrappings)).map(([raw, wrap]) => wrap(raw)),
        ]),
      ),
    );
    const plain = Object.fromEntries(
      Object.entries(spellings).map(([field, [first = null]]) => [field, first]),
    );
    const wanted = figuresOf(read(writtenRecords([plain])));
    fc.assert(
      fc.property(one, (contract) => {
        expect(figuresOf(read(writtenRecords([contract])))).toEqual(wanted);
      }),
      { numRuns: 200 },
    );
  });
});

/** What can be read in no way, or in two, by the name of the field. */
const unreadable: Readonly<Record<string, readonly [field: string, raws: readonly string[]]>> = {
  auto: ['autoRenew', ['maybe', 'see MSA', 'n/a']],
  notice: ['noticeDays', ['see MSA', '30-60 days', '30 business days']],
  term: ['renewalTermMonths', ['biannual', 'negotiable', '1 month and 15 days']],
  endDate: ['termEnd', ['03/04/2027', '31/12/2026', '31.12.26', 'end of year']],
  cost: ['annualValue', ['12k-ish', '1.000', '1,200', '€1.000', 'TBD']],
};

const cases = Object.entries(unreadable).flatMap(([key, [field, raws]]) =>
  raws.map((raw): [string, string, string] => [key, field, raw]),
);

describe('what cannot be read', () => {
  it.each(cases)('%s is never the same as nothing (%s: %j)', (key, field, raw) => {
    const [known, nothing, unread] = [undefined, null, raw].map((value) =>
      read(writtenRecords([value === undefined ? {} : { [key]: value }])),
    );
    if (!known || !nothing || !unread) throw new Error('three readings were made');
    const [renewal] = unread.analysis.renewals;
    expect(renewal?.unreadable).toEqual([{ field, raw }]);
    expect(nothing.analysis.renewals[0]?.unreadable).toEqual([]);
    const said = ({ analysis }: typeof unread): string[] => [
      ...analysis.findings.map(({ action }) => action),
      ...unknownsOf(analysis).map(({ what }) => plainText(what, analysis.currency)),
    ];
    expect(said(unread).join('\n')).toContain(raw);
    expect(said(unread)).not.toEqual(said(nothing));
    expect(said(known).join('\n')).not.toContain(raw);
  });

  test('is named by its record, at most five of them', () => {
    const { analysis } = read(writtenRecords(Array.from({ length: 7 }, () => ({ notice: 'see MSA' }))));
    const [values] = unknownsOf(analysis).filter(({ id }) => id === 'values');
    const text = values === undefined ? '' : plainText(values.what, 'USD');
    expect(text).toMatch(/Contract 0 \(Tool 0\), the notice period “see MSA”/);
    expect(text).toContain('and more');
    expect(text.match(/see MSA/g)).toHaveLength(5);
  });

  test('has the meaning that the mapping gives it', () => {
    const mapping = writtenMapping({
      autoRenew: { key: 'auto', values: { Tacit: true, 'On demand': 'no', 'n/a': null } },
      noticeDays: { key: 'notice', values: { Standard: '60', 'See  MSA': '3 months' } },
      termEnd: { key: 'endDate', format: 'DD/MM/YYYY' },
      annualValue: { key: 'cost', unit: 'major', confirmed: true, period: 'quarter' },
    });
    const rows = [
      { auto: 'tacit', notice: 'STANDARD', endDate: '31/12/2026', cost: '300' },
      { auto: ['On demand'], notice: { name: 'see msa' }, endDate: '2026-12-31', cost: 300 },
      { auto: 'N/A', notice: 15, endDate: '03/04/2027', cost: 300 },
    ];
    const { analysis } = read(writtenRecords(rows), mapping);
    expect(
      analysis.renewals.map(({ autoRenew, termEnd, deadline }) => [autoRenew, termEnd, deadline]),
    ).toEqual([
      [true, '2026-12-31', '2026-11-01'],
      [false, '2026-12-31', '2026-09-30'],
      [null, '2027-04-03', '2027-03-19'],
    ]);
    expect(analysis.apps.map(({ costAnnual }) => costAnnual)).toEqual([120_000, 120_000, 120_000]);
    expect(analysis.findings.filter(({ type }) => type === 'invalid-value')).toEqual([]);
  });
});

/** The moment in UTC at which a day begins in a zone, as the IANA tables have it. */
function midnightIn(zone: string, date: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const noon = new Date(`${date}T12:00:00Z`);
  const name = parts.formatToParts(noon).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return new Date(Date.parse(`${date}T00:00:00Z`) - offset * 60_000).toISOString();
}

describe('dates kept as the midnight of a place', () => {
  const zones = [
    'Europe/Berlin',
    'Europe/London',
    'America/New_York',
    'America/Los_Angeles',
    'Asia/Kolkata',
    'Asia/Tokyo',
    'Australia/Sydney',
    'Pacific/Auckland',
    'America/Sao_Paulo',
  ];
  const days = fc
    .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 200, max: 800 }))
    .map(([from, to]) =>
      [from, to].map((day) => new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10)),
    );

  it('change no figure, wherever it is', () => {
    const tenants = fc.tuple(fc.constantFrom(...zones), fc.array(days, { minLength: 6, maxLength: 12 }));
    fc.assert(
      fc.property(tenants, ([zone, terms]) => {
        const winter = [['2026-01-10', '2026-12-20']];
        const summer = [['2026-07-10', '2027-07-01']];
        const all = [...terms, ...winter, ...summer];
        const rows = (as: (date: string) => string) =>
          all.map(([startDate = '', endDate = '']) => ({ startDate: as(startDate), endDate: as(endDate) }));
        const local = read(writtenRecords(rows((date) => date)));
        const utc = read(writtenRecords(rows((date) => midnightIn(zone, date))));
        expect(figuresOf(utc)).toEqual(figuresOf(local));
      }),
      { numRuns: 100 },
    );
  });

  it('are said to be read so, with what is recorded', () => {
    const dates = ['2026-12-30T23:00:00.000Z', '2026-05-30T22:00:00.000Z', '2026-06-29T22:00:00.000Z'];
    const { analysis, portfolio } = read(writtenRecords(dates.map((endDate) => ({ endDate }))));
    expect(portfolio.contracts.map(({ shifted }) => shifted)).toEqual(
      dates.map((raw) => [{ field: 'termEnd', raw }]),
    );
    const found = analysis.findings.filter(({ type }) => type === 'zone-shifted-dates');
    expect(found.map(({ id, queue }) => [id, queue])).toEqual([
      ['zone-shifted-dates:contract-termEnd:midnights', 'info'],
    ]);
    expect(found[0]?.action).toContain(dates[0]);
  });

  it.each<[string, readonly string[]]>([
    ['two instants', ['2026-12-30T23:00:00Z', '2026-11-29T23:00:00Z']],
    ['three hours', ['2026-12-30T23:00:00Z', '2026-11-29T22:00:00Z', '2026-10-29T15:00:00Z']],
    ['ends of days', ['2026-12-30T23:59:59Z', '2026-11-29T23:59:59Z', '2026-10-29T23:59:59Z']],
    ['noon', ['2026-12-30T12:00:00Z', '2026-11-29T12:00:00Z', '2026-10-29T12:00:00Z']],
    ['midnight in UTC', ['2026-12-30T00:00:00Z', '2026-11-29T00:00:00Z', '2026-10-29T00:00:00Z']],
  ])('are left as they are: %s', (_, dates) => {
    const { analysis } = read(writtenRecords(dates.map((endDate) => ({ endDate }))));
    expect(analysis.renewals.map(({ termEnd }) => termEnd)).toEqual(
      [...dates].map((date) => date.slice(0, 10)),
    );
    expect(analysis.findings.filter(({ type }) => type === 'zone-shifted-dates')).toEqual([]);
  });

  it('never move a time of use', () => {
    const apps = Array.from({ length: 4 }, (_, id) => ({
      id: id + 1,
      lastVisitTime: '2026-06-24T23:00:00.000Z',
    }));
    const { analysis } = read({ ...writtenRecords([]), apps });
    expect(analysis.apps.map(({ lastUsedAt }) => lastUsedAt)).toEqual(Array.from(apps, () => '2026-06-24'));
  });
});

describe('what becomes known', () => {
  it('never makes a figure less certain: a notice in words sets one deadline', () => {
    const missing = read(writtenRecords([{ notice: null }])).analysis.renewals[0];
    const known = read(writtenRecords([{ notice: '3 months' }])).analysis.renewals[0];
    expect([missing?.deadline, missing?.bucket]).toEqual([null, 'no-date']);
    expect([known?.deadline, known?.bucket]).toEqual(['2026-09-30', '91-120']);
  });
});
