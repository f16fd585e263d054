/**
 * The messages between the page and a host page around it, both ways.
 */
export { askParent } from './hosts/ask-parent.ts';
export { CHANNEL, isOnChannel, type ParentAnswer } from './hosts/parent-message.ts';
