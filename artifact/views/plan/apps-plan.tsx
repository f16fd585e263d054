import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { formatCounted } from '../../parts/text.ts';
import { Section, Tag } from '../../parts/layout.ts';
import { Table, type Column } from '../../parts/table.ts';
import { AppLink } from '../app/app-link.tsx';
import { moneyColumn } from '../figure-columns.tsx';
import { Provenance } from '../completeness-badge.tsx';
import { PlanEditor } from './plan-editor.tsx';
import { useTakeBack } from './use-take-back.ts';
import { planRows, planWords, type PlanRow } from './plan-rows.ts';
import { useResults, useRoute, useRouter } from '../page-context.ts';
import { withParameters } from '../router.ts';
import { useSession } from '../../session/session.ts';

/** The plan of every app it changes, and the acts of a person on it. */
export function AppsPlan(): ReactNode {
  const results = useResults();
  const [chosen, setChosen] = useChosenApp();
  const rows = planRows(results.shown);
  return (
    <Section
      title="Plan per app"
      sentence={sentenceOf(rows)}
      provenance={<Provenance sources={['apps', 'contracts']} />}
    >
      <PlanEditor chosen={chosen} onChoose={setChosen} />
      {rows.length > 0 && (
        <Table
          caption="Plan per app, largest saving first"
          columns={columnsFor(results.shown, setChosen)}
          rows={rows}
          keyOf={({ appId }) => appId}
        />
      )}
    </Section>
  );
}

/** The app being planned is kept in the address, so that any place of the page can lead to its plan. */
function useChosenApp(): [number | null, (appId: number | null) => void] {
  const router = useRouter();
  const { plan } = useRoute().parameters;
  const choose = (appId: number | null): void =>
    router.replace(withParameters(router.getRoute(), { plan: appId === null ? null : String(appId) }));
  return [plan === undefined ? null : Number(plan), choose];
}

function sentenceOf(rows: readonly PlanRow[]): string {
  if (rows.length === 0) return 'Nothing is proposed and nothing has been planned. Choose an app to plan it.';
  const accepted = rows.filter(({ source }) => source === 'person').length;
  const proposed = rows.length - accepted;
  return `The rules propose to right-size ${formatCounted(proposed, 'app')}; ${accepted === 0 ? 'nobody has accepted or changed anything yet' : `a person has accepted or changed ${formatCounted(accepted, 'app')}`}.`;
}

function columnsFor(analysis: Analysis, choose: (appId: number) => void): Column<PlanRow>[] {
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
      cell: (row) => <Acts row={row} onChange={() => choose(row.appId)} />,
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
  readonly onChange: () => void;
}

function Acts({ row, onChange }: ActsProps): ReactNode {
  const session = useSession();
  const { appId, name, source } = row;
  const act = (label: string, run: () => void): ReactNode => (
    <button type="button" className="button button-quiet" onClick={run}>
      {label}
      <span className="visually-hidden"> {name}</span>
    </button>
  );
  const takeBack = useTakeBack(appId);
  return (
    <span className="acts">
      {source === 'rules' && act('Accept', () => session.planApp({ appId, action: 'keep' }))}
      {source === 'rules' && act('Reject', () => session.decide({ appId, verdict: 'rejected' }))}
      {act('Change', onChange)}
      {takeBack && act(takeBack.label, takeBack.run)}
    </span>
  );
}
