/**
 * The configuration block of a page, as a person or a command wrote it.
 *
 * In: anything. Out: a configuration with every default filled in, or the list of what is wrong, each
 * with its key and remedy. Nothing here throws: a page with a bad block still has to say so.
 */
import { isJsonObject, type JsonObject } from '../../../skill/torii/json.ts';
import { parseMapping, type Problem, type TenantMapping } from '../../../skill/mapping/mapping.ts';
import { parseDecisions } from '../../../skill/mapping/tenant-files.ts';
import type { IsoDate } from '../../../skill/analysis/contract.ts';
import { planOf } from '../../../skill/report/texts.ts';
import { parseRun, type PastRun } from '../../../skill/report/history.ts';
import { sharedSnapshot, type Snapshot, parseBaseline } from '../../../skill/report/snapshot.ts';
import { parseConfiguredName } from '../../../skill/torii/catalog.ts';
import type { PastRuns } from './past-runs.ts';
import type { RecordedDecisions } from './view-settings.ts';

export interface Configuration {
  /** UUID or any full tool name of the connector; empty = find it. */
  readonly connector: string;
  /** Display name of the connector, as hosts of published pages use it. */
  readonly connectorName: string;
  /** Null = discover a draft. */
  readonly mapping: TenantMapping | null;
  /** What people decided before; empty where the page carries no decisions.json. */
  readonly decisions: RecordedDecisions;
  /** The run before, and those before it, to say what has moved. */
  readonly past: PastRuns;
  /** Null = the reader's own date, or that of the snapshot. */
  readonly asOf: IsoDate | null;
  /** Shown instead of live data; null = ask the host. */
  readonly snapshot: Snapshot | null;
}

export type ParsedConfiguration =
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly withoutMapping: Configuration };

const keys = [
  'connector',
  'connectorName',
  'mapping',
  'decisions',
  'baseline',
  'history',
  'asOf',
  'snapshot',
];

const noDecisions: RecordedDecisions = { decisions: [], edits: [] };

export function parseConfiguration(block: unknown): ParsedConfiguration {
  if (!isJsonObject(block)) return rejected([notAnObject], {});
  const problems = [
    ...unknownKeys(block),
    ...wrongName(block),
    ...wrongTexts(block),
    ...wrongDate(block),
    ...wrongBaseline(block),
    ...wrongHistory(block),
    ...unreadFile(block),
  ];
  const mapping = readMapping(block);
  const decisions = readDecisions(block, mapping.value);
  problems.push(...wrongSnapshot(block), ...mapping.problems, ...decisions.problems);
  const configuration = { ...plain(block), mapping: mapping.value, decisions: decisions.value };
  return problems.length === 0 ? { ok: true, configuration } : rejected(problems, block);
}

const notAnObject: Problem = {
  path: 'configuration',
  message: 'The block is not a JSON object.',
  remedy:
    'Write { "connector": "", "connectorName": "Torii", "mapping": null, "decisions": null, "asOf": null }.',
};

/** The page can still be tried on a discovered draft with what is readable. */
function rejected(problems: readonly Problem[], block: JsonObject): ParsedConfiguration {
  return { ok: false, problems, withoutMapping: { ...plain(block), mapping: null, decisions: noDecisions } };
}

function plain(block: JsonObject): Omit<Configuration, 'mapping' | 'decisions'> {
  const connector = text(block['connector']) ?? '';
  const shared = sharedSnapshot(block['snapshot']);
  const snapshot = shared.ok ? shared.snapshot : null;
  const baseline = parseBaseline(block['baseline']);
  return {
    connector: connector === '' || parseConfiguredName(connector).ok ? connector : '',
    connectorName: text(block['connectorName']) || 'Torii',
    past: { baseline: baseline.ok ? baseline.baseline : null, runs: runsIn(block) },
    asOf: isDate(block['asOf']) ? block['asOf'] : (snapshot?.fetchedAt?.slice(0, 10) ?? null),
    snapshot,
  };
}

function readMapping(block: JsonObject): { value: TenantMapping | null; problems: readonly Problem[] } {
  const given = block['mapping'] ?? null;
  if (given === null) return { value: null, problems: [] };
  const parsed = parseMapping(given);
  if (parsed.ok) return { value: parsed.mapping, problems: [] };
  return { value: null, problems: placed('mapping', parsed.problems) };
}

function placed(key: string, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, path: `${key}.${problem.path}` }));
}

