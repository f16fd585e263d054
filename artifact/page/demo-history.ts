/**
 * The past of the demo: what earlier runs over the invented tenant would have kept.
 *
 * In: the tenant of today, its mapping and its day. Out: one record a month and the baseline of the last. Before they were
 * renegotiated, some contracts cost more; some apps were not there yet. The same tenant gives the same past.
 */
import { analyze } from '../../skill/analysis/analyze.ts';
import type { Analysis } from '../../skill/analysis/contract.ts';
import { addDays, dayOf, isoOf } from '../../skill/analysis/units.ts';
import { analysisConfig, applyMapping } from '../../skill/mapping/portfolio.ts';
import type { TenantMapping } from '../../skill/mapping/mapping.ts';
import { runOf, savedSince } from '../../skill/report/history.ts';
import { type Baseline, baselineOf } from '../../skill/report/snapshot.ts';
import type { PastRuns } from '../session/past-runs.ts';
import type { TenantRecords } from '../../skill/torii/read.ts';

const MONTHS = 5;
const DAYS = 30;

export function demoHistory(records: TenantRecords, mapping: TenantMapping, asOf: string): PastRuns {
  const runs: PastRuns['runs'][number][] = [];
  let baseline: Baseline | null = null;
  for (let back = MONTHS; back > 0; back -= 1) {
    const day = isoOf(addDays(dayOf(asOf), -back * DAYS));
    const analysis: Analysis = analyze(
      applyMapping(before(records, mapping, back), mapping),
      analysisConfig(mapping),
      day,
    );
    runs.push(runOf(analysis, savedSince(analysis, baseline)));
    baseline = baselineOf(analysis);
  }
  return { baseline, runs };
}

/** Each month, one in so many contracts was renegotiated, and one in so many apps came along. */
const CONTRACTS = 9;
const APPS = 13;
const DEARER = 1.12;

function before(records: TenantRecords, { fields }: TenantMapping, back: number): TenantRecords {
  const key = fields.contract?.annualValue?.key;
  const isLater = (index: number, of: number): boolean => index % of > 0 && index % of <= back;
  return {
    ...records,
    apps: records.apps.filter((_, index) => !isLater(index, APPS)),
    contracts: records.contracts.map((row, index) => {
      const cost = key === undefined ? null : row[key];
      if (key === undefined || typeof cost !== 'number' || !isLater(index, CONTRACTS)) return row;
      return { ...row, [key]: Math.round(cost * DEARER) };
    }),
  };
}
