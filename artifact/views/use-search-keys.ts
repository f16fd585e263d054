import { useLayoutEffect } from 'react';
import { formatRoute } from './address.ts';
import { withParameters, type Router } from './router.ts';
import { isTyping } from './use-escape.ts';

/**
 * Opens the search: a slash, where it is not a letter being typed; Ctrl-K or ⌘K anywhere. The keys count
 * from the first frame of the page on; pressed before there are figures, the search opens with them.
 */
export function useSearchKeys(router: Router): void {
  useLayoutEffect(() => {
    const open = (event: KeyboardEvent): void => {
      if (!isSearchKey(event) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      router.follow(formatRoute(withParameters(router.getRoute(), { search: '' })));
    };
    document.addEventListener('keydown', open);
    return () => document.removeEventListener('keydown', open);
  }, [router]);
}

function isSearchKey({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (altKey) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k';
  return key === '/' && !isTyping(target);
}
