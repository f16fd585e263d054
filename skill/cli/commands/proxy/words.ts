/** What the proxy says of a failure: to a model, which hands it on to a person, and to its own log. */
import { entryOf } from '../../../torii/catalog.ts';
import { explain, type ToolFailure } from '../../../torii/failure.ts';
import { failureRemedy, failureSentence } from '../../connection/failure-words.ts';
import { withoutSecrets } from '../../../node/secrets.ts';

/** Sentence, the server's own words in brackets, and what would help. */
export function sentencesFor(failure: ToolFailure, howToSignIn: string): string {
  return withoutSecrets(
    [said(failure), remedy(failure, howToSignIn)].filter((part) => part !== '').join(' '),
  );
}

function said(failure: ToolFailure): string {
  if (failure.kind === 'refused') return `${explain('refused').sentence} ${failure.message}`;
  return failureSentence(failure);
}

function remedy(failure: ToolFailure, howToSignIn: string): string {
  // One that may be retried is under way in the browser.
  if (failure.kind === 'needs-sign-in') return failure.retryable ? 'Ask again once it is done.' : howToSignIn;
  if (failure.kind === 'refused' && failure.tool !== null) return argumentsOf(failure.tool);
  if (failure.retryAfterMs !== null) {
    return `Wait ${Math.ceil(failure.retryAfterMs / 1000)} s, then ask again.`;
  }
  return failureRemedy(failure);
}

function argumentsOf(tool: NonNullable<ToolFailure['tool']>): string {
  const { args } = entryOf(tool);
  return args.length === 0 ? 'It takes no arguments.' : `It takes: ${args.join(', ')}.`;
}

/** Longest name worth a place in a log. */
const NAME = 80;

/** A foreign text on one line of a log, so that it cannot pass for a line of its own. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > NAME ? `${text.slice(0, NAME)}…` : text);
}
