import type { ReactNode } from 'react';
import { PromptBox } from '../../parts/controls.ts';
import { isSnapshot } from '../../session/state.ts';
import { useSessionState } from '../../session/session.ts';

/** Who will see what, said before anything is shared; a page cannot publish itself. */
export function Sharing(): ReactNode {
  if (useSessionState(isSnapshot)) {
    return <p className="quiet">This page is a snapshot: anyone who has it sees the same, without Torii.</p>;
  }
  return (
    <section aria-labelledby="sharing">
      <h2 id="sharing">Before you share this page</h2>
      <dl className="pairs">
        <dt>Live</dt>
        <dd>
          Anyone who opens it needs Torii connected to their own Claude, and sees what their own Torii role
          shows.
        </dd>
        <dt>Snapshot</dt>
        <dd>
          Today’s figures, dated and watermarked: no names, no people, no grant. Anyone who has it can read
          it.
        </dd>
      </dl>
      <PromptBox
        label="For a snapshot, say this to Claude"
        text="Make a snapshot of the SaaS rationalization dashboard: today’s records without people, dated and watermarked, published without any grant. Show me what it contains before you publish it."
      />
    </section>
  );
}
