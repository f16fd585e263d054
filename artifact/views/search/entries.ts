/**
 * What can be found: views and commands, apps, categories, vendors, owners, states, slices, contracts, and
 * findings, each with the place it leads to. Texts are cut into words once, so that a keystroke over ten
 * thousand apps only compares.
 */
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { formatDate } from '../../parts/text.ts';
import { parseRoute } from '../address.ts';
import type { SavedView } from '../filter/views.ts';
import type { Destinations, Route } from '../route.ts';
import { destinationEntries } from './destination-entries.ts';
import { searchEntry, type Entry } from './entry.ts';

export function entriesOf(
  analysis: Analysis,
  views: readonly SavedView[] = [],
  destinations: Destinations = ['decide', 'spend', 'plan', 'data'],
): Entry[] {
  const saved = views.map(({ name, address }) =>
    searchEntry(`view/${name}`, 'view', name, parseRoute(address, destinations), 'view apps'),
  );
  return [
    ...saved,
    ...destinationEntries,
    ...appEntries(analysis),
    ...valueEntries(analysis),
    ...contractEntries(analysis),
    ...findingEntries(analysis),
  ];
}

function appEntries({ apps }: Analysis): Entry[] {
  return apps.map(({ id, name }) => searchEntry(`app/${id}`, 'app', name, { app: id }));
}

function listOf(parameters: Readonly<Record<string, string>>): Partial<Route> {
  return { destination: 'spend', segment: 'apps', parameters };
}

function valueEntries({ apps, slices, inputs }: Analysis): Entry[] {
  const each = (
    kind: 'category' | 'vendor' | 'owner' | 'state',
    of: (app: Analysis['apps'][number]) => string | null | undefined,
    nameOf = (value: string) => value,
  ): Entry[] =>
    [...new Set(apps.flatMap((app) => of(app) || []))].map((value) =>
      searchEntry(`${kind}/${value}`, kind, nameOf(value), listOf({ [kind]: value }), kind),
    );
  const view = inputs.config.organizationalView;
  return [
    ...each('category', ({ category }) => category),
    ...each('vendor', ({ vendor }) => vendor),
    ...each(
      'owner',
      ({ owner }) => owner?.id,
      (id) => `Owner ${id}`,
    ),
    ...each('state', ({ stateClass }) => stateClass),
    ...slices.map(({ value }) =>
      searchEntry(
        `slice/${value}`,
        'slice',
        value,
        { destination: 'decide', segment: null, parameters: { view: value } },
        `${view?.label ?? ''} slice`,
      ),
    ),
  ];
}

/** Within the page a contract is a part of its app; one whose app is not listed leads to the renewals. */
function placeOf(appId: number | null, segment: string, apps: ReadonlyMap<number, string>): Entry['to'] {
  return appId !== null && apps.has(appId) ? { app: appId } : { destination: 'decide', segment };
}

function namesOf({ apps }: Analysis): ReadonlyMap<number, string> {
  return new Map(apps.map(({ id, name }) => [id, name]));
}

function contractEntries(analysis: Analysis): Entry[] {
  const names = namesOf(analysis);
  return analysis.renewals.map(({ contractId, appId, appName, name, deadline }) => {
    const notice = deadline === null ? '' : `, notice by ${formatDate(deadline)}`;
    return searchEntry(
      `contract/${contractId}`,
      'contract',
      `${name}${notice}`,
      placeOf(appId, 'renewals', names),
      `${appName ?? ''} contract deadline renewal renews ends`,
    );
  });
}

function findingEntries(analysis: Analysis): Entry[] {
  // Thousands of findings name a few hundred days.
  const dates = new Map<string, string>();
  const dateOf = (day: string): string => {
    const known = dates.get(day) ?? formatDate(day);
    dates.set(day, known);
    return known;
  };
  const names = namesOf(analysis);
  return analysis.findings.map(({ id, appId, action }) => {
    const name = names.get(appId ?? -1);
    const said = action.replace(/\d{4}-\d{2}-\d{2}/g, dateOf);
    const text = name === undefined ? said : `${name}: ${said}`;
    return searchEntry(id, 'finding', text, placeOf(appId, 'review', names));
  });
}
