import type { ReactNode } from 'react';
import { readTools } from '../../../skill/torii/catalogue.ts';
import { counted } from '../../parts/count.ts';
import { date } from '../../parts/date.ts';
import { Section } from '../../parts/section.tsx';
import { calledTools } from '../../bridge/called-tools.ts';
import type { GrantedTool } from '../../bridge/granted.ts';
import type { Picture } from '../../session/state.ts';
import type { ViewProps } from '../view-props.ts';

/** Why nothing can have been written, from three sides: the code, the grant and the calls made. */
export function ReadOnly({ state, picture }: ViewProps): ReactNode {
  return (
    <Section
      title="Read-only proof"
      sentence={`This page has code for ${readTools.length} read tools and for no other; a name outside that list is refused before any call is made.`}
    >
      <dl className="pairs">
        <dt>Calls made</dt>
        <dd>{counted(state.calls.length, 'call')}, all to read tools</dd>
        <dt>Tools used</dt>
        <dd>{calledTools.join(', ')}</dd>
        <dt>Within its reach</dt>
        <dd>{grantSentence(state.granted)}</dd>
        <dt>Offered at set-up</dt>
        <dd>{offeredSentence(picture)}</dd>
      </dl>
    </Section>
  );
}

function grantSentence(granted: readonly GrantedTool[] | null): string {
  if (granted === null) return 'This host does not tell a page what it was granted.';
  const refused = granted.filter(({ tool }) => tool === null).map(({ name }) => name);
  const reach = counted(granted.length, 'tool');
  if (refused.length === 0) return `${reach}, all of them read tools.`;
  return `${reach}, of which this page refuses to call: ${refused.join(', ')}. Consider blocking them in Claude.`;
}

function offeredSentence({ mapping }: Picture): string {
  const captured = mapping.connector.tools;
  if (!captured) return 'The tools offered by the server were not recorded at set-up.';
  return `${counted(captured.offered.length, 'tool')} recorded on ${date(captured.capturedAt)}.`;
}
