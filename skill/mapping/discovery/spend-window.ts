import { words } from '../base/fold.ts';

const trailing =
  /(trailing|last|past|previous|rolling|letzten?|derniers|ultimos|últimos) ?(12|twelve|zwölf|douze|doce)|\b(12|twelve) ?(m|months?|monate|mois|meses)\b|\bt?ttm\b|\bltm\b/;
const fiscal = /fiscal|financial year|geschäftsjahr|\bfy ?(\d{2}|\d{4})?\b|exercice/;

/** The months that a spend field covers, where its own name says them. */
export function spendWindow({ label, key }: { readonly label: string; readonly key: string }): string {
  const name = `${words(label)} ${words(key)}`;
  return trailing.test(name) ? 'trailing12m' : fiscal.test(name) ? 'fiscalYear' : 'unknown';
}