/** Amounts of decisions are in the currency of the mapping, so the one cannot come without the other. */
function readDecisions(
  block: JsonObject,
  mapping: TenantMapping | null,
): { value: RecordedDecisions; problems: readonly Problem[] } {
  const given = block['decisions'] ?? null;
  if (given === null || (mapping === null && block['mapping'])) return { value: noDecisions, problems: [] };
  if (mapping === null) return { value: noDecisions, problems: [withoutCurrency] };
  const parsed = parseDecisions(given);
  const plan = parsed.ok ? planOf(parsed.decisions, mapping.tenant.currency) : parsed;
  if (parsed.ok && plan.ok) return { value: parsed.decisions, problems: [] };
  return { value: noDecisions, problems: plan.ok ? [] : placed('decisions', plan.problems) };
}

const withoutCurrency: Problem = {
  path: 'decisions',
  message: 'Decisions stand without the mapping that they were made on.',
  remedy: 'Put the content of tenant-mapping.json under "mapping", or take "decisions" out.',
};

function wrongSnapshot(block: JsonObject): Problem[] {
  const given = block['snapshot'] ?? null;
  const shared = given === null ? null : sharedSnapshot(given);
  return shared === null || shared.ok ? [] : placed('snapshot', shared.problems);
}

function wrongBaseline(block: JsonObject): Problem[] {
  const given = block['baseline'] ?? null;
  const parsed = given === null ? null : parseBaseline(given);
  if (parsed === null || parsed.ok) return [];
  const [first] = parsed.problems;
  return [
    {
      path: 'baseline',
      message: `This is not the content of baseline.json: ${first?.path}: ${first?.message}`,
      remedy: 'Put the whole content of the file under "baseline", or write null.',
    },
  ];
}

function historyIn(block: JsonObject): readonly unknown[] | null {
  const given = block['history'] ?? [];
  return Array.isArray(given) ? given : null;
}

function runsIn(block: JsonObject): PastRun[] {
  const read = (historyIn(block) ?? []).map(parseRun);
  return read
    .flatMap((one) => (one.ok ? [one.run] : []))
    .toSorted((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
}

function wrongHistory(block: JsonObject): Problem[] {
  const given = historyIn(block);
  if (given === null) {
    return [
      {
        path: 'history',
        message: 'This must be a list of runs.',
        remedy: 'Fill the page again, or write null.',
      },
    ];
  }
  return given.flatMap((json, index) => {
    const read = parseRun(json);
    return read.ok ? [] : placed(`history.${index}`, read.problems.slice(0, 1));
  });
}

/** The page replaces the name of a file by what lies in it; where the name is left, the file was not read. */
function unreadFile(block: JsonObject): Problem[] {
  const name = block['tenantFile'] ?? null;
  if (name === null) return [];
  return [
    {
      path: 'tenantFile',
      message: `${JSON.stringify(name)} could not be read. It holds what is too large for the page itself.`,
      remedy: 'Publish again with tenant.json among the files of the page, as "fill" prints it.',
    },
  ];
}

function unknownKeys(block: JsonObject): Problem[] {
  return Object.keys(block)
    .filter((key) => !keys.includes(key) && key !== 'tenantFile')
    .map((key) => ({
      path: key,
      message: `“${key}” is not a key of the configuration.`,
      remedy: `Remove it, or use one of: ${keys.join(', ')}.`,
    }));
}

function wrongName(block: JsonObject): Problem[] {
  const connector = text(block['connector']);
  if (!connector) return [];
  const name = parseConfiguredName(connector);
  return name.ok
    ? []
    : [
        {
          path: 'connector',
          message: name.sentence,
          remedy: 'Paste the UUID or any full tool name, or leave it empty.',
        },
      ];
}

function wrongTexts(block: JsonObject): Problem[] {
  return ['connector', 'connectorName']
    .filter((key) => (block[key] ?? null) !== null && typeof block[key] !== 'string')
    .map((path) => ({ path, message: 'This must be text.', remedy: 'Put it in quotes.' }));
}

function wrongDate(block: JsonObject): Problem[] {
  const asOf = block['asOf'] ?? null;
  if (asOf === null || asOf === '' || isDate(asOf)) return [];
  return [
    { path: 'asOf', message: 'This is not a calendar date.', remedy: 'Write 2026-11-22, or null for today.' },
  ];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim() : undefined;
}

/** A day that exists: 2026-02-30 parses nowhere to itself. */
function isDate(value: unknown): value is IsoDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = Date.parse(value);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}
