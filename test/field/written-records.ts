/** Records as people write them, run through the real pipeline: mapping, portfolio, analysis. */
import { analyze } from '../../skill/analysis/analyze.ts';
import type { Analysis } from '../../skill/analysis/contract.ts';
import { analysisConfig, applyMapping, type Portfolio } from '../../skill/mapping/portfolio.ts';
import type { TenantMapping, TenantMappingInput } from '../../skill/mapping/mapping.ts';
import type { JsonObject } from '../../skill/torii/json.ts';
import type { TenantRecords } from '../../skill/torii/read.ts';
import { complete, mappingWith, recordsWith } from '../mapping/sample.ts';

export const AS_OF = '2026-06-30';

/** Keys of the contracts below; a test may change how one of them is read. */
const contractFields = {
  termStart: { key: 'startDate' },
  termEnd: { key: 'endDate' },
  noticeDays: { key: 'notice' },
  cancelBy: { key: 'cancelBy' },
  autoRenew: { key: 'auto' },
  renewalTermMonths: { key: 'term' },
  annualValue: { key: 'cost', unit: 'major', confirmed: true },
} as const;

type ContractFields = TenantMappingInput['fields']['contract'];

export function writtenMapping(
  contract: ContractFields = {},
  rest: Partial<TenantMappingInput> = {},
): TenantMapping {
  return mappingWith({
    fields: {
      app: {
        spend12m: { key: 'expenses', unit: 'minor', confirmed: true, window: 'trailing12m' },
        lastUsedAt: { key: 'lastVisitTime' },
      },
      contract: { ...contractFields, ...contract },
    },
    ...rest,
  });
}

/** One app for each contract; what a contract does not say is plain. */
export function writtenRecords(contracts: readonly JsonObject[]): TenantRecords {
  const rows = contracts.map((contract, index) => ({
    id: 1000 + index,
    idApp: 100 + index,
    name: `Contract ${index}`,
    status: 'active',
    currency: 'USD',
    startDate: '2026-01-01',
    endDate: '2026-12-31',
    notice: 30,
    auto: 'Yes',
    term: 12,
    cost: 1200,
    ...contract,
  }));
  const apps = contracts.map((_, index) => ({ id: 100 + index, name: `Tool ${index}`, state: 'Sanctioned' }));
  const completeness = [complete('apps', apps.length), complete('contracts', rows.length)];
  return recordsWith({ apps, contracts: rows, completeness });
}

export interface Read {
  readonly portfolio: Portfolio;
  readonly analysis: Analysis;
}

export function read(records: TenantRecords, mapping: TenantMapping = writtenMapping(), asOf = AS_OF): Read {
  const portfolio = applyMapping(records, mapping);
  return { portfolio, analysis: analyze(portfolio, analysisConfig(mapping), asOf) };
}

/** All that an analysis says of money and time, without how it came about. */
export function figuresOf({ analysis }: Read): unknown {
  const { totals, apps, renewals, ledger } = analysis;
  return { totals, apps, renewals, ledger };
}
