/**
 * The messages between the page and a preview around it, both ways.
 * In: the window of a framed page. Out: a way to ask its parent, or null where no preview framed it.
 */
export { askParent } from './hosts/ask-parent.ts';
export { isHello, isMessage, KEY_NAME, type ParentAnswer } from './hosts/parent-message.ts';
