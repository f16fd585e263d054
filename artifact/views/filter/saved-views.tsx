import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { Dialog, Link, PromptBox } from '../../parts/controls.ts';
import { formatRoute } from '../address.ts';
import { useResults, useRoute } from '../page-context.ts';
import { withParameters } from '../router.ts';
import { keepViews, readViews, standingViews, storageOf, viewsForClaude, type SavedView } from './views.ts';

/** Views of this page, the same for every list on it. */
function createViewStore() {
  const listeners = new Set<() => void>();
  let views: readonly SavedView[] | null = null;
  let isKept = true;
  const get = (): readonly SavedView[] => (views ??= readViews(storageOf(window)));
  return {
    get,
    isKept: () => isKept,
    set: (next: readonly SavedView[]) => {
      views = next;
      isKept = keepViews(storageOf(window), next);
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const viewStore = createViewStore();

/** All views there are: those of the page, of the mapping, and the reader's own. */
export function useViews(): { readonly given: readonly SavedView[]; readonly own: readonly SavedView[] } {
  const { mapping } = useResults();
  const own = useSyncExternalStore(viewStore.subscribe, viewStore.get, viewStore.get);
  return { given: [...standingViews, ...(mapping.views ?? [])], own };
}

/** The views as links, and a way to name the one on screen. */
export function SavedViews({ words }: { readonly words: string }): ReactNode {
  const { given, own } = useViews();
  const here = useAddressHere();
  const [isOpen, setOpen] = useState(false);
  const listed = [...given, ...own].filter(({ address }) => placeName(address) === placeName(here));
  if (listed.length === 0 && words === '') return null;
  return (
    <nav className="views" aria-label="Views">
      <ul className="dotted">
        {listed.map(({ name, address }) => (
          <li key={`${name} ${address}`}>
            <Link className="app-link" href={address} aria-current={address === here ? 'page' : undefined}>
              {name}
            </Link>
          </li>
        ))}
        {(words !== '' || own.length > 0) && (
          <li>
            <button type="button" className="button button-quiet" onClick={() => setOpen(true)}>
              {words === '' ? 'Your views' : 'Save view'}
            </button>
          </li>
        )}
      </ul>
      {isOpen && <ViewsDialog words={words} address={here} onClose={() => setOpen(false)} />}
    </nav>
  );
}

/** A view belongs to the list it asks; the search finds those of every list. */
function placeName(address: string): string {
  return address.split(/--|\?/)[0] ?? '';
}

/** Without the panels over it and the slice, which lasts by itself. */
function useAddressHere(): string {
  const route = useRoute();
  return formatRoute(withParameters(route, { app: null, fact: null, search: null, view: null }));
}

interface ViewsDialogProps {
  readonly words: string;
  readonly address: string;
  readonly onClose: () => void;
}

function ViewsDialog({ words, address, onClose }: ViewsDialogProps): ReactNode {
  const { own } = useViews();
  const [name, setName] = useState(words);
  const save = (): void =>
    viewStore.set([...own.filter((view) => view.name !== name.trim()), { name: name.trim(), address }]);
  return (
    <Dialog label="Your views" className="sheet" onClose={onClose}>
      <h2>Your views</h2>
      {words !== '' && (
        <>
          <label className="field">
            <span className="field-label">Name of this view</span>
            <input
              value={name}
              maxLength={80}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
          </label>
          <p className="actions">
            <button type="button" className="button button-main" disabled={name.trim() === ''} onClick={save}>
              Save
            </button>
          </p>
          <p className="quiet">
            Its address: <code>{address}</code>
          </p>
        </>
      )}
      <OwnViews own={own} onClose={onClose} />
      <p className="actions">
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </p>
    </Dialog>
  );
}

interface OwnViewsProps {
  readonly own: readonly SavedView[];
  readonly onClose: () => void;
}

function OwnViews({ own, onClose }: OwnViewsProps): ReactNode {
  if (own.length === 0) return null;
  return (
    <>
      <ul className="own-views">
        {own.map((view) => (
          <li key={view.name}>
            <Link className="app-link" href={view.address} onClick={onClose}>
              {view.name}
            </Link>{' '}
            <button
              type="button"
              className="button button-quiet"
              onClick={() => viewStore.set(own.filter((one) => one !== view))}
            >
              Remove <span className="visually-hidden">{view.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet">
        {viewStore.isKept()
          ? 'Kept in this browser, for this page.'
          : 'This host keeps nothing: they last until the page is closed.'}
      </p>
      <PromptBox
        label="So that everybody has them, say this to Claude"
        text={viewsForClaude(own)}
        select="Select all"
      />
    </>
  );
}
