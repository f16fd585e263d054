/** Over time: baseline, planned and verified savings from run to run, and what changed since one of them. */
import '../../theme/over-time.css';
import type { ReactNode } from 'react';
import { ChangesSinceRun } from './changes-since-run.tsx';
import { ChooseRun } from './choose-run.tsx';
import { RunsChart } from './runs-chart.tsx';

export function OverTime(): ReactNode {
  return (
    <>
      <RunsChart />
      <ChangesSinceRun />
      <ChooseRun />
    </>
  );
}
