/** Set-up: what is missing between this page and Torii, and the one act that brings it. */
import type { ReactNode } from 'react';
import { actionSentence, explain, type FailureKind, type ToolFailure } from '../../../skill/torii/failure.ts';
import { parseConfiguredName, calledTools } from '../../../skill/torii/catalog.ts';
import { PromptBox } from '../../parts/controls.ts';
import { ConnectorForm } from './connector-form.tsx';
import { useSession, useSessionState } from '../../session/session.ts';
import type { Receipt } from '../../bridge/bridge.ts';

export interface SetupProps {
  /** Why the list of apps could not be read; null when no host was found at all. */
  readonly failure: ToolFailure | null;
}

export function Setup({ failure }: SetupProps): ReactNode {
  const session = useSession();
  const { receipt, host } = useSessionState((state) => ({ receipt: state.receipt, host: state.host }));
  return (
    <div className="setup">
      {failure === null ? <NoHost /> : <NoReach failure={failure} />}
      {failure !== null && host !== 'mcp-app' && mayBeNamed(failure, receipt) && <ConnectorForm />}
      <Retry />
      {session.showDemo === null && <DemoHint />}
    </div>
  );
}

/** Another name may cure these; an empty grant list or a missing permission it cannot. */
function mayBeNamed({ kind }: ToolFailure, receipt: Receipt | null): boolean {
  if (kind === 'not-granted') return receipt?.tools.length !== 0;
  return kind === 'not-connected' || kind === 'not-torii' || kind === 'not-offered';
}

function NoHost(): ReactNode {
  const need = useSessionState((state) => state.need);
  return (
    <>
      <h2>This page is open outside Claude, so it cannot reach Torii.</h2>
      <p>
        It reads Torii through the connector of the person who looks at it, and only Claude can offer that
        connection. Nothing is stored in the page, so there is nothing to show here yet.
      </p>
      {need?.kind === 'host-threw' && <p className="quiet">The host said: {need.message}</p>}
      <PromptBox label="Say this to Claude, with the page attached" text={publishSentence(null)} />
    </>
  );
}

function NoReach({ failure }: { failure: ToolFailure }): ReactNode {
  const receipt = useSessionState((state) => state.receipt);
  const granted = receipt?.tools ?? [];
  return (
    <>
      <h2>{explain(failure.kind).sentence}</h2>
      <p>{actionSentence(failure.action)}</p>
      {failure.message !== '' && <p className="quiet">Detail: {failure.message}</p>}
      {needsAdministrator.includes(failure.kind) && (
        <PromptBox label="If your organization blocks it, say this to Claude" text={REQUEST} />
      )}
      {failure.kind === 'not-granted' && (
        <>
          <p>
            {granted.length === 0
              ? 'The grant list of this page is empty. '
              : `The grant list of this page holds ${granted.length} other tools. `}
            A grant is given when the page is published and cannot be added from inside it.
          </p>
          <PromptBox
            label="Say this to Claude, in a local session"
            text={publishSentence(prefixOf(granted))}
          />
        </>
      )}
    </>
  );
}

/** What somebody else may have to allow. */
const needsAdministrator: readonly FailureKind[] = [
  'blocked',
  'denied',
  'not-connected',
  'other-name',
  'not-offered',
];

const REQUEST =
  'Write the one-page request to our administrator for the SaaS rationalization dashboard: the connector and its address, sign-in, the tools to allow and to block, where data flows, and the smallest Torii role that is enough.';

/** The prefix that a granted tool carries, so that the sentence can name whole tools. */
function prefixOf([tool]: readonly string[]): string | null {
  const name = tool === undefined ? null : parseConfiguredName(tool);
  return name?.ok ? name.prefix : null;
}

function publishSentence(prefix: string | null): string {
  const tools = calledTools.map((tool) => (prefix ?? '') + tool).join(', ');
  return `Publish the SaaS rationalization dashboard from this local session and grant it these read tools of my Torii connector, and no others: ${tools}.`;
}

function Retry(): ReactNode {
  const session = useSession();
  const { showDemo } = session;
  return (
    <div className="actions retry">
      <button type="button" className="button" onClick={() => void session.refresh()}>
        Try again
      </button>
      {showDemo && (
        <button type="button" className="button" onClick={() => void showDemo()}>
          Show the demo
        </button>
      )}
    </div>
  );
}

function DemoHint(): ReactNode {
  return (
    <p className="quiet">
      To see the dashboard on invented data, say “Show me the demo of the SaaS rationalization dashboard” to
      Claude, or open demo.html.
    </p>
  );
}
