import type { TenantMapping } from '../base/mapping.ts';
import type { Problem } from '../base/problem.ts';

export interface MoneyField {
  readonly path: string;
  readonly key: string;
  readonly unit: 'minor' | 'major';
  readonly confirmed: boolean;
}

/** Every mapped money field of a mapping, in a fixed order. */
export function moneyFields({ fields }: TenantMapping): MoneyField[] {
  const { annualValue, totalValue, unitPrice } = fields.contract;
  const named = {
    'fields.app.spend12m': fields.app.spend12m,
    'fields.contract.annualValue': annualValue,
    'fields.contract.totalValue': totalValue,
    'fields.contract.unitPrice': unitPrice,
  };
  return Object.entries(named).flatMap(([path, field]) =>
    field ? [{ path, key: field.key, unit: field.unit, confirmed: field.confirmed === true }] : [],
  );
}

/** Money fields whose unit has not been compared with a known figure yet. */
export function unconfirmedMoney(mapping: TenantMapping): Problem[] {
  return moneyFields(mapping)
    .filter(({ confirmed }) => !confirmed)
    .map(({ path, key, unit }) => ({
      path,
      message: `The unit of "${key}" is unconfirmed: it is read as ${unit} units.`,
      remedy: `Compare one figure with Torii, then: mapping set FILE ${path}.unit=${unit} (or ${unit === 'minor' ? 'major' : 'minor'}).`,
    }));
}
