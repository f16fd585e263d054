import { words } from './fold.ts';

/** A price that does not say "month" counts as yearly: the reading that cannot inflate a saving. */
export function pricePeriod(named: { readonly label: string; readonly key: string }): 'year' | 'month' {
  const name = `${words(named.label)} ${words(named.key)}`;
  return /month|monat|mois|\bmes\b|mensual/.test(name) ? 'month' : 'year';
}
