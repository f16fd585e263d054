/**
 * The analysis that a command is about, by the options that all of them share.
 *
 * In: a source, and by choice a mapping, what people decided, a date and a depth. Out: the records and
 * their analysis, after the files that were asked for are saved. Names and e-mails leave the records
 * before anything is computed, so that a snapshot gives the same bytes later; `--with-people` keeps them.
 */
import { shellWord } from '../terminal/shell-word.ts';
import { Option, type Command } from 'commander';
import type { Depth } from '../../analysis/contract.ts';
import { applyMapping } from '../../mapping/portfolio.ts';
import type { DecisionsFile } from '../../mapping/tenant-files.ts';
import { draftMapping, moneyContradictions } from '../../mapping/discover.ts';
import { driftOf, type DriftItem } from '../../mapping/drift.ts';
import type { TenantMapping } from '../../mapping/mapping.ts';
import type { TimePoint } from '../../report/history.ts';
import { snapshotText, takeSnapshot, recordsOf } from '../../report/snapshot.ts';
import type { TenantRecords } from '../../torii/read.ts';
import { analysisOf, type Overlay, type TenantAnalysis } from './analysis-of.ts';
import { asOfIn, withAsOf } from './as-of.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { keepRun } from './keep-run.ts';
import { readMappingFile } from './read-mapping.ts';
import { planFor, readDecisions } from './read-plan.ts';
import { readSource, sourceKind, withSource, type SourceOptions } from './source.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { checkWritable } from '../files/check-writable.ts';
import { OWNER_ONLY, writeWhole } from '../files/write-file.ts';

export interface AnalysisOptions extends SourceOptions {
  readonly mapping?: string;
  readonly plan?: string;
  readonly asOf?: string;
  readonly depth: Depth['basis'];
  readonly withPeople?: boolean;
  readonly strict?: boolean;
  readonly saveSnapshot?: string;
  readonly saveBaseline?: string;
  readonly out?: string;
}

export function withAnalysis(command: Command): Command {
  const depth = new Option('--depth <basis>', 'judge seats by license summaries or by user rows')
    .choices(['aggregate', 'users'])
    .default('aggregate');
  return withAsOf(withSource(command))
    .option('--mapping <file>', 'tenant-mapping.json; without it a draft is discovered')
    .option('--plan <file>', 'decisions.json: what people decided, and their edits of the plan')
    .addOption(depth)
    .option('--strict', 'end with code 4 when the data is partial; the result is still written')
    .option('--save-snapshot <file>', 'keep the records, to report on them again offline')
    .option(
      '--save-baseline <file>',
      'keep the aggregates, to compare the next run with; beside a tenant-mapping.json, a record of the day in history/ too',
    )
    .option(
      '--with-people',
      'keep names and e-mails in the records and in the snapshot; a brief then names the owners',
    );
}

export interface Analyzed extends TenantAnalysis {
  readonly records: TenantRecords;
  readonly overlay: Overlay;
  /** Content of decisions.json; null = none was given. */
  readonly decided: DecisionsFile | null;
  /** Where the given mapping no longer fits the tenant; a draft was made for it and fits. */
  readonly drift: readonly DriftItem[];
  /** The runs up to this one, from `history/` beside the mapping. */
  readonly history: readonly TimePoint[];
}

