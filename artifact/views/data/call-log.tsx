import type { ReactNode } from 'react';
import type { CallLogEntry } from '../../../skill/torii/bridge.ts';
import { explain } from '../../../skill/torii/failure.ts';
import { formatCount, formatCounted, formatTimeOfDay } from '../../parts/text.ts';
import { Section, Tag } from '../../parts/layout.ts';
import { Table, type Column } from '../../parts/table.ts';
import { useSessionState } from '../../session/session.ts';

type NumberedEntry = CallLogEntry & { readonly number: number };

/** Every call this page made, newest first. */
export function CallLog(): ReactNode {
  const calls = useSessionState((state) => state.calls);
  const isView = useSessionState(({ host }) => host === 'mcp-app');
  if (calls.length === 0) return <Section title="Call log" sentence={isView ? heldSentence : noCall} />;
  const failed = calls.filter(({ outcome }) => outcome !== 'ok').length;
  const outcome = failed === 0 ? 'all were answered' : `${failed} failed`;
  const rows = calls.map((entry, index) => ({ ...entry, number: index + 1 })).toReversed();
  return (
    <Section title="Call log" sentence={`${formatCounted(calls.length, 'call')} by this page; ${outcome}.`}>
      <Table caption="Calls" columns={columns} rows={rows} keyOf={({ number }) => number} first={8} />
    </Section>
  );
}

const noCall = 'This page has made no call yet.';
const heldSentence =
  'This page has called nothing of Torii itself: its records are those that the server holds for this conversation.';

const columns: readonly Column<NumberedEntry>[] = [
  { key: 'tool', header: 'Tool', cell: toolCell, file: ({ tool }) => tool },
  {
    key: 'at',
    header: 'At',
    secondary: true,
    cell: ({ startedAt }) => formatTimeOfDay(startedAt),
    file: ({ startedAt }) => new Date(startedAt).toISOString(),
  },
  { key: 'ms', header: 'ms', numeric: true, cell: ({ ms }) => formatCount(ms), file: ({ ms }) => ms },
  { key: 'outcome', header: 'Outcome', cell: outcomeCell, file: ({ outcome }) => outcome },
];

function toolCell({ tool, wireName, args, excerpt }: NumberedEntry): ReactNode {
  return (
    <details>
      <summary>{tool}</summary>
      <pre>{`${wireName}\n${JSON.stringify(args)}\n${excerpt}`}</pre>
    </details>
  );
}

function outcomeCell({ outcome }: NumberedEntry): ReactNode {
  if (outcome === 'ok') return <Tag tone="good">answered</Tag>;
  return (
    <span title={explain(outcome).sentence}>
      <Tag tone="serious">{outcome.replaceAll('-', ' ')}</Tag>
    </span>
  );
}
