/** The name and currency of a tenant, from its own records. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';
import type { TenantRecords } from '../../torii/read.ts';
import { currencyCode } from '../base/currency.ts';

/** Placeholder for a company name that is not known yet. */
export const unnamedTenant = 'Unnamed tenant';

export function tenantName({ organization }: TenantRecords): string {
  const name = organization?.companyName ?? organization?.name;
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : unnamedTenant;
}

/**
 * The currency that Torii converts into, else the organization's own, else the one that most money
 * carries, else USD.
 */
export function tenantCurrency(records: TenantRecords): string {
  const counts = new Map<string, number>();
  let converted: string | null = null;
  for (const row of [...records.apps, ...records.contracts]) {
    for (const key of Object.keys(row)) {
      const code = key === 'currency' ? currencyCode(row[key]) : moneyCurrency(row[key]);
      if (code === null) continue;
      counts.set(code, (counts.get(code) ?? 0) + 1);
      if (key.endsWith('InOrgCurrency')) converted = code;
    }
  }
  const own = currencyCode(records.organization?.currency);
  return converted ?? own ?? mostFrequent(counts) ?? 'USD';
}

function moneyCurrency(raw: JsonValue | undefined): string | null {
  if (!isJsonObject(raw)) return null;
  return currencyCode(raw.currency) ?? summaryCurrency(raw);
}

/** Money inside the license block of an app. */
function summaryCurrency({ summary }: JsonObject): string | null {
  const cost = isJsonObject(summary) ? summary.annualCost : null;
  return isJsonObject(cost) ? currencyCode(cost.currency) : null;
}

function mostFrequent(counts: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  for (const [code, count] of counts) {
    const most = counts.get(best ?? '') ?? 0;
    if (count > most || (count === most && code < (best ?? ''))) best = code;
  }
  return best;
}
