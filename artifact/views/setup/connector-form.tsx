import { useId, useState, type ReactNode } from 'react';
import { useSession } from '../../session/session.ts';

/**
 * Takes the UUID of the connector or any full tool name and connects with it at once. Not a form
 * element: hosts run pages in sandboxes that block submission.
 */
export function ConnectorForm(): ReactNode {
  const session = useSession();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const connect = (): void => setProblem(session.nameConnector(text));
  return (
    <div>
      <label className="field">
        <span className="field-label">UUID of the Torii connector, or any full name of one of its tools</span>
        <input
          value={text}
          placeholder="mcp__…__list_apps"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : id}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={({ key }) => key === 'Enter' && connect()}
        />
      </label>
      {problem !== null && (
        <p id={id} className="problem" role="alert">
          {problem}
        </p>
      )}
      <p className="actions">
        <button type="button" className="button button-main" onClick={connect}>
          Connect
        </button>
      </p>
    </div>
  );
}
