/**
 * The apps as a table, with a manifest above it: lines that begin with "#" and say whose figures these
 * are, as of when, and what must stand beside them. Amounts are decimals in major units; an empty cell
 * is unknown, never 0.
 */
import type { AnalyzedApp, Analysis, Decimal } from '../../analysis/contract.ts';
import { toJson } from '../../analysis/facts.ts';
import { csvText, type Cell } from './csv.ts';
import { manifestOf } from './manifest.ts';

interface Column {
  readonly header: string;
  readonly cell: (app: AnalyzedApp<Decimal>) => Cell;
}

const columns: readonly Column[] = [
  { header: 'id', cell: ({ id }) => id },
  { header: 'name', cell: ({ name }) => name },
  { header: 'state', cell: ({ state }) => state },
  { header: 'stateClass', cell: ({ stateClass }) => stateClass },
  { header: 'category', cell: ({ category }) => category },
  { header: 'vendor', cell: ({ vendor }) => vendor },
  { header: 'costAnnual', cell: ({ costAnnual }) => amount(costAnnual) },
  { header: 'costBasis', cell: ({ costBasis }) => costBasis },
  { header: 'costComplete', cell: ({ costComplete }) => costComplete },
  {
    header: 'leftOutContracts',
    cell: ({ leftOut }) => leftOut.map(({ contractId, reason }) => `${contractId}: ${reason}`).join('; '),
  },
  { header: 'expenses12m', cell: ({ expenses12m }) => amount(expenses12m) },
  { header: 'activeUsers', cell: ({ activeUsers }) => activeUsers },
  { header: 'costPerActiveUser', cell: ({ costPerActiveUser }) => amount(costPerActiveUser) },
  { header: 'lastUsedAt', cell: ({ lastUsedAt }) => lastUsedAt },
  { header: 'seatsBasis', cell: ({ seats }) => seats?.basis ?? null },
  { header: 'purchased', cell: ({ seats }) => seats?.purchased ?? null },
  { header: 'assigned', cell: ({ seats }) => seats?.assigned ?? null },
  { header: 'unassigned', cell: ({ seats }) => seats?.unassigned ?? null },
  { header: 'departed', cell: ({ seats }) => seats?.departed ?? null },
  { header: 'inactive', cell: ({ seats }) => seats?.inactive ?? null },
  { header: 'unknownUsage', cell: ({ seats }) => seats?.unknown ?? null },
  { header: 'action', cell: ({ action }) => action },
  { header: 'projectedAnnual', cell: ({ projectedAnnual }) => amount(projectedAnnual) },
  { header: 'hardSavingAnnual', cell: ({ hardSavingAnnual }) => amount(hardSavingAnnual) },
];

export function appsCsv(analysis: Analysis): string {
  const { apps } = toJson(analysis);
  const width = columns.length;
  // Every line has as many cells as the header, as the format asks.
  const manifest = manifestOf(analysis).map(([key, value]) => [
    `#${key}`,
    value,
    ...Array.from({ length: width - 2 }, () => null),
  ]);
  return csvText([
    ...manifest,
    columns.map(({ header }) => header),
    ...apps.map((app) => columns.map(({ cell }) => cell(app))),
  ]);
}

function amount(decimal: Decimal | null): Cell {
  return decimal === null ? null : { decimal };
}
