import type { Analysis } from '../../../skill/analysis/contract.ts';
import { sliceId, groupsOf, type Group, type Grouping } from '../../../skill/analysis/facts.ts';
import type { Results } from '../../session/state.ts';
import { formatRoute } from '../address.ts';
import { ownParts } from './own-parts.ts';
import { NONE } from '../filter/filter.ts';

/** Apps that share a value, and the address of the facts about them. */
export interface AddressedGroup extends Group {
  readonly address: string;
  /** Of one slice: what of the cost is its own. */
  readonly partAnnual?: Group['costAnnual'];
}

/** A way to cut the baseline into groups. */
export interface Split {
  /** "category"; the label of the Organizational View. */
  readonly name: string;
  readonly many: string;
  readonly none: string;
  readonly groups: (analysis: Analysis) => AddressedGroup[];
  /** What their cost is called as a fact. */
  readonly costField: string;
  /** Where the apps of a group are listed. */
  readonly leadsTo?: (group: string | null) => string;
}

function byField(name: Grouping, many: string): Split {
  return {
    name,
    many,
    none: `No ${name}`,
    groups: (analysis) => {
      const own = new Map(groupsOf(ownParts(analysis), name).map((one) => [one.value, one.costAnnual]));
      return groupsOf(analysis, name).map((group) => ({
        ...group,
        address: `${name}/${sliceId(group.value ?? '')}`,
        ...(analysis.inputs.view !== undefined && { partAnnual: own.get(group.value) ?? null }),
      }));
    },
    costField: 'costAnnual',
    leadsTo: (group) =>
      formatRoute({
        destination: 'spend',
        segment: 'apps',
        // An owner is called "Owner 50073" and asked for by the number.
        parameters: { [name]: group === null ? NONE : group.replace(/^Owner /, '') },
      }),
  };
}

const fields: readonly Split[] = [
  byField('category', 'categories'),
  byField('vendor', 'vendors'),
  byField('owner', 'owners'),
];

/** The Organizational View, whose unallocated part is always a slice. */
function byView({ mapping }: Results): Split[] {
  const view = mapping.organizationalView;
  if (view === null) return [];
  const { label, unallocatedLabel } = view;
  return [
    {
      name: label,
      many: `values of ${label}`,
      none: unallocatedLabel,
      groups: ({ slices }) =>
        slices.map(({ value, apps, baselineAnnual, unpricedApps, costComplete }) => ({
          value: value === unallocatedLabel ? null : value,
          apps,
          unpricedApps,
          costAnnual: costComplete === 'unknown' ? null : baselineAnnual,
          costComplete,
          address: `slice/${sliceId(value)}`,
        })),
      costField: 'baselineAnnual',
      leadsTo: (view) =>
        formatRoute({
          destination: 'spend',
          segment: 'overview',
          parameters: { view: view ?? unallocatedLabel },
        }),
    },
  ];
}

export function splitsOf(results: Results): Split[] {
  return [...fields, ...byView(results)];
}
