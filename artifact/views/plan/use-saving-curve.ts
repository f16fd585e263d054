import { useEffect, useState } from 'react';
import type { Analysis, Minor } from '../../../skill/analysis/contract.ts';
import { chooseUtilization, tryWhatIf, withAssumptions, type Trial } from '../../session/what-if.ts';

export interface TriedTarget {
  /** Seats in use ÷ seats held that is aimed at, in percent. */
  readonly target: number;
  /** Minor units a year; null where no app carries seat counts. */
  readonly saving: Minor | null;
}

export const targetRange = { from: 55, to: 100, step: 5 } as const;

/** What was tried, and on what: other figures or another what-if start over. */
interface Tried {
  readonly figures: Analysis;
  readonly key: string;
  readonly targets: readonly TriedTarget[];
}

/** The saving at each target, worked out by the same analysis as every figure, one target a pause. */
export function useSavingCurve(trial: Trial): readonly TriedTarget[] {
  const key = keyOf(trial);
  const figures = trial.results.fullBaseline;
  const [tried, setTried] = useState<Tried>({ figures, key, targets: [] });
  const targets = tried.key === key && tried.figures === figures ? tried.targets : [];
  useEffect(() => {
    const target = targetRange.from + targets.length * targetRange.step;
    if (target > targetRange.to) return undefined;
    const timer = setTimeout(
      () => setTried({ figures, key, targets: [...targets, { target, saving: savingAt(trial, target) }] }),
      0,
    );
    return () => clearTimeout(timer);
  });
  return targets;
}

function savingAt(trial: Trial, target: number): Minor | null {
  const mapped = trial.results.fullBaseline.inputs.config.rightSizing;
  const change = chooseUtilization(target, mapped);
  return tryWhatIf(trial, (whatIf) => withAssumptions(whatIf, change)).totals.hardSavingAnnual;
}

/** The settings that the curve depends on: all but the policy that it goes along. */
function keyOf({ settings: { whatIf, slice, depth, recorded } }: Trial): string {
  const assumptions = { ...whatIf.assumptions, policy: undefined, percent: undefined };
  return JSON.stringify([slice, depth, recorded, { ...whatIf, assumptions }]);
}
