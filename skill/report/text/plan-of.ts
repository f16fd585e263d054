/**
 * What people decided, as the analysis takes it. In: decisions.json and the tenant currency. Out: plan
 * edits in minor units and decisions by finding id or `app/<id>`; or the amounts that have more decimals
 * than the currency.
 */
import type { Decision, PlanEdit } from '../../analysis/contract.ts';
import { minorOf } from '../../analysis/units.ts';
import type { DecisionsFile } from '../../mapping/tenant-files.ts';
import type { Problem } from '../../mapping/mapping.ts';

export type PlanOfPeople =
  | { readonly ok: true; readonly edits: readonly PlanEdit[]; readonly decisions: readonly Decision[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function planOf(
  { edits, decisions }: Pick<DecisionsFile, 'edits' | 'decisions'>,
  currency: string,
): PlanOfPeople {
  const problems = edits.flatMap((edit, index) => amountProblems(edit, `edits.${index}`, currency));
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    edits: edits.map((edit) => inMinorUnits(edit, currency)),
    decisions: decisions.flatMap(decisionOf),
  };
}

type Edit = DecisionsFile['edits'][number];

const amounts = ['tierPrice', 'projectedAnnual', 'oneTime'] as const;

function amountProblems(edit: Edit, path: string, currency: string): Problem[] {
  return amounts.flatMap((name) => {
    const text = edit[name];
    if (text === undefined || minorOf(text, currency) !== null) return [];
    return [
      {
        path: `${path}.${name}`,
        message: `"${text}" is no amount in ${currency}.`,
        remedy: 'Write it in major units with no more decimals than the currency has, such as "1200".',
      },
    ];
  });
}

/** Amounts that are no amounts have been refused before. */
function inMinorUnits({ tierPrice, projectedAnnual, oneTime, ...rest }: Edit, currency: string): PlanEdit {
  const minor = (text: string): number => minorOf(text, currency) ?? 0;
  return {
    ...rest,
    ...(tierPrice !== undefined && { tierPrice: minor(tierPrice) }),
    ...(projectedAnnual !== undefined && { projectedAnnual: minor(projectedAnnual) }),
    ...(oneTime !== undefined && { oneTime: minor(oneTime) }),
  };
}

function decisionOf({ finding, appId, verdict, until }: DecisionsFile['decisions'][number]): Decision[] {
  const id = finding ?? (appId === undefined ? null : `app/${appId}`);
  if (id === null) return [];
  if (verdict !== 'snoozed-until') return [{ id, verdict }];
  return [{ id, verdict: 'snoozed', ...(until === undefined ? {} : { until }) }];
}
