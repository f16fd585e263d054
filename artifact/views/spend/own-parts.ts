import type { Analysis } from '../../../skill/analysis/contract.ts';

/** The apps with what of their cost is the slice's own in the place of the whole; the same where all is shown. */
export function ownParts({ apps, inputs }: Analysis): Pick<Analysis, 'apps'> {
  if (inputs.view === undefined) return { apps };
  return { apps: apps.map((app) => ({ ...app, costAnnual: app.partAnnual ?? null })) };
}
