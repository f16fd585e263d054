import { renderCounted } from '../../analysis/facts.ts';
import { isJsonObject } from '../../torii/json.ts';

/** The keys of a configuration that somebody has set, with their values. */
export function heldKeys(configuration: Readonly<Record<string, unknown>>): [key: string, value: unknown][] {
  return Object.entries(configuration).filter(([key, value]) => {
    if (value === null || value === '' || value === undefined) return false;
    return !(key === 'connectorName' && value === 'Torii');
  });
}

/** What a filled page holds, in words; empty for a page as it was built. */
export function holdingWords(configuration: Readonly<Record<string, unknown>>): string {
  return heldKeys(configuration)
    .map(([key, value]) => words[key]?.(value) ?? key)
    .join(', ');
}

const words: Readonly<Record<string, (value: unknown) => string>> = {
  connector: (value) => `the connector ${String(value)}`,
  connectorName: (value) => `the connector's name "${String(value)}"`,
  asOf: (value) => `the date ${String(value)}`,
  snapshot: () => 'a snapshot',
  tenantFile: (value) => `what lies in ${String(value)}`,
  mapping: mappingWords,
  decisions: decisionWords,
  history: (value) => `${Array.isArray(value) ? value.length : 0} runs of the history`,
  baseline: (value) => `the baseline of ${text(inside(value, 'asOf'))}`,
};

function mappingWords(value: unknown): string {
  const tenant = inside(value, 'tenant');
  const approval = inside(value, 'approval');
  const name = text(inside(tenant, 'name'), 'an unnamed tenant');
  const by = isJsonObject(approval) ? ` by ${text(approval['by'])} on ${text(approval['at'])}` : '';
  return `the mapping of ${name} (${text(inside(value, 'status'))}${by})`;
}

function inside(value: unknown, key: string): unknown {
  return isJsonObject(value) ? value[key] : undefined;
}

function text(value: unknown, otherwise = 'unknown'): string {
  return typeof value === 'string' ? value : otherwise;
}

function decisionWords(value: unknown): string {
  const counted = (key: string, one: string, many: string): string => {
    const entries = inside(value, key);
    const count = Array.isArray(entries) ? entries.length : 0;
    return renderCounted(count, one, many);
  };
  const made = counted('decisions', 'decision', 'decisions');
  return `${made} and ${counted('edits', 'edit of the plan', 'edits of the plan')}`;
}
