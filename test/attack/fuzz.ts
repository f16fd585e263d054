/**
 * One seed of the fuzz: mutated replies through reader, mapping, engine and report, and what became of them.
 *
 * Held is what neither throws nor hangs, and shows no total that lacks a record, or rests on a value that could
 * not be read, without saying so. The oracle judges totals that differ from those of the honest tenant.
 */
import { applyMapping, analysisConfig } from '../../skill/mapping/portfolio.ts';
import { analyze } from '../../skill/analysis/analyze.ts';
import { analysisText } from '../../skill/report/snapshot.ts';
import { appsCsv, deadlinesIcs } from '../../skill/report/files.ts';
import {
  briefMarkdown,
  briefOf,
  digestMarkdown,
  digestOf,
  reportMarkdown,
} from '../../skill/report/texts.ts';
import type { TenantRecords } from '../../skill/torii/read.ts';
import { disagreements } from '../oracle/expectation.ts';
import { type JsonRow, at, rowsIn } from '../oracle/json.ts';
import { expectationsOf } from '../oracle/judge.ts';
import { asOf, attackOf, mapping, mappingFile, readUnderAttack, type Attack } from './attacked-reading.ts';

export type Outcome = 'same totals' | 'labeled' | 'oracle agrees' | 'crash' | 'hang' | 'unlabeled';

export interface Tried {
  readonly attack: Attack;
  readonly outcome: Outcome;
  readonly detail: string;
  readonly struck: number;
}

export const broken: ReadonlySet<Outcome> = new Set<Outcome>(['crash', 'hang', 'unlabeled']);

/** A reading takes less than a second; a machine that is busy may take its time. */
const PATIENCE_MS = 20_000;

interface Result {
  readonly records: TenantRecords;
  readonly analysis: JsonRow;
}

const results = new Map<string, Result>();

/** The same records give the same result, and many a mutation is read through without a trace. */
function resultOf(records: TenantRecords): Result {
  const { apps, contracts, fields, completeness } = records;
  const key = JSON.stringify([apps, contracts, fields, completeness]);
  const known = results.get(key);
  if (known !== undefined) return known;
  const made = makeResult(records);
  if (results.size < MOST_KEPT) results.set(key, made);
  return made;
}

const MOST_KEPT = 20;

/** Everything that leaves is made, so that nothing of it can break on what was read. */
function makeResult(records: TenantRecords): Result {
  const analysis = analyze(applyMapping(records, mapping), analysisConfig(mapping), asOf);
  const texts = [
    reportMarkdown(analysis, 'cited'),
    briefMarkdown(briefOf(analysis), 'plain'),
    digestMarkdown(digestOf(analysis), 'plain'),
    appsCsv(analysis),
    deadlinesIcs(analysis),
  ];
  if (texts.some((text) => text.trim() === '')) throw new Error('A text is empty.');
  return { records, analysis: JSON.parse(analysisText(analysis)) as JsonRow };
}

let honest: Promise<Result> | null = null;

function honestResult(): Promise<Result> {
  honest ??= readUnderAttack(null).then(({ records }) => resultOf(records));
  return honest;
}

const money = ['baselineAnnual', 'projectedAnnual', 'hardSavingAnnual', 'wasteAnnual', 'apps', 'pricedApps'];

function totalsOf({ analysis }: Result): string {
  return JSON.stringify(money.map((key) => at(analysis, `totals.${key}`)));
}

function isFewer(one: Result, than: Result): boolean {
  return (['apps', 'contracts'] as const).some(
    (source) => one.records[source].length < than.records[source].length,
  );
}

/** Whether the figures say by themselves that they are not the whole. */
function isLabeled({ analysis }: Result): boolean {
  const isPartial = at(analysis, 'totals.partial') === true;
  const isFloor = at(analysis, 'totals.baselineIsFloor') === true;
  return isPartial || isFloor || rowsIn(analysis['selfAudit']).some(({ ok }) => ok === false);
}

function oracleSays({ records, analysis }: Result): string[] {
  const rows = (source: 'apps' | 'contracts') => rowsIn(JSON.parse(JSON.stringify(records[source])));
  const lists = { apps: rows('apps'), contracts: rows('contracts'), transactions: [] };
  const expected = expectationsOf({ asOf, mapping: mappingFile as JsonRow, records: lists }, ['cost']);
  const wrongs = disagreements(expected, analysis).filter(({ field }) => field !== 'apps.leftOut');
  return wrongs.map(
    (wrong) =>
      `${wrong.subject} ${wrong.field}: ${JSON.stringify(wrong.expected)}, not ${JSON.stringify(wrong.actual)}`,
  );
}

function judged(now: Result, clean: Result): { readonly outcome: Outcome; readonly detail: string } {
  if (isFewer(now, clean) && at(now.analysis, 'totals.partial') !== true) {
    return { outcome: 'unlabeled', detail: 'records are missing, and the totals are not partial' };
  }
  if (totalsOf(now) === totalsOf(clean)) return { outcome: 'same totals', detail: '' };
  if (isLabeled(now)) return { outcome: 'labeled', detail: '' };
  const wrong = oracleSays(now);
  if (wrong.length === 0) return { outcome: 'oracle agrees', detail: '' };
  return {
    outcome: 'unlabeled',
    detail: `${totalsOf(clean)} → ${totalsOf(now)}; ${wrong.slice(0, 3).join('; ')}`,
  };
}

async function late(signal: AbortSignal): Promise<'late'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('late'), PATIENCE_MS);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}

export async function tryAttack(attack: Attack): Promise<Tried> {
  const clean = await honestResult();
  const over = new AbortController();
  try {
    const read = await Promise.race([readUnderAttack(attack), late(over.signal)]);
    if (read === 'late') return { attack, outcome: 'hang', detail: '', struck: 0 };
    const { records, struck } = read;
    return { attack, struck, ...judged(resultOf(records), clean) };
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { attack, outcome: 'crash', detail: words.slice(0, 600), struck: 0 };
  } finally {
    over.abort();
  }
}

export function trySeed(seed: number): Promise<Tried> {
  return tryAttack(attackOf(seed));
}
