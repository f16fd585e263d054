/** What other rooms need to know of a mapping: its assumptions, and the keys to ask Torii for. */
import type { FieldDefinition } from '../../torii/read.ts';
import { fieldKey } from '../base/field-key.ts';
import type { AnalysisConfig, TenantMapping } from '../base/mapping.ts';

/** The assumptions of a mapping, without field keys: equal assumptions give an equal analysis. */
export function analysisConfig(mapping: TenantMapping): AnalysisConfig {
  const { tenant, organizationalView, thresholds, rightSizing, defaults, rates, suites, aiTools, exempt } =
    mapping;
  const { exclude, status, approval } = mapping;
  const spend = mapping.fields.app.spend12m;
  return {
    tenant,
    organizationalView,
    thresholds,
    rightSizing,
    defaults,
    rates,
    suites,
    aiTools,
    exempt,
    exclude,
    status,
    ...(approval && { approval }),
    spendWindow: spend?.window ?? 'unknown',
    spendConfirmed: spend?.confirmed === true,
  };
}

/** Torii's own keys that are read whatever the mapping says. Names and e-mails are not among them. */
const builtIn = {
  app: ['id', 'name', 'state', 'url', 'isHidden', 'sources'],
  contract: ['id', 'name', 'idApp', 'status', 'owner', 'currency'],
  user: ['id', 'lifecycleStatus', 'isExternal', 'isDeletedInIdentitySources'],
} as const;

/**
 * Keys to request per entity, without repeats. Labels become keys where the field definitions are
 * already known; a key that the server then refuses is named by its error and can be left out.
 */
export function fieldsToRequest(
  mapping: TenantMapping,
  fields: readonly FieldDefinition[] = [],
): { app: string[]; contract: string[]; user: string[] } {
  const view = mapping.organizationalView;
  const keysOf = (entity: 'app' | 'contract' | 'user', names: readonly string[]): string[] => {
    const own = view?.entity === entity ? [fieldKey(view.key, entity, fields, [], view.sourceIdApp)] : [];
    const keys = names.map((name) => fieldKey(name, entity, fields, []));
    return [...new Set([...builtIn[entity], ...keys, ...own])];
  };
  return {
    app: keysOf('app', mappedKeys(mapping.fields.app)),
    contract: keysOf('contract', mappedKeys(mapping.fields.contract)),
    user: keysOf('user', []),
  };
}

function mappedKeys(fields: Readonly<Record<string, { key: string } | undefined>>): string[] {
  return Object.values(fields).flatMap((field) => (field ? [field.key] : []));
}
