import { askParent } from '../../artifact/bridge/parent-frame.ts';

/** The channel to the preview; a shim is only ever put into a page that a preview frames. */
export function requireParent(window: Window): NonNullable<ReturnType<typeof askParent>> {
  const ask = askParent(window);
  if (ask === null) throw new Error('No preview has framed this page.');
  return ask;
}
