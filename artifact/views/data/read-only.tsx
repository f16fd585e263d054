import type { ReactNode } from 'react';
import { readTools, calledTools } from '../../../skill/torii/catalog.ts';
import { admit } from '../../../skill/torii/bridge.ts';
import type { GrantedTool } from '../../bridge/bridge.ts';
import { counted, date } from '../../parts/text.ts';
import { Notice, Section } from '../../parts/layout.ts';
import type { Results } from '../../session/state.ts';
import { useResults } from '../page-context.ts';
import { useSessionState } from '../../session/session.ts';

/** Why nothing can have been written, from three sides: the code, the grant and the calls made. */
export function ReadOnly(): ReactNode {
  const results = useResults();
  const granted = useSessionState((state) => state.granted);
  const calls = useSessionState((state) => state.calls.length);
  return (
    <Section
      title="Read-only proof"
      sentence={`This page has code for ${readTools.length} read tools and for no other; a name outside that list is refused before any call is made.`}
    >
      <WriteTools granted={granted} />
      <dl className="pairs">
        <dt>Calls made</dt>
        <dd>{counted(calls, 'call')}, all to read tools</dd>
        <dt>Tools used</dt>
        <dd>{calledTools.join(', ')}</dd>
        <dt>Within its reach</dt>
        <dd>{grantSentence(granted)}</dd>
        <dt>Offered at set-up</dt>
        <dd>{offeredSentence(results)}</dd>
      </dl>
    </Section>
  );
}

function grantSentence(granted: readonly GrantedTool[] | null): string {
  if (granted === null) return 'This host does not tell a page what it was granted.';
  const refused = refusedIn(granted);
  const reach = counted(granted.length, 'tool');
  return refused.length === 0
    ? `${reach}, all of them read tools.`
    : `${reach}, of which this page refuses to call ${refused.length}.`;
}

function refusedIn(granted: readonly GrantedTool[]): string[] {
  return granted.filter(({ tool }) => tool === null).map(({ name }) => name);
}

/** A connector may offer actions; that they are there is no sign that they are used. */
function WriteTools({ granted }: { granted: readonly GrantedTool[] | null }): ReactNode {
  const refused = refusedIn(granted ?? []);
  if (refused.length === 0) return null;
  return (
    <Notice
      tone="caution"
      sentence="Torii’s connector also offers tools that this page never calls."
      action="Consider setting them to “Blocked” under Customize → Connectors → Torii; that holds for your other chats too."
    >
      <p className="quiet">{refused.join(', ')}</p>
    </Notice>
  );
}

/** The list that set-up recorded, judged by the guard of this page. */
function offeredSentence({ mapping }: Results): string {
  const captured = mapping.connector.tools;
  if (!captured) return 'The tools offered by the server were not recorded at set-up.';
  const refused = captured.offered.map(({ name }) => name).filter((name) => !admit(name, {}).ok);
  const listed = `${counted(captured.offered.length, 'tool')} on ${date(captured.capturedAt)}`;
  return refused.length === 0
    ? `${listed}, all of them read tools.`
    : `${listed}; ${refused.length} of them this page would refuse: ${refused.join(', ')}.`;
}
