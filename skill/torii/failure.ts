/**
 * The closed union of everything that can go wrong on the way to Torii.
 * In: a kind and what is known of it. Out: one sentence and one action for a person.
 * Switch over `kind` exhaustively; nothing else describes a failure.
 */
export {
  actionSentence,
  explain,
  failure,
  type FailureAction,
  type FailureKind,
  isFailureKind,
  type ToolFailure,
} from './base/failure.ts';
export { withNoun } from './base/with-noun.ts';
export { errorMessage } from './base/error-message.ts';
