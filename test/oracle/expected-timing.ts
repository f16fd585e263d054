/** When savings can leave, field by field. */
import { iso } from './calendar.ts';
import { moneyText } from './cost.ts';
import { type Expectation, ofTotals } from './expectation.ts';
import { carriesSeats, moneyOfAll } from './expected-seats.ts';
import { type JsonRow, rowsIn } from './json.ts';
import type { Portfolio } from './portfolio.ts';
import { type AppTiming, type Effect, effects, timingsOf } from './timing.ts';

function rowsOf(analysis: JsonRow, id: number): readonly JsonRow[] {
  return rowsIn(analysis['ledger']).filter(
    (row) => row['appId'] === id && (row['supersededBy'] ?? null) === null,
  );
}

/** The amounts of an app's rows added up, as decimal text. */
function summed(analysis: JsonRow, id: number, field: string): string {
  return rowsOf(analysis, id)
    .reduce((sum, row) => sum + Number(row[field] ?? 0), 0)
    .toFixed(2);
}

function ofApp(timing: AppTiming, { rules }: Portfolio): Expectation[] {
  const { id } = timing;
  const common = { group: 'timing', subject: `app ${id}` } as const;
  // Which day counts as the first is not said, and each of an app's rows is rounded.
  const tolerance = Number(timing.saving / 365n) + 3;
  const sums = (['next12', 'inYear'] as const).map((field): Expectation => {
    const actual = (analysis: JsonRow) => summed(analysis, id, field);
    return {
      ...common,
      field: `ledger.${field}`,
      expected: moneyText(timing[field], rules),
      actual,
      tolerance,
    };
  });
  if (!timing.hasContract) return sums;
  const day = timing.effectiveFrom === null ? null : iso(timing.effectiveFrom);
  const actual = (analysis: JsonRow) => [
    ...new Set(rowsOf(analysis, id).map((row) => row['effectiveFrom'] ?? null)),
  ];
  return [...sums, { ...common, field: 'ledger.effectiveFrom', expected: [day], actual }];
}

function ofEffects(known: readonly AppTiming[], { rules }: Portfolio): Expectation[] {
  const sum = (wanted: readonly Effect[]) =>
    moneyText(
      known.filter(({ effect }) => wanted.includes(effect)).reduce((all, { saving }) => all + saving, 0n),
      rules,
    );
  const decidable = effects.filter((effect) => effect !== 'locked' && effect !== 'unknown');
  const fields = [
    ...effects.map((effect) => ofTotals('timing', `byEffect.${effect}`, sum([effect]))),
    ofTotals('timing', 'decidableAnnual', sum(decidable)),
    ofTotals('timing', 'lockedAnnual', sum(['locked'])),
    ofTotals('timing', 'exitUnknownAnnual', sum(['unknown'])),
  ];
  // Scaled prices may round to either side.
  return fields.map((field) => ({ ...field, tolerance: known.length }));
}

/** Where nothing carries seats, totals are unknown, and nothing is said of when. */
export function expectedTiming(portfolio: Portfolio): Expectation[] {
  const { known, all } = timingsOf(portfolio);
  const totals = all && known.length > 0 && moneyOfAll(portfolio).some(carriesSeats);
  return [...known.flatMap((one) => ofApp(one, portfolio)), ...(totals ? ofEffects(known, portfolio) : [])];
}
