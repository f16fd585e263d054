import { useId, useState, type ReactNode } from 'react';
import type { Problem } from '../../../skill/mapping/mapping.ts';
import { NoticeBox, Section } from '../../parts/layout.ts';
import { chosenRun } from '../../session/past-runs.ts';
import { useSession, useSessionState } from '../../session/session.ts';
import { useResults } from '../page-context.ts';

/** A snapshot, a baseline or a record of the history by hand; it stays on this page and is sent nowhere. */
export function ChooseRun(): ReactNode {
  const id = useId();
  const session = useSession();
  const results = useResults();
  const chosen = useSessionState((state) => state.chosenRun);
  const [problem, setProblem] = useState<Problem | null>(null);
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const read = chosenRun(file.name, await file.text(), results);
    setProblem(read.ok ? null : read.problem);
    if (read.ok) session.compareWith(read.chosen);
  };
  return (
    <Section title="Compare with another run">
      <label className="field" htmlFor={id}>
        <span className="field-label">Snapshot, baseline.json or a file of history/</span>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          onChange={({ target }) => void choose(target.files?.[0])}
        />
      </label>
      <p className="quiet">The file stays on this page: it is read here and sent nowhere.</p>
      {problem && (
        <NoticeBox
          tone="caution"
          sentence={`This file cannot be compared with: ${problem.path}: ${problem.message}`}
          action={problem.remedy}
        />
      )}
      {chosen && <BackToLastRun />}
    </Section>
  );
}

function BackToLastRun(): ReactNode {
  const session = useSession();
  return (
    <p className="actions">
      <button type="button" className="button" onClick={() => session.compareWith(null)}>
        Compare with the last run again
      </button>
    </p>
  );
}
