/** What becomes of a text that is already there, or why nothing does. */
export type Merged =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly why: 'not-json' | 'not-kept' | 'no-servers' | 'other-server' | 'open-section';
      readonly detail: string;
    };
