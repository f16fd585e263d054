import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { AuditNotice } from '../../../artifact/views/audit-notice.tsx';
import { SessionContext } from '../../../artifact/session/session.ts';
import { parseConfiguration, pageClock } from '../../../artifact/session/connection.ts';
import { createSession, type Session } from '../../../artifact/session/store/create-session.ts';
import type { Analysis } from '../../../skill/analysis/base/contract.ts';
import { createStage } from '../fetched-stage.ts';
import { approved, createGate } from '../stage.ts';

afterEach(cleanup);

type Audit = Analysis['selfAudit'];

/** A session that has read everything, or one whose contracts are still awaited. */
async function sessionOn(
  waits: boolean,
): Promise<{ session: Session; analysis: Analysis; end: () => Promise<void> }> {
  const stage = createStage();
  const gate = createGate();
  if (waits) stage.hold = (tool) => (tool === 'list_contracts' ? gate.passed : Promise.resolve());
  const parsed = parseConfiguration(approved);
  const session = createSession({ parsed, clock: pageClock, connect: stage.connect });
  const done = session.load();
  await expect.poll(() => session.getState().results).not.toBeNull();
  if (!waits) await done;
  const { results } = session.getState();
  if (results === null) throw new Error('Nothing was read.');
  const end = async (): Promise<void> => {
    gate.open();
    await done;
  };
  return { session, analysis: results.shown, end };
}

function notice(session: Session, analysis: Analysis) {
  return (
    <SessionContext value={session}>
      <AuditNotice analysis={analysis} />
    </SessionContext>
  );
}

/** The analysis with another audit, and how often that was asked for. */
function auditedAs(analysis: Analysis, audit: Audit): { analysis: Analysis; reads: () => number } {
  let reads = 0;
  const watched = Object.defineProperty({ ...analysis }, 'selfAudit', {
    get: () => {
      reads += 1;
      return audit;
    },
  });
  return { analysis: watched, reads: () => reads };
}

describe('the audit notice', () => {
  const held = { check: 'Slices sum to the baseline', ok: true, detail: 'Holds.' };
  const broken = { check: 'Control totals agree', ok: false, detail: 'Torii counts 41 apps, we read 40.' };

  it('names the check that does not hold, above everything else', async () => {
    const { session, analysis } = await sessionOn(false);
    render(notice(session, auditedAs(analysis, [held, broken]).analysis));
    expect(await screen.findByRole('alert')).toHaveTextContent('Torii counts 41 apps, we read 40.');
    expect(screen.getByRole('alert')).not.toHaveTextContent(held.check);
  });

  it('is silent while all of them hold', async () => {
    const { session, analysis } = await sessionOn(false);
    const watched = auditedAs(analysis, [held]);
    const { container } = render(notice(session, watched.analysis));
    await expect.poll(watched.reads).toBe(1);
    expect(container.innerHTML).toBe('');
  });

  it('has nothing audited before the figures are painted, nor while they are still being read', async () => {
    const { session, analysis, end } = await sessionOn(true);
    const watched = auditedAs(analysis, [broken]);
    render(notice(session, watched.analysis));
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(watched.reads()).toBe(0);
    await act(end);
    expect(await screen.findByRole('alert')).toHaveTextContent(broken.detail);
  });

  it('keeps what it said until the audit of the next figures is known', async () => {
    const { session, analysis } = await sessionOn(false);
    const { rerender } = render(notice(session, auditedAs(analysis, [broken]).analysis));
    await screen.findByRole('alert');
    rerender(notice(session, auditedAs(analysis, [held]).analysis));
    expect(screen.queryByRole('alert')).toBeInTheDocument();
    await expect.poll(() => screen.queryByRole('alert')).toBeNull();
  });
});
