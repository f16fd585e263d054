import type { Analysis } from '../../../skill/analysis/contract.ts';
import { sliceId } from '../../../skill/analysis/facts.ts';
import type { Picture } from '../../session/state.ts';
import { formatRoute } from '../router.ts';
import { groupsOf, type Group } from './groups.ts';

type App = Analysis['apps'][number];

/** A way to cut the baseline into groups. */
export interface Split {
  /** "category"; the label of the Organizational View. */
  readonly name: string;
  readonly many: string;
  readonly none: string;
  readonly groups: (analysis: Analysis) => Group[];
  /** Where the apps of a group are listed. */
  readonly leadsTo?: (group: string) => string;
}

function byField(name: string, many: string, of: (app: App) => string | null, parameter?: string): Split {
  return {
    name,
    many,
    none: `No ${name}`,
    groups: ({ apps }) => groupsOf(apps, of),
    ...(parameter && {
      leadsTo: (group) =>
        formatRoute({ destination: 'spend', segment: 'apps', parameters: { [parameter]: group } }),
    }),
  };
}

const fields: readonly Split[] = [
  byField('category', 'categories', ({ category }) => category, 'category'),
  byField('vendor', 'vendors', ({ vendor }) => vendor, 'q'),
  // Names of people stay out of every ranking.
  byField('owner', 'owners', ({ owner }) => owner && `Owner ${owner.id}`),
];

/** The Organizational View, whose unallocated part is always a slice. */
function byView({ mapping }: Picture): Split[] {
  const view = mapping.organizationalView;
  if (view === null) return [];
  const { label, unallocatedLabel } = view;
  return [
    {
      name: label,
      many: `values of ${label}`,
      none: unallocatedLabel,
      groups: ({ slices }) =>
        slices.map(({ value, apps, baselineAnnual }) => ({
          name: value === unallocatedLabel ? null : value,
          apps,
          unpriced: 0,
          costAnnual: baselineAnnual,
          fact: `slice/${sliceId(value)}/baselineAnnual`,
        })),
      leadsTo: (view) => formatRoute({ destination: 'spend', segment: 'overview', parameters: { view } }),
    },
  ];
}

export function splitsOf(picture: Picture): Split[] {
  return [...fields, ...byView(picture)];
}
