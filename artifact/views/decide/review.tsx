import { useMemo, useState, type ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import type { Sheet } from '../../../skill/report/files.ts';
import { useSheets } from '../../parts/table.ts';
import { formatCompactMoney, formatCounted } from '../../parts/text.ts';
import { FirstFew, Section } from '../../parts/layout.ts';
import { moneyCell } from '../figure-columns.tsx';
import { FilterBar } from '../filter/filter-bar.tsx';
import type { Criterion } from '../filter/filter.ts';
import { useFilter, worthOfRows } from '../filter/use-filter.ts';
import { FindingItem, subjectOf, type ListedFinding } from '../findings/finding-item.tsx';
import { Provenance } from '../completeness-badge.tsx';
import { JudgeBar, Judgment, judgmentOf } from './judging.tsx';
import { kindOf, kindsOf, toJudge, type ReviewKind } from './review-kinds.ts';
import { useResults } from '../page-context.ts';

const fields: readonly Criterion[] = [
  'value',
  'owner',
  'state',
  'category',
  'period',
  'renews',
  'ai',
  'cost',
];

/** What only a person can judge, by kind, with what speaks for it and what against. */
export function Review(): ReactNode {
  const { shown: analysis, awaited } = useResults();
  const findings = useMemo(() => toJudge(analysis), [analysis]);
  const filtered = useFilter('finding', findings);
  const kinds = useMemo(() => kindsOf(filtered.rows), [filtered.rows]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const open = findings.filter(({ decision }) => decision === null).length;
  useSheets(() => [sheetOf(filtered.rows, filtered.notes, analysis)]);
  const select = (ids: readonly string[], on: boolean): void =>
    setChosen(new Set(on ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id))));
  return (
    <>
      <Section
        title="To judge"
        sentence={
          findings.length === 0
            ? `Nothing ${awaited.length > 0 ? 'read so far ' : ''}needs a judgment.`
            : `${formatCounted(open, 'finding')} to judge, in ${formatCounted(kindsOf(findings).length, 'kind')}. Amounts are what each touches by itself; they are never added and in no total.`
        }
        provenance={<Provenance sources={['apps', 'contracts']} />}
      >
        <FilterBar
          filtering={filtered}
          fields={fields}
          noun={['finding', 'findings']}
          worthWords="in apps that cost"
        />
        {/* Judges what is selected and still in sight. */}
        <JudgeBar
          chosen={filtered.rows.filter(({ id }) => chosen.has(id))}
          asOf={analysis.asOf}
          onDone={() => setChosen(new Set())}
        />
      </Section>
      {kinds.map((kind) => (
        <Kind key={kind.title} kind={kind} chosen={chosen} onSelect={select} />
      ))}
    </>
  );
}

interface KindProps {
  readonly kind: ReviewKind;
  readonly chosen: ReadonlySet<string>;
  readonly onSelect: (ids: readonly string[], on: boolean) => void;
}

function Kind({ kind: { title, findings }, chosen, onSelect }: KindProps): ReactNode {
  const { shown: analysis } = useResults();
  const worth = worthOfRows('finding', findings, analysis);
  const money =
    worth === 0 ? '' : `${formatCompactMoney(worth, analysis.currency)} a year in the apps concerned. `;
  const ids = findings.map(({ id }) => id);
  return (
    <Section title={`${title} (${findings.length})`} sentence={money}>
      {ids.length > 1 && (
        <label className="select-all">
          <input
            type="checkbox"
            checked={ids.every((id) => chosen.has(id))}
            onChange={({ currentTarget }) => onSelect(ids, currentTarget.checked)}
          />{' '}
          Select all<span className="visually-hidden">: {title}</span>
        </label>
      )}
      <ul className="findings">
        <FirstFew
          first={3}
          items={findings.map((finding) => (
            <FindingItem key={finding.id} finding={finding} analysis={analysis} about={null}>
              <div className="judgment">
                <Select
                  finding={finding}
                  isChosen={chosen.has(finding.id)}
                  onSelect={(on) => onSelect([finding.id], on)}
                />
                <Judgment finding={finding} asOf={analysis.asOf} />
              </div>
            </FindingItem>
          ))}
        />
      </ul>
    </Section>
  );
}

interface SelectProps {
  readonly finding: ListedFinding;
  readonly isChosen: boolean;
  readonly onSelect: (on: boolean) => void;
}

function Select({ finding, isChosen, onSelect }: SelectProps): ReactNode {
  const { shown: analysis } = useResults();
  return (
    <label>
      <input
        type="checkbox"
        checked={isChosen}
        onChange={({ currentTarget }) => onSelect(currentTarget.checked)}
      />{' '}
      Select
      <span className="visually-hidden">{` ${subjectOf(finding, analysis)}: ${finding.action}`}</span>
    </label>
  );
}

function sheetOf(findings: readonly ListedFinding[], notes: readonly string[], analysis: Analysis): Sheet {
  const { currency } = analysis;
  return {
    title: 'To judge',
    header: ['Kind', 'About', 'Consider', `Touches, ${currency} a year`, 'Confidence', 'Judgment'],
    rows: kindsOf(findings)
      .flatMap((kind) => kind.findings)
      .map((finding) => [
        kindOf(finding),
        subjectOf(finding, analysis),
        finding.action,
        moneyCell(finding.amount, currency),
        finding.confidence,
        judgmentOf(finding),
      ]),
    notes: [...notes, 'Each amount stands alone; they are never added and in no total.'],
  };
}
