import { useState, type ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { counted } from '../../parts/count.ts';
import { Section } from '../../parts/section.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { AppLink } from '../app/app-link.tsx';
import { moneyColumn } from '../figure-columns.tsx';
import { Provenance } from '../standing.tsx';
import type { DestinationProps } from '../view-props.ts';
import { PlanEditor } from './plan-editor.tsx';
import { takeBackOf } from './take-back.ts';
import { planRows, planWords, type PlanRow } from './plan-rows.ts';
import type { Session } from '../../session/session.ts';
import type { Lens } from '../../session/lens.ts';

/** The plan of every app it changes, and the acts of a person on it. */
export function AppsPlan(props: DestinationProps): ReactNode {
  const { session, state, picture } = props;
  const [chosen, setChosen] = useState<number | null>(null);
  const rows = planRows(picture.analysis);
  return (
    <Section
      title="Plan per app"
      sentence={sentenceOf(rows)}
      provenance={<Provenance state={state} sources={['apps', 'contracts']} />}
    >
      <PlanEditor {...props} chosen={chosen} onChoose={setChosen} />
      {rows.length > 0 && (
        <Table
          caption="Plan per app, largest saving first"
          columns={columnsFor(picture.analysis, session, state.lens, setChosen)}
          rows={rows}
          keyOf={({ appId }) => appId}
        />
      )}
    </Section>
  );
}

function sentenceOf(rows: readonly PlanRow[]): string {
  if (rows.length === 0) return 'Nothing is proposed and nothing has been planned. Choose an app to plan it.';
  const accepted = rows.filter(({ source }) => source === 'person').length;
  const proposed = rows.length - accepted;
  return `The rules propose to right-size ${counted(proposed, 'app')}; ${accepted === 0 ? 'nobody has accepted or changed anything yet' : `a person has accepted or changed ${counted(accepted, 'app')}`}.`;
}

function columnsFor(
  analysis: Analysis,
  session: Session,
  lens: Lens,
  choose: (appId: number) => void,
): Column<PlanRow>[] {
  const { currency } = analysis;
  return [
    {
      key: 'name',
      header: 'App',
      cell: ({ appId, name }) => <AppLink id={appId}>{name}</AppLink>,
      order: ({ name }) => name,
    },
    {
      key: 'what',
      header: 'Consider',
      lead: '',
      secondary: true,
      cell: ({ entry }) => planWords(entry, analysis),
      file: ({ entry }) => planWords(entry, analysis),
    },
    {
      key: 'source',
      header: 'Source',
      lead: '',
      secondary: true,
      cell: ({ source }) =>
        source === 'person' ? <Tag tone="good">accepted</Tag> : <Tag tone="neutral">proposed</Tag>,
      order: ({ source }) => source,
      file: ({ source }) => (source === 'person' ? 'accepted' : 'proposed'),
    },
    {
      key: 'acts',
      header: 'Decide',
      lead: '',
      secondary: true,
      cell: (row) => <Acts row={row} session={session} lens={lens} onChange={() => choose(row.appId)} />,
    },
    moneyColumn(currency, {
      key: 'cost',
      header: `Today, ${currency} a year`,
      lead: 'today',
      secondary: true,
      of: ({ cost }) => cost,
      complete: ({ costComplete }) => costComplete,
      unknown: 'The cost of the app is unknown.',
      fact: ({ appId }) => `app/${appId}/costAnnual`,
    }),
    moneyColumn(currency, {
      key: 'saving',
      header: `Saving, ${currency} a year`,
      of: ({ saving }) => saving,
      unknown: 'The cost of the app is unknown.',
      fact: ({ appId }) => `app/${appId}/hardSavingAnnual`,
    }),
  ];
}

interface ActsProps {
  readonly row: PlanRow;
  readonly session: Session;
  readonly lens: Lens;
  readonly onChange: () => void;
}

function Acts({ row, session, lens, onChange }: ActsProps): ReactNode {
  const { appId, name, source } = row;
  const act = (label: string, run: () => void): ReactNode => (
    <button type="button" className="button button-quiet" onClick={run}>
      {label}
      <span className="visually-hidden"> {name}</span>
    </button>
  );
  const takeBack = takeBackOf(appId, lens, session);
  return (
    <span className="acts">
      {source === 'rules' && act('Accept', () => session.planApp({ appId, action: 'keep' }))}
      {source === 'rules' && act('Reject', () => session.decide({ appId, verdict: 'rejected' }))}
      {act('Change', onChange)}
      {takeBack && act(takeBack.label, takeBack.run)}
    </span>
  );
}
