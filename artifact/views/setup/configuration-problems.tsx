import type { ReactNode } from 'react';
import { formatCounted } from '../../parts/text.ts';
import { useSession, useSessionState } from '../../session/session.ts';

/** A configuration that does not hold: every problem with its place, cause and remedy. */
export function ConfigurationProblems(): ReactNode {
  const session = useSession();
  const problems = useSessionState((state) => state.problems);
  return (
    <div className="setup">
      <h2>The configuration of this page has {formatCounted(problems.length, 'problem')}.</h2>
      <p>Correct the block at the top of the page, or go on without it on a discovered draft mapping.</p>
      <ul className="notices section">
        {problems.map(({ path, message, remedy }) => (
          <li key={path + message} className="notice notice-serious">
            <code>{path}</code>
            <p>
              <strong>{message}</strong> {remedy}
            </p>
          </li>
        ))}
      </ul>
      <div className="actions">
        <button type="button" className="button button-main" onClick={() => void session.proceedWithDraft()}>
          Go on with a draft
        </button>
      </div>
    </div>
  );
}
