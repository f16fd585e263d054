import type { ReactNode } from 'react';
import { dayOf, isoOf } from '../../../skill/analysis/units.ts';
import { formatCounted } from '../../parts/text.ts';
import type { ListedFinding } from '../findings/finding-item.tsx';
import { useSession } from '../../session/session.ts';

/** The one vocabulary of judging: what decisions.json holds, what it is called, and how it is said. */
const judgments = [
  ['rejected', 'Dismiss', 'dismissed'],
  ['snoozed-until', 'Snooze 90 days', 'snoozed for 90 days'],
  ['accepted-risk', 'Accept as risk', 'accepted as risk'],
] as const;

type Verdict = (typeof judgments)[number][0] | 'accepted';

/** Of a single finding a person may also say that they agree. */
const ofOne = [['accepted', 'Agree', 'agreed'], ...judgments] as const;

function verdictOf({ decision }: ListedFinding): Verdict | null {
  return decision === 'snoozed' ? 'snoozed-until' : decision;
}

/** In words, as said of a finding that was judged; null while it was not. */
export function judgmentOf(finding: ListedFinding): string | null {
  return ofOne.find(([verdict]) => verdict === verdictOf(finding))?.[2] ?? null;
}

/** Kept on this page until it is handed back; nothing of it reaches Torii. */
function useJudge(asOf: string): {
  readonly judge: (findings: readonly ListedFinding[], verdict: Verdict) => void;
  readonly takeBack: (finding: ListedFinding) => void;
} {
  const session = useSession();
  return {
    judge(findings, verdict) {
      const until = verdict === 'snoozed-until' ? { until: isoOf(dayOf(asOf) + 90) } : {};
      session.decideAll(findings.map(({ id }) => ({ finding: id, verdict, ...until })));
    },
    takeBack: ({ id }) => session.undecide({ finding: id }),
  };
}

export interface JudgeBarProps {
  readonly chosen: readonly ListedFinding[];
  readonly asOf: string;
  readonly onDone: () => void;
}

/** Judges all that is selected at once. */
export function JudgeBar({ chosen, asOf, onDone }: JudgeBarProps): ReactNode {
  const { judge } = useJudge(asOf);
  return (
    <fieldset className="judge-bar" aria-label="Judge what is selected">
      <output>{formatCounted(chosen.length, 'selected', 'selected')}</output>
      {judgments.map(([verdict, label]) => (
        <button
          key={verdict}
          type="button"
          className="button"
          disabled={chosen.length === 0}
          onClick={() => {
            judge(chosen, verdict);
            onDone();
          }}
        >
          {label}
        </button>
      ))}
      {chosen.length > 0 && (
        <button type="button" className="button button-quiet" onClick={onDone}>
          Select none
        </button>
      )}
    </fieldset>
  );
}

interface JudgmentProps {
  readonly finding: ListedFinding;
  readonly asOf: string;
}

/** One finding judged by itself, and how it was judged. */
export function Judgment({ finding, asOf }: JudgmentProps): ReactNode {
  const { judge, takeBack } = useJudge(asOf);
  const choose = (chosen: string): void => {
    const verdict = ofOne.find(([name]) => name === chosen)?.[0];
    if (verdict === undefined) takeBack(finding);
    else judge([finding], verdict);
  };
  return (
    <label>
      <span className="visually-hidden">{`Judgment: ${finding.action}`}</span>
      <select
        className="choice"
        value={verdictOf(finding) ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">Not judged</option>
        {ofOne.map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
