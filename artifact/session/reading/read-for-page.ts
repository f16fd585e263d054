import type { TenantMapping } from '../../../skill/mapping/mapping.ts';
import { readPortfolio } from '../../../skill/mapping/portfolio.ts';
import {
  type Clock,
  type Host,
  type ToolBridge,
  liveArtifactLimits,
  toriiLimits,
  type Budget,
  type BudgetLimits,
} from '../../../skill/torii/bridge.ts';
import type { JsonObject } from '../../../skill/torii/json.ts';
import { readTenant, type Source, type TenantRecords } from '../../../skill/torii/read.ts';
import type { SourceProgress } from '../model/state.ts';

export interface ReadingOptions {
  readonly bridge: ToolBridge;
  readonly clock: Clock;
  /** One for everything that calls through the host. */
  readonly budget: Budget;
  readonly signal: AbortSignal;
  /** Past the host's cache. */
  readonly fresh: boolean;
  /** Null = discover a draft. */
  readonly mapping: TenantMapping | null;
  readonly onProgress: (source: Source, progress: SourceProgress) => void;
  /** The records so far, as each source ends. */
  readonly onSource: (records: TenantRecords, source: Source) => void;
  /** The records so far, after each page; `whole` when the source lacks only Torii's own count. */
  readonly onRows: (records: TenantRecords, source: Source, whole: boolean) => void;
}

/**
 * Reads what the page shows: field definitions, apps and contracts; people and payments only when a
 * view asks. Never rejects; what failed is in the certificates and in `failures`.
 */
export async function readForPage(options: ReadingOptions): Promise<TenantRecords> {
  const { onProgress, onSource, onRows, ...base } = options;
  const organization = options.mapping === null ? await organizationOf(options) : null;
  const named = (records: TenantRecords): TenantRecords => ({ ...records, organization });
  const records = await readPortfolio({
    ...base,
    limits: limitsOf(options.bridge.host),
    onProgress: ({ source, ...progress }) => onProgress(source, progress),
    onSource: (partial, source) => onSource(named(partial), source),
    onRows: (partial, source, whole) => onRows(named(partial), source, whole),
  });
  return named(records);
}

/** Name and currency of the tenant, which only a draft needs from Torii; null where Torii does not say. */
async function organizationOf({
  bridge,
  clock,
  budget,
  signal,
  fresh,
}: ReadingOptions): Promise<JsonObject | null> {
  const limits = limitsOf(bridge.host);
  const reading = { clock, budget, signal, fresh, limits, sources: [], organization: true };
  const { organization } = await readTenant(bridge, reading);
  await clock.sleep(limits.gapMs);
  return organization;
}

/** Claude's pages are watched closely; elsewhere Torii's own limits hold. */
export function limitsOf(host: Host): BudgetLimits {
  return host === 'cowork' || host === 'claude' ? liveArtifactLimits : toriiLimits;
}
