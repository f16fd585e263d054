/** One field over everything that has a name; arrow keys choose, Enter goes there. */
import { useContext, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { formatCounted } from '../../parts/text.ts';
import { Dialog, FollowContext } from '../../parts/controls.ts';
import { formatRoute } from '../address.ts';
import { withParameters, type Route } from '../router.ts';
import { useViews } from '../filter/saved-views.tsx';
import { askedList } from './asked-list.ts';
import { askedMove } from './asked-move.ts';
import { commandsOn, runCommand } from './commands.ts';
import { destinationEntries } from './destination-entries.ts';
import { entriesOf } from './entries.ts';
import type { Entry, Move } from './entry.ts';
import { createFind } from './find.ts';
import { useResults, useRoute, useRouter } from '../page-context.ts';
import { useSession } from '../../session/session.ts';

export function Search(): ReactNode {
  const route = useRoute();
  const router = useRouter();
  if (route.parameters['search'] === undefined) return null;
  const behind = withParameters(route, { search: null });
  return (
    <Dialog label="Search" className="search" onClose={() => router.go(behind)}>
      <Finder behind={behind} />
    </Dialog>
  );
}

function Finder({ behind }: { behind: Route }): ReactNode {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const hits = useHits(query);
  const open = useOpen(behind);
  const steer = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter') open(hits[chosen]);
    if (step === 0 || hits.length === 0) return;
    event.preventDefault();
    setChosen((chosen + step + hits.length) % hits.length);
  };
  return (
    <>
      <input
        className="search-field"
        role="combobox"
        aria-label="Search apps, views, contracts and commands"
        aria-expanded={hits.length > 0}
        aria-controls="search-hits"
        aria-activedescendant={hits[chosen] && `hit-${chosen}`}
        placeholder="App, view, “over 20k Q1”, “Miro to Mural”"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={steer}
      />
      <Hits hits={hits} chosen={chosen} onOpen={open} />
      <output className={hits.length > 0 ? 'visually-hidden' : 'quiet'}>{spoken(query, hits.length)}</output>
    </>
  );
}

/** What a query finds; before anything is typed, where one can go and what one can do. */
function useHits(query: string): readonly Entry[] {
  const { shown: analysis } = useResults();
  const { given, own } = useViews();
  const { asOf, currency } = analysis;
  // The views are other arrays at each render and the same while the search is open.
  const [commands] = useState(() => commandsOn(document));
  const [find] = useState(() => createFind([...commands, ...entriesOf(analysis, [...given, ...own])]));
  return useMemo(
    () =>
      query.trim() === ''
        ? [...destinationEntries, ...commands]
        : hitsOf(query, askedMove(query, analysis) ?? askedList(query, asOf, currency), find),
    [query, analysis, asOf, currency, find, commands],
  );
}

/** Goes where a hit leads, or does what it says. */
function useOpen(behind: Route): (hit: Entry | undefined) => void {
  const follow = useContext(FollowContext);
  const router = useRouter();
  const session = useSession();
  const planMove = ({ move, by }: Move): void => {
    session.planApp({ appId: move, action: 'replaceBy', survivorId: by });
    router.go({ destination: 'plan', segment: null, parameters: { plan: String(move) } });
  };
  return (hit) => {
    if (hit === undefined) return;
    if ('move' in hit.to) return planMove(hit.to);
    if (!('command' in hit.to)) return follow(addressOf(hit.to, behind));
    const { command } = hit.to;
    router.go(behind);
    // The search gives the focus back first.
    setTimeout(() => runCommand(command, document));
  };
}

interface HitsProps {
  readonly hits: readonly Entry[];
  readonly chosen: number;
  readonly onOpen: (hit: Entry) => void;
}

function Hits({ hits, chosen, onOpen }: HitsProps): ReactNode {
  return (
    // oxlint-disable prefer-tag-over-role, no-noninteractive-element-to-interactive-role -- the hits of a combobox
    <ul className="hits" id="search-hits" role="listbox" aria-label="Hits">
      {hits.map((hit, index) => (
        // oxlint-disable-next-line click-events-have-key-events -- the field steers by keys
        <li
          key={hit.id}
          id={`hit-${index}`}
          role="option"
          aria-selected={index === chosen}
          onClick={() => onOpen(hit)}
        >
          {hit.text} <span className="quiet">{hit.kind}</span>
        </li>
      ))}
    </ul>
  );
}

function hitsOf(
  query: string,
  asked: Entry | null,
  find: (query: string) => readonly Entry[],
): readonly Entry[] {
  return asked === null ? find(query) : [asked, ...find(query)];
}

type Target = Exclude<Entry['to'], { readonly command: unknown } | Move>;

function addressOf(to: Target, behind: Route): string {
  return formatRoute('app' in to ? withParameters(behind, { app: String(to.app), fact: null }) : to);
}

function spoken(query: string, hits: number): string {
  if (query.trim() === '') return '';
  return hits === 0 ? 'Nothing of that name.' : formatCounted(hits, 'hit');
}
