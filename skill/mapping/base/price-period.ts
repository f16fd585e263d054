import { words } from './fold.ts';

interface Named {
  readonly label: string;
  readonly key: string;
}

export type Period = 'year' | 'quarter' | 'month';

const monthly = /month|monat|mois|\bmes\b|mensual/;
const quarterly = /quarter|quartal|trimest/;

/** A price that does not say "month" counts as yearly: the reading that cannot inflate a saving. */
export function pricePeriod(named: Named): Period {
  const name = `${words(named.label)} ${words(named.key)}`;
  return monthly.test(name) ? 'month' : quarterly.test(name) ? 'quarter' : 'year';
}

/** A yearly cost may be billed by month; its name then says both, and the year counts. */
export function costPeriod(named: Named): Period {
  const name = `${words(named.label)} ${words(named.key)}`;
  return /annual|year|\bacv\b|jahr|annuel|anual|annuale/.test(name) ? 'year' : pricePeriod(named);
}
