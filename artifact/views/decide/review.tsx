import { useMemo, type ReactNode } from 'react';
import type { Analysis, FindingType } from '../../../skill/analysis/contract.ts';
import { dayOf, grouped, isoOf } from '../../../skill/analysis/units.ts';
import type { Sheet } from '../../../skill/report/files.ts';
import { useSheets } from '../../parts/table.ts';
import { counted, sentenceCase } from '../../parts/text.ts';
import { FirstFew, Section } from '../../parts/layout.ts';
import { amountCell } from '../figure-columns.tsx';
import { FindingItem, subjectOf, type Finding } from '../findings/finding-item.tsx';
import { Provenance } from '../completeness-badge.tsx';
import { useResults } from '../page-context.ts';
import { useSession } from '../../session/session.ts';

const titles: Partial<Record<FindingType, string>> = {
  'bundle-covered': 'Covered by a suite',
  'unsanctioned-paid': 'Unsanctioned, but paid for',
  'owner-departed': 'Owner has left',
  'price-outlier': 'Price out of line',
  'spend-variance': 'Contract and spend differ',
  'closed-but-paid': 'Closed, but paid for',
  'hidden-but-paid': 'Hidden, but paid for',
  'ended-with-spend': 'Ended, but still spent on',
  'duplicate-suspect': 'Perhaps recorded twice',
  overlap: 'Apps that overlap',
  'over-assigned': 'More seats assigned than bought',
  inactive: 'Unused seats, usage in doubt',
  downgrade: 'Perhaps on too high a tier',
};

/** What only a person can judge, by kind, with what speaks for it and what against. */
export function Review(): ReactNode {
  const { shown: analysis } = useResults();
  const groups = useMemo(() => groupsOf(analysis), [analysis]);
  const open = groups.flatMap(([, findings]) => findings).filter(({ decision }) => decision === null);
  useSheets(() => [sheetOf(groups, analysis)]);
  return (
    <>
      <Section
        title="To judge"
        sentence={
          groups.length === 0
            ? 'Nothing needs a judgment.'
            : `${counted(open.length, 'finding')} to judge, in ${counted(groups.length, 'kind')}. Amounts are what each touches by itself; they are never added and in no total.`
        }
        provenance={<Provenance sources={['apps', 'contracts']} />}
      />
      {groups.map(([type, findings]) => (
        <Section key={type} title={`${titleOf(type)} (${findings.length})`}>
          <ul className="findings">
            <FirstFew
              first={3}
              items={findings.map((finding) => (
                <FindingItem key={finding.id} finding={finding} analysis={analysis} about={null}>
                  <Judgment finding={finding} asOf={analysis.asOf} />
                </FindingItem>
              ))}
            />
          </ul>
        </Section>
      ))}
    </>
  );
}

function titleOf(type: FindingType): string {
  return titles[type] ?? sentenceCase(type.replaceAll('-', ' '));
}

/** The kind with the largest amount first, and the largest first within. Judged items stay, so that they can be judged again. */
function groupsOf({ findings, inputs }: Analysis): [FindingType, Finding[]][] {
  const judged = new Set(inputs.decisions.map(({ id }) => id));
  const bySize = findings
    .filter(({ id, queue }) => queue === 'review' || judged.has(id))
    .toSorted((a, b) => (b.amount ?? -1) - (a.amount ?? -1) || (a.id < b.id ? -1 : 1));
  return [...grouped(bySize, ({ type }) => type)];
}

function sheetOf(groups: readonly (readonly [FindingType, Finding[]])[], analysis: Analysis): Sheet {
  const { currency } = analysis;
  return {
    title: 'To judge',
    header: ['Kind', 'About', 'Consider', `Touches, ${currency} a year`, 'Confidence', 'Judgment'],
    rows: groups.flatMap(([type, findings]) =>
      findings.map((finding) => [
        titleOf(type),
        subjectOf(finding, analysis),
        finding.action,
        amountCell(finding.amount, currency),
        finding.confidence,
        finding.decision,
      ]),
    ),
    notes: ['Each amount stands alone; they are never added and in no total.'],
  };
}

const verdicts = [
  ['accepted', 'agreed'],
  ['rejected', 'rejected'],
  ['accepted-risk', 'accepted as a risk'],
  ['snoozed-until', 'put off 90 days'],
] as const;

interface JudgmentProps {
  readonly finding: Finding;
  readonly asOf: string;
}

/** Kept on this page until it is handed back; nothing of it reaches Torii. */
function Judgment({ finding: { id, action, decision }, asOf }: JudgmentProps): ReactNode {
  const session = useSession();
  const shown = decision === 'snoozed' ? 'snoozed-until' : (decision ?? '');
  const choose = (chosen: string): void => {
    const verdict = verdicts.find(([name]) => name === chosen)?.[0];
    if (verdict === undefined) session.undecide({ finding: id });
    else {
      const until = verdict === 'snoozed-until' ? { until: isoOf(dayOf(asOf) + 90) } : {};
      session.decide({ finding: id, verdict, ...until });
    }
  };
  return (
    <label className="judgment">
      <span className="visually-hidden">{`Judgment: ${action}`}</span>
      <select className="choice" value={shown} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">not judged</option>
        {verdicts.map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
