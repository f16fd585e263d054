import type { ReactNode } from 'react';
import { actionSentence, explain } from '../../skill/torii/failure.ts';
import type { SourceFailure } from '../../skill/torii/read.ts';
import { instant } from '../parts/date.ts';
import { Notice } from '../parts/notice.tsx';
import type { SessionState } from '../session/state.ts';
import { sourceNames } from './standing.tsx';
import { capital } from '../parts/capital.ts';

/** One sentence and one action for each source that failed; the rest of the page stays. */
export function Failures({ state }: { state: SessionState }): ReactNode {
  if (state.failures.length === 0) return null;
  return (
    <div className="notices">
      {state.failures.map((failed) => (
        <FailureNotice key={failed.source} failed={failed} state={state} />
      ))}
    </div>
  );
}

function FailureNotice({ failed, state }: { failed: SourceFailure; state: SessionState }): ReactNode {
  const { failure, source } = failed;
  const { sentence, retracts } = explain(failure.kind);
  const kept = state.stale.find((entry) => entry.source === source);
  const keptSentence = kept
    ? `The ${sourceNames[source]} shown are ${kept.fetchedAt === null ? 'from an earlier reading' : `from ${instant(kept.fetchedAt)}`}.`
    : '';
  const text = `${capital(sourceNames[source])} could not be read: ${lower(sentence)}`;
  const action = [keptSentence, actionSentence(failure.action)].filter(Boolean).join(' ');
  return <Notice tone={retracts ? 'serious' : 'caution'} sentence={text} action={action} />;
}

/** Sentences keep names such as Torii and Claude in capitals. */
function lower(sentence: string): string {
  return /^(Torii|Claude)\b/.test(sentence) ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
