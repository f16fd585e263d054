import type { ReactNode } from 'react';
import { actionSentence, explain } from '../../skill/torii/failure.ts';
import type { SourceFailure } from '../../skill/torii/read.ts';
import { formatInstant, sentenceCase } from '../parts/text.ts';
import { NoticeBox } from '../parts/layout.ts';
import { sourceNames } from '../../skill/report/texts.ts';
import { useSessionState } from '../session/session.ts';

/** One sentence and one action for each source that failed; the rest of the page stays. */
export function Failures(): ReactNode {
  const failures = useSessionState((state) => state.failures);
  if (failures.length === 0) return null;
  return (
    <div className="notices">
      {failures.map((failed) => (
        <FailureNotice key={failed.source} failed={failed} />
      ))}
    </div>
  );
}

function FailureNotice({ failed }: { failed: SourceFailure }): ReactNode {
  const stale = useSessionState((state) => state.stale);
  const { failure, source } = failed;
  const { sentence, retracts } = explain(failure.kind);
  const kept = stale.find((entry) => entry.source === source);
  const keptSentence = kept
    ? `The ${sourceNames[source]} shown are ${kept.fetchedAt === null ? 'from an earlier reading' : `from ${formatInstant(kept.fetchedAt)}`}.`
    : '';
  const text = `${sentenceCase(sourceNames[source])} could not be read: ${lower(sentence)}`;
  const action = [keptSentence, actionSentence(failure.action)].filter(Boolean).join(' ');
  return <NoticeBox tone={retracts ? 'serious' : 'caution'} sentence={text} action={action} />;
}

/** Sentences keep names such as Torii and Claude in capitals. */
function lower(sentence: string): string {
  return /^(Torii|Claude)\b/.test(sentence) ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
