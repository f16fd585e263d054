/** What is known of a source and of the whole analysis, in words without figures. */
import type { Analysis } from '../../analysis/contract.ts';
import type { Completeness, Source, SourceStatus } from '../../torii/read.ts';

export const sourceNames: Readonly<Record<Source, string>> = {
  apps: 'apps',
  contracts: 'contracts',
  users: 'people',
  appUsers: 'app users',
  transactions: 'transactions',
  fields: 'field definitions',
};

/** What the status means for readers of the figures, and the cheapest way to fix it. */
export const statusWords: Readonly<
  Record<Exclude<SourceStatus, 'complete'>, { readonly what: string; readonly remedy: string }>
> = {
  partial: { what: 'were read in part', remedy: 'Run it again; if it stays so, ask for smaller pages.' },
  'possibly-capped': {
    what: 'may be cut off: one full page came back, without a total',
    remedy: 'Ask the Torii administrator for the number of records and compare.',
  },
  denied: {
    what: 'are hidden from the Torii role',
    remedy: 'Ask the Torii administrator for read access to them.',
  },
  'not-offered': {
    what: 'have no tool on this Torii server',
    remedy: 'Ask the administrator of the connector to offer the read tool.',
  },
  failed: { what: 'could not be read', remedy: 'Run it again; if it stays so, look into the call log.' },
  'not-read': { what: 'were not read', remedy: 'Read them with the next run.' },
};

/** Whether anything of a source can be spoken of: without contracts there is no word on deadlines. */
export function isUsable({ completeness }: Analysis, source: Source): boolean {
  const certificate = completeness.find((entry) => entry.source === source);
  return certificate !== undefined && usable.has(certificate.status);
}

/** Whether every record of a source was read. */
export function isWhole({ completeness }: Analysis, source: Source): boolean {
  return completeness.some((entry) => entry.source === source && entry.status === 'complete');
}

const usable: ReadonlySet<SourceStatus> = new Set(['complete', 'partial', 'possibly-capped']);

/** Whether any app has a cost, be it a sum of what is known. */
export function hasPrices({ pricedApps, partlyPricedApps }: Analysis['totals']): boolean {
  return pricedApps + partlyPricedApps > 0;
}

/** Sources that the analysis needs and that are not whole; a source that was not requested is not missing. */
export function gapsOf({ completeness }: Analysis): readonly (Completeness & { readonly status: Gap })[] {
  return completeness.filter(isGap);
}

type Gap = Exclude<SourceStatus, 'complete'>;

function isGap(certificate: Completeness): certificate is Completeness & { readonly status: Gap } {
  const { source, status } = certificate;
  if (status === 'complete') return false;
  return status !== 'not-read' || source === 'apps' || source === 'contracts';
}

/**
 * The caveats for every figure: the mapping is not approved, rows were copied by a model, records are missing, or
 * a check of the analysis did not hold.
 */
export type Label = 'draft' | 'partial' | 'audit' | CopiedLabel;

/** Rows that passed through a model, and how many totals of Torii's confirm them. */
export type CopiedLabel = `copied, confirmed by ${number} total${'' | 's'}`;

export function labelsOf(analysis: Analysis): Label[] {
  const { inputs, totals, selfAudit } = analysis;
  const labels: Label[] = [];
  const copied = copiedLabel(analysis);
  if (inputs.mapping.status === 'draft') labels.push('draft');
  if (copied !== null) labels.push(copied);
  if (totals.partial) labels.push('partial');
  if (selfAudit.some(({ ok }) => !ok)) labels.push('audit');
  return labels;
}

/** Null where no row was copied by a model. */
export function copiedLabel({ completeness }: Pick<Analysis, 'completeness'>): CopiedLabel | null {
  const counts = completeness.flatMap(({ copied }) => copied ?? []);
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.length === 0 ? null : `copied, confirmed by ${sum} ${sum === 1 ? 'total' : 'totals'}`;
}

const labelWords = {
  draft: 'Draft: the mapping is not approved, so fields and units may be wrong.',
  partial: 'Partial: not every record behind these figures was read.',
  audit: 'A check of this analysis did not hold; do not rely on its totals.',
} as const;

/** A caveat as a sentence. */
export function labelSentence(label: Label): string {
  if (label === 'draft' || label === 'partial' || label === 'audit') return labelWords[label];
  const [first = '', ...rest] = label;
  return `${first.toUpperCase()}${rest.join('')} of Torii: the rows passed through a model, and cells that no total confirms are left out.`;
}
