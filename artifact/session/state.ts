/**
 * What the page knows at one moment: the phase, what was read, the figures, and how they are looked at.
 * Views read this and nothing else. Plain data; nothing here can fail.
 */
export { driftPlaces } from './model/drift-places.ts';
export {
  isSnapshot,
  type DetailProgress,
  type Results,
  type SessionState,
  type SourceProgress,
} from './model/state.ts';
