import type { ReactNode } from 'react';
import { readTools } from '../../../skill/torii/catalog.ts';
import type { GrantedTool } from '../../bridge/bridge.ts';
import { formatCount, formatCounted, formatDate } from '../../parts/text.ts';
import { NoticeBox, Section, Tag } from '../../parts/layout.ts';
import { Table, type Column } from '../../parts/table.ts';
import { useResults } from '../page-context.ts';
import { useSessionState } from '../../session/session.ts';
import { proofRows, type ProofRow } from './proof-rows.ts';

/** Why nothing can have been written: what Torii offers, what this page was granted, what it called. */
export function ReadOnly(): ReactNode {
  const { captured } = useCaptured();
  const granted = useSessionState((state) => state.granted);
  const calls = useSessionState((state) => state.calls);
  const rows = proofRows({ offered: captured?.offered.map(({ name }) => name) ?? null, granted, calls });
  return (
    <Section
      title="Read-only proof"
      sentence={`This page has code for ${readTools.length} read tools and for no other; a name outside that list is refused before any call is made. ${calledSentence(rows, calls.length)}`}
    >
      <WriteTools granted={granted} />
      <Table
        caption="Tools: offered by Torii, granted to this page, called by it"
        columns={columns}
        rows={rows}
        keyOf={({ name }) => name}
        first={40}
      />
      <p className="provenance">
        {captured === null
          ? 'The tools offered by the server were not recorded at set-up.'
          : `Offered: ${formatCounted(captured.offered.length, 'tool')} on ${formatDate(captured.capturedAt)}, at set-up.`}{' '}
        {granted === null
          ? 'This host does not tell a page what it was granted.'
          : `Granted: ${formatCounted(granted.length, 'tool')}.`}
      </p>
    </Section>
  );
}

function useCaptured() {
  return { captured: useResults().mapping.connector.tools ?? null };
}

function calledSentence(rows: readonly ProofRow[], calls: number): string {
  if (calls === 0) return 'It has called none so far.';
  const used = rows.filter((row) => row.calls > 0);
  return used.some(({ isRead }) => !isRead)
    ? 'Its log holds a call to another tool.'
    : `Its log holds ${formatCounted(calls, 'call')} to ${formatCounted(used.length, 'tool')}, all of them read tools.`;
}

const columns: readonly Column<ProofRow>[] = [
  {
    key: 'tool',
    header: 'Tool',
    cell: ({ name, isRead }) =>
      isRead ? (
        name
      ) : (
        <>
          <s>{name}</s> <Tag tone="neutral">refused</Tag>
        </>
      ),
    order: ({ name }) => name,
    file: ({ name, isRead }) => (isRead ? name : `${name} (refused)`),
  },
  {
    key: 'offered',
    header: 'Offered',
    secondary: true,
    lead: 'offered:',
    cell: ({ offered }) => yesNo(offered),
    file: ({ offered }) => yesNo(offered),
  },
  {
    key: 'granted',
    header: 'Granted',
    secondary: true,
    lead: 'granted:',
    cell: ({ granted }) => yesNo(granted),
    file: ({ granted }) => yesNo(granted),
  },
  {
    key: 'calls',
    header: 'Calls',
    numeric: true,
    cell: ({ calls }) => formatCount(calls),
    order: ({ calls }) => calls,
  },
];

function yesNo(value: boolean | null): string {
  if (value === null) return 'not known';
  return value ? 'yes' : 'no';
}

/** A connector may offer actions; that they are there is no sign that they are used. */
function WriteTools({ granted }: { granted: readonly GrantedTool[] | null }): ReactNode {
  const refused = (granted ?? []).filter(({ tool }) => tool === null).map(({ name }) => name);
  if (refused.length === 0) return null;
  return (
    <NoticeBox
      tone="caution"
      sentence="Torii’s connector also offers tools that this page never calls."
      action="Consider setting them to “Blocked” under Customize → Connectors → Torii; that holds for your other chats too."
    >
      <p className="quiet">{refused.join(', ')}</p>
    </NoticeBox>
  );
}
