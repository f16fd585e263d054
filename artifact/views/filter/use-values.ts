import { useMemo } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { useResults } from '../page-context.ts';
import { NONE } from './filter.ts';

type Choices = readonly (readonly [value: string, label: string])[];

/** The values that apps have, to choose from. */
export interface Values {
  readonly states: Choices;
  readonly categories: Choices;
  readonly vendors: Choices;
  readonly owners: Choices;
}

/** Choices of one field; a longer list cannot be looked through, and the text field finds the rest. */
const MOST = 300;

export function useValues(): Values {
  const { shown: analysis } = useResults();
  return useMemo(() => valuesOf(analysis), [analysis]);
}

function valuesOf({ apps }: Analysis): Values {
  const owners = new Set(apps.flatMap(({ owner }) => owner?.id ?? []));
  return {
    states: sortedChoices(apps.map(({ stateClass }) => stateClass)),
    categories: withNone(
      apps.map(({ category }) => category),
      'No category',
    ),
    vendors: withNone(
      apps.map(({ vendor }) => vendor),
      'No vendor',
    ),
    owners: sortedChoices([...owners]).map(([id]) => [id, `Owner ${id}`]),
  };
}

function withNone(values: readonly (string | null)[], none: string): Choices {
  const named = sortedChoices(values.flatMap((value) => value || []));
  return values.every(Boolean) ? named : [[NONE, none], ...named];
}

function sortedChoices(values: readonly string[]): Choices {
  return [...new Set(values)]
    .toSorted()
    .slice(0, MOST)
    .map((value) => [value, value]);
}
