/**
 * What can be searched: apps, vendors, contracts and findings, each with the place it leads to. Texts are
 * folded once, so that a keystroke over ten thousand apps only compares.
 */
import type { Analysis } from '../../../skill/analysis/contract.ts';
import type { Route } from '../router.ts';

export interface Entry {
  readonly id: string;
  readonly kind: 'app' | 'vendor' | 'contract' | 'finding';
  readonly text: string;
  /** Where it leads; an app is pushed onto the place in view. */
  readonly to: { readonly app: number } | Partial<Route>;
  readonly folded: string;
}

export function entriesOf({ apps, renewals, findings }: Analysis): Entry[] {
  const names = new Map(apps.map(({ id, name }) => [id, name]));
  const place = (appId: number | null, segment: string): Entry['to'] =>
    appId !== null && names.has(appId) ? { app: appId } : { destination: 'decide', segment };
  const vendors = new Set(apps.flatMap(({ vendor }) => vendor ?? []));
  return [
    ...apps.map(({ id, name }) => entry(`app/${id}`, 'app', name, { app: id })),
    ...[...vendors].map((vendor) =>
      entry(`vendor/${vendor}`, 'vendor', vendor, {
        destination: 'spend',
        segment: 'apps',
        parameters: { q: vendor },
      }),
    ),
    ...renewals.map(({ contractId, appId, name }) =>
      entry(`contract/${contractId}`, 'contract', name, place(appId, 'renewals')),
    ),
    ...findings.map(({ id, appId, action }) => {
      const name = names.get(appId ?? -1);
      const text = name === undefined ? action : `${name}: ${action}`;
      return entry(id, 'finding', text, place(appId, 'review'));
    }),
  ];
}

function entry(id: string, kind: Entry['kind'], text: string, to: Entry['to']): Entry {
  return { id, kind, text, to, folded: text.toLowerCase() };
}

/** Hits shown at once. */
const MOST = 12;

/** Every word must occur; what begins with the query comes first, then what has a word that does. */
export function search(entries: readonly Entry[], query: string): Entry[] {
  const whole = query.trim().toLowerCase();
  if (whole === '') return [];
  const words = whole.split(/\s+/);
  const [first = ''] = words;
  const ranks: [Entry[], Entry[], Entry[]] = [[], [], []];
  for (const candidate of entries) {
    const { folded } = candidate;
    if (!words.every((word) => folded.includes(word))) continue;
    const rank = folded.startsWith(whole) ? 0 : folded.includes(` ${first}`) ? 1 : 2;
    if (ranks[rank].length < MOST) ranks[rank].push(candidate);
    if (ranks[0].length === MOST) break;
  }
  return ranks.flat().slice(0, MOST);
}