export async function analyzeInputs(options: AnalysisOptions, terminal: Terminal): Promise<Analyzed> {
  sourceKind(options);
  const { mapping: file, depth: basis, withPeople = false } = options;
  refuseBaselineOfCopies(options);
  await checkWritable(options.out, options.saveSnapshot, options.saveBaseline);
  const mapping = file === undefined ? null : await readMappingFile(file, terminal);
  if (mapping === null)
    terminal.note('No mapping was given: a draft is discovered, and every figure is a draft.');
  const decided = options.plan === undefined ? null : await readDecisions(options.plan);
  const detail = (records: TenantRecords) => licensedApps(records, mapping);
  const reading = basis === 'users' ? { mapping, people: true, detail } : { mapping };
  const read = await readSource(options, reading, terminal);
  refuseContradicted(read.records, mapping, file);
  const snapshot = takeSnapshot(read.records, { withPeople });
  const records = recordsOf(snapshot);
  const overlay = overlayOf(options, records, mapping, decided, terminal);
  const result = analysisOf(records, mapping, asOfIn(options), overlay);
  await saveAsked(options, () => snapshotText(snapshot), terminal);
  const { history } = await keepRun(result.analysis, options, terminal);
  if (options.saveBaseline !== undefined) terminal.note(`The baseline is in ${options.saveBaseline}.`);
  const drift = mapping === null ? [] : driftOf(mapping, read.records, read.offered);
  return { ...result, records, overlay, decided, drift, history };
}

/** A baseline holds no caveat: next time, copied figures would pass for Torii's own. */
function refuseBaselineOfCopies({ copied, saveBaseline }: AnalysisOptions): void {
  if (copied === undefined || saveBaseline === undefined) return;
  throw new Stop(
    ExitCode.badInput,
    '--copied keeps no baseline: it has no room for "copied", and later runs would compare with it as if Torii had said it.',
  );
}

async function saveAsked(
  { saveSnapshot, withPeople }: AnalysisOptions,
  snapshot: () => string,
  terminal: Terminal,
): Promise<void> {
  if (saveSnapshot === undefined) return;
  await writeWhole(saveSnapshot, snapshot(), withPeople === true ? OWNER_ONLY : undefined);
  terminal.note(`The snapshot is in ${saveSnapshot}.`);
}

/** A first figure that other records contradict ten times over is not said but asked. */
function refuseContradicted(
  records: TenantRecords,
  given: TenantMapping | null,
  file: string | undefined,
): void {
  if (given?.status === 'approved') return;
  const doubts = moneyContradictions(given ?? draftMapping(records).mapping, records);
  if (doubts.length === 0) return;
  const target = shellWord(file ?? 'tenant-mapping.json');
  const lines = [
    'No figure can be said yet: the unit of money is in doubt.',
    ...doubts.map(({ key, why }) => `  "${key}": ${why}.`),
    'Compare one figure with Torii or an invoice, and say which it is:',
    ...(file === undefined ? [`  saas-rationalization discover … --out ${target}`] : []),
    ...doubts.map(
      ({ path }) => `  saas-rationalization mapping set ${target} ${path}.unit=major   (or minor)`,
    ),
  ];
  throw new Stop(ExitCode.badInput, lines.join('\n'));
}

function overlayOf(
  { plan: file = '', depth: basis }: AnalysisOptions,
  records: TenantRecords,
  mapping: TenantMapping | null,
  decided: DecisionsFile | null,
  terminal: Terminal,
): Overlay {
  const depth = { basis, appIds: basis === 'users' ? licensedApps(records, mapping) : [] };
  if (decided === null) return { depth };
  const { tenant } = mapping ?? draftMapping(records).mapping;
  return { ...planFor(file, decided, tenant, terminal), depth };
}

/** Apps whose seats can be judged by their users: those with licenses. */
function licensedApps(records: TenantRecords, mapping: TenantMapping | null): number[] {
  const { apps } = applyMapping(records, mapping ?? draftMapping(records).mapping);
  return apps.filter(({ licenses }) => licenses.kind === 'known').map(({ id }) => id);
}

/** Ends with the code for what does not hold. To be called last: the result must be out by then. */
export function failWhenIncomplete({ analysis }: TenantAnalysis, { strict }: AnalysisOptions): void {
  const failed = analysis.selfAudit.filter(({ ok }) => !ok);
  if (failed.length > 0) {
    const lines = failed.map(({ check, detail }) => `  ${check}: ${detail}`);
    throw new Stop(ExitCode.checkFailed, ['A check of the analysis did not hold:', ...lines].join('\n'));
  }
  if (strict === true && analysis.totals.partial) {
    throw new Stop(ExitCode.partial, 'The data is partial, and --strict was given.');
  }
}
