import { act, cleanup, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseConfiguration, pageClock } from '../../../artifact/session/connection.ts';
import { createSession, type Session } from '../../../artifact/session/store/create-session.ts';
import { useSelector } from '../../../artifact/session/store/use-selector.ts';
import { person } from '../person.ts';
import { settled, show } from '../views/show.tsx';
import { approved, createGate, createHeldStage } from '../stage.ts';

const renders = vi.hoisted(() => ({ Decide: 0, CallLog: 0, ReadingProgress: 0 }));

/** The components as they are, counted. */
function counting<Module extends object>(module: Module, name: keyof typeof renders & keyof Module): Module {
  const Component = module[name] as () => ReactNode;
  const counted = (): ReactNode => {
    renders[name] += 1;
    return Component();
  };
  return { ...module, [name]: counted };
}

vi.mock(import('../../../artifact/views/decide/decide.tsx'), async (load) =>
  counting(await load(), 'Decide'),
);
vi.mock(import('../../../artifact/views/data/call-log.tsx'), async (load) =>
  counting(await load(), 'CallLog'),
);
vi.mock(import('../../../artifact/views/reading-progress.tsx'), async (load) =>
  counting(await load(), 'ReadingProgress'),
);

afterEach(cleanup);

function openSession(): { session: Session; stage: ReturnType<typeof createHeldStage> } {
  const stage = createHeldStage();
  const parsed = parseConfiguration(approved);
  return { session: createSession({ parsed, clock: pageClock, connect: stage.connect }), stage };
}

describe('a component that selects from the state', () => {
  it('renders again only when its selection has changed', async () => {
    const { session } = openSession();
    const phases: string[] = [];
    function Phase(): ReactNode {
      phases.push(useSelector(session, ({ phase }) => phase));
      return null;
    }
    render(<Phase />);
    await act(() => session.load());
    expect(session.getState().calls.length).toBeGreaterThan(2);
    expect(phases).toEqual(['connecting', 'reading', 'ready']);
  });

  it('takes several values for the same while each of them is', async () => {
    const { session } = openSession();
    await session.load();
    const rendered: string[] = [];
    function Pair(): ReactNode {
      const { demo, host } = useSelector(session, (state) => ({ demo: state.demo, host: state.host }));
      rendered.push(`${demo} ${host}`);
      return null;
    }
    render(<Pair />);
    act(() => session.planApp({ appId: 1, action: 'keep' }));
    expect(rendered).toEqual(['false snapshot']);
  });
});

describe('a page that is being read', () => {
  it('renders progress and log again with every call, and the destination only with new figures', async () => {
    const stage = createHeldStage();
    const gate = createGate();
    await show({ configuration: approved, connect: stage.connect });
    const before = { ...renders };
    stage.calls.length = 0;
    stage.hold = (tool) => (tool === 'list_contracts' ? gate.passed : Promise.resolve());
    await person.click(screen.getByRole('button', { name: 'Refresh' }));
    await vi.waitFor(() => expect(stage.calls.map(({ tool }) => tool)).toContain('list_contracts'));
    await vi.waitFor(() => expect(renders.ReadingProgress).toBeGreaterThan(before.ReadingProgress + 1));
    const whileReading = renders.Decide - before.Decide;
    gate.open();
    await screen.findByText(settled);
    // Once for the apps, once for the contracts, once for Torii's own counts; not for each call or page.
    expect(whileReading).toBeLessThanOrEqual(2);
    expect(renders.Decide - before.Decide).toBeLessThanOrEqual(4);
    expect(renders.ReadingProgress - before.ReadingProgress).toBeGreaterThan(renders.Decide - before.Decide);
  });

  it('renders the log again when a call ends, and nothing else of the page', async () => {
    const stage = createHeldStage();
    await show({ configuration: approved, connect: stage.connect }, '#data');
    const before = { ...renders };
    const calls = stage.calls.length;
    await person.click(screen.getByRole('button', { name: 'Refresh' }));
    await vi.waitFor(() => expect(stage.calls.length).toBeGreaterThan(calls + 1));
    await screen.findByText(settled);
    expect(renders.CallLog).toBeGreaterThan(before.CallLog + 1);
    expect(renders.Decide).toBe(before.Decide);
  });
});
