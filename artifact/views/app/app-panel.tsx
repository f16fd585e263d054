/**
 * One app: what it costs, who sits on its seats, when its contracts end, what was found and what to ask
 * for. Looking at it moves no total.
 */
import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { formatCounted } from '../../parts/text.ts';
import { Link } from '../../parts/controls.ts';
import { NoticeBox, Section } from '../../parts/layout.ts';
import { Table } from '../../parts/table.ts';
import { formatRoute } from '../address.ts';
import { contractColumns, contractNameColumn } from '../decide/renewals/contract-columns.tsx';
import { FindingItem } from '../findings/finding-item.tsx';
import { hasRead, Provenance } from '../completeness-badge.tsx';
import { PANEL_TITLE } from '../use-push.ts';
import { Breadcrumb } from './breadcrumb.tsx';
import { RenewalBrief } from './brief.tsx';
import { CostSection, RecordFacts, type AppProps } from './facts.tsx';
import { LicenseLines } from './license-lines.tsx';
import { SeatParts } from './seats.tsx';
import { Users } from './users.tsx';
import { PaidSection } from '../payments/paid-section.tsx';
import { useResults, ResultsContext } from '../page-context.ts';

export function AppPanel({ appId }: { appId: number }): ReactNode {
  const results = useResults();
  const { shown, full, awaited } = results;
  const mayCome = awaited.includes('apps');
  const find = ({ apps }: Analysis): AppProps['app'] | undefined => apps.find(({ id }) => id === appId);
  const own = find(shown);
  const app = own ?? find(full);
  const title = app?.name ?? (mayCome ? `App ${appId}` : 'No such app');
  return (
    <article aria-labelledby={PANEL_TITLE}>
      <Breadcrumb title={title} />
      <h2 id={PANEL_TITLE} className="panel-title" tabIndex={-1}>
        {title}
      </h2>
      {app && (
        <p className="actions">
          <Link
            className="button"
            href={formatRoute({ destination: 'plan', segment: null, parameters: { plan: String(app.id) } })}
          >
            Plan <span className="visually-hidden">{app.name}</span>
          </Link>
        </p>
      )}
      {app ? (
        // An app outside the slice in view is shown whole.
        <ResultsContext value={own ? results : { ...results, shown: full }}>
          <AppSections app={app} />
        </ResultsContext>
      ) : (
        <NoticeBox
          tone="neutral"
          sentence={mayCome ? 'No app read so far has this number.' : 'No listed app has this number.'}
          action={mayCome ? 'More apps are still to come.' : 'It may be hidden, or gone from Torii.'}
        />
      )}
    </article>
  );
}

function AppSections(props: AppProps): ReactNode {
  return (
    <div className="panel-columns">
      <div>
        <RenewalBrief {...props} />
        <Contracts {...props} />
        <Findings {...props} />
      </div>
      <div>
        <SeatParts {...props} />
        <LicenseLines {...props} />
        <Users {...props} />
        <CostSection {...props} />
        <PaidSection {...props} />
        <RecordFacts app={props.app} />
      </div>
    </div>
  );
}

function Contracts({ app }: AppProps): ReactNode {
  const results = useResults();
  const { shown: analysis } = results;
  const contracts = analysis.renewals.filter(({ appId }) => appId === app.id);
  const known =
    contracts.length === 0 ? 'Torii holds no contract for it.' : formatCounted(contracts.length, 'contract');
  return (
    <Section
      title="Contracts"
      sentence={hasRead(results, 'contracts') ? known : 'Unknown: no contract could be read.'}
      provenance={<Provenance sources={['contracts']} />}
    >
      {contracts.length > 0 && (
        <Table
          caption={`Contracts of ${app.name}`}
          columns={[contractNameColumn(true), ...contractColumns(analysis)]}
          rows={contracts}
          keyOf={({ contractId }) => contractId}
        />
      )}
    </Section>
  );
}

function Findings({ app }: AppProps): ReactNode {
  const { shown: analysis } = useResults();
  const findings = analysis.findings.filter(({ appId }) => appId === app.id);
  return (
    <Section
      title="Findings"
      sentence={
        findings.length === 0
          ? 'Nothing was found to consider.'
          : `${formatCounted(findings.length, 'finding')}. Each amount stands alone; they are never added.`
      }
    >
      <ul className="findings">
        {findings.map((finding) => (
          <FindingItem key={finding.id} finding={finding} analysis={analysis} about={app.name} />
        ))}
      </ul>
    </Section>
  );
}
