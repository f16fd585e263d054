import type { ReactNode } from 'react';
import { Tag } from '../parts/layout.ts';
import { isWhatIf, whatIfWords } from '../session/what-if.ts';
import { useSession, useSessionState } from '../session/session.ts';

/** What was changed on this page, beside everything it touches, and the way back. */
export function WhatIfTag(): ReactNode {
  const session = useSession();
  const whatIf = useSessionState((state) => state.settings.whatIf);
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
