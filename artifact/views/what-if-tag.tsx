import type { ReactNode } from 'react';
import { Tag } from '../parts/tag.tsx';
import type { Session } from '../session/session.ts';
import type { SessionState } from '../session/state.ts';
import { isWhatIf } from '../session/what-if.ts';
import { whatIfWords } from './what-if-words.ts';

/** What was changed on this page, beside everything it touches, and the way back. */
export function WhatIfTag({ session, state }: { session: Session; state: SessionState }): ReactNode {
  const { whatIf } = state.lens;
  if (!isWhatIf(whatIf)) return null;
  return (
    <span>
      <Tag tone="caution">{`what-if: ${whatIfWords(whatIf).join(', ')}`}</Tag>{' '}
      <button type="button" className="button button-quiet" onClick={() => session.resetWhatIf()}>
        Reset
      </button>
    </span>
  );
}
