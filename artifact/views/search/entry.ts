import type { Route } from '../route.ts';

/** Commands of the search; see commands.ts. */
export type Command = 'export' | 'calendar' | 'slice';

/** In the order in which hits of one rank are listed. */
export const kinds = [
  'list',
  'view',
  'command',
  'app',
  'category',
  'vendor',
  'owner',
  'state',
  'slice',
  'contract',
  'finding',
] as const;
export type EntryKind = (typeof kinds)[number];

export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly text: string;
  /** Where it leads; an app is pushed onto the place in view, a command presses what is on the page. */
  readonly to: { readonly app: number } | { readonly command: Command } | Partial<Route>;
  /** Its words, each after a space, with further words by which it is looked for. */
  readonly words: string;
}

export function searchEntry(id: string, kind: EntryKind, text: string, to: Entry['to'], further = ''): Entry {
  return { id, kind, text, to, words: wordsIn(`${text} ${further}`) };
}

/** Lower case, each word after a space: "Otter.ai" is two words, and so is "e-mail". */
export function wordsIn(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
}
