/**
 * A tenant in a few words, through everything that the product does with it: raw rows of the read tools
 * and a mapping go in, the published JSON and the report come out.
 */
import type { AnalysisJson } from '../../skill/analysis/base/contract.ts';
import { toJson } from '../../skill/analysis/facts/to-json.ts';
import { checkNarrative } from '../../skill/analysis/facts/narrative.ts';
import type { Analysis, PlanEdit } from '../../skill/analysis/base/contract.ts';
import { analyze } from '../../skill/analysis/stages/analyze.ts';
import { analysisConfig } from '../../skill/mapping/apply/config.ts';
import { applyMapping } from '../../skill/mapping/apply/apply.ts';
import { mappingSchema, type TenantMappingInput } from '../../skill/mapping/base/mapping.ts';
import { reportMarkdown } from '../../skill/report/text/report-markdown.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import { complete, recordsWith } from '../mapping/sample.ts';

export const asOf = '2026-06-30';

export interface FieldTenant {
  readonly apps: readonly JsonObject[];
  readonly contracts: readonly JsonObject[];
  readonly mapping?: Partial<TenantMappingInput>;
  readonly edits?: readonly PlanEdit[];
}

export interface Outcome {
  readonly analysis: Analysis;
  readonly json: AnalysisJson;
  readonly report: string;
  readonly uncited: readonly string[];
}

/** An app that Torii lists and that says nothing else. */
export function appRow(id: number, more: JsonObject = {}): JsonObject {
  return { id, name: `App ${id}`, state: 'Sanctioned', isHidden: false, expenses: null, ...more };
}

/** An order of the calendar year; `cost` is in major units, as the tenant keeps it. */
export function orderRow(
  id: number,
  idApp: number | null,
  cost: JsonObject[string],
  more: JsonObject = {},
): JsonObject {
  return {
    id,
    idApp,
    name: `Order ${id}`,
    status: 'active',
    currency: 'USD',
    startDate: '2026-01-01',
    endDate: '2026-12-31',
    cost,
    amount: null,
    ...more,
  };
}

export function mappingOf(more: Partial<TenantMappingInput> = {}): TenantMappingInput {
  return {
    schemaVersion: 1,
    tenant: { name: 'Alder', currency: 'USD' },
    status: 'draft',
    fields: {
      app: { spend12m: { key: 'expenses', unit: 'minor', confirmed: true, window: 'trailing12m' } },
      contract: {
        termStart: { key: 'startDate' },
        termEnd: { key: 'endDate' },
        annualValue: { key: 'cost', unit: 'major' },
        totalValue: { key: 'amount', unit: 'minor' },
      },
    },
    ...more,
  };
}

export function outcomeOf({ apps, contracts, mapping, edits = [] }: FieldTenant): Outcome {
  const records = recordsWith({
    apps,
    contracts,
    completeness: [complete('apps', apps.length), complete('contracts', contracts.length)],
  });
  const parsed = mappingSchema.parse(mappingOf(mapping));
  const analysis = analyze(applyMapping(records, parsed), analysisConfig(parsed), asOf, edits);
  const cited = reportMarkdown(analysis, 'cited');
  return {
    analysis,
    json: toJson(analysis),
    report: reportMarkdown(analysis, 'plain'),
    uncited: checkNarrative(cited, analysis).problems.map(({ text }) => text),
  };
}
