/**
 * What a person acts on: links, comboboxes, dialogs, segments, number fields, text to hand to Claude.
 *
 * In: labels and what to do. Out: native elements that work by keyboard and in a sandboxed frame.
 */
export { Combobox, type Option } from './controls/combobox.tsx';
export { Dialog } from './controls/dialog.tsx';
export { AddressContext, FollowContext, Link } from './controls/link.tsx';
export { NumberField } from './controls/number-field.tsx';
export { HandOverContext, PromptBox } from './controls/prompt-box.tsx';
export { segmentIn, Segments } from './controls/segments.tsx';
export { useOneStop } from './controls/use-one-stop.ts';
