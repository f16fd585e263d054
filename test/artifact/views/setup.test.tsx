import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Connect } from '../../../artifact/session/reading/connect.ts';
import { calledTools } from '../../../skill/torii/tools/called-tools.ts';
import { failure } from '../../../skill/torii/base/failure.ts';
import { createStage } from '../fetched-stage.ts';
import { approved } from '../stage.ts';
import { settled, show } from './show.tsx';
import { fill, person } from '../person.ts';

const noHost: Connect = () => Promise.resolve({ need: { kind: 'no-host' } });
const throwing: Connect = () => Promise.reject(new Error('bridge exploded'));

describe('set-up', () => {
  it('says what is missing outside Claude and offers the demo', async () => {
    const { connect } = createStage();
    await show({ configuration: approved, connect: noHost, demo: connect });
    expect(screen.getByRole('main')).toHaveTextContent('This page is open outside Claude');
    await person.click(screen.getByRole('button', { name: 'Show the demo' }));
    await screen.findByText('Annual baseline');
    expect(screen.getByText('Demo data')).toBeVisible();
  });

  it('names a way to the demo where the page carries none', async () => {
    await show({ configuration: approved, connect: noHost });
    expect(screen.queryByRole('button', { name: 'Show the demo' })).not.toBeInTheDocument();
    expect(screen.getByRole('main')).toHaveTextContent('demo.html');
  });

  it('gives the sentence to say when the grant list is empty, and does not ask for a name', async () => {
    const stage = createStage();
    stage.faults.list_apps = failure(
      'not-granted',
      'list_apps',
      'not in this artifact’s mcp_tools allowlist',
    );
    const connect: Connect = async (options) => ({
      ...(await stage.connect(options)),
      receipt: { tools: [], servers: [] },
    });
    await show({ configuration: approved, connect });
    const sentence = screen.getByLabelText('Say this to Claude, in a local session');
    for (const tool of calledTools) expect((sentence as HTMLTextAreaElement).value).toContain(tool);
    expect(screen.queryByRole('textbox', { name: /UUID/ })).not.toBeInTheDocument();
  });

  it.each(['blocked', 'not-connected'] as const)(
    'has the request to the administrator written where that may help: %s',
    async (kind) => {
      const stage = createStage();
      stage.faults.list_apps = failure(kind, 'list_apps', 'no');
      await show({ configuration: approved, connect: stage.connect });
      const box = screen.getByLabelText<HTMLTextAreaElement>(/If your organization blocks it/);
      expect(box.value).toMatch(/one-page request to our administrator.*tools to allow and to block/);
    },
  );

  it('takes a full tool name and connects with it', async () => {
    const stage = createStage();
    stage.faults.list_apps = failure('not-connected', 'list_apps', 'no such server');
    const connect = vi.fn<Connect>(stage.connect);
    await show({ configuration: approved, connect });
    delete stage.faults.list_apps;
    const name = 'mcp__0a1b2c3d-1111-4222-8333-444455556666__list_apps';
    await fill(screen.getByRole('textbox', { name: /UUID/ }), name);
    await person.click(screen.getByRole('button', { name: 'Connect' }));
    await screen.findByText('Annual baseline');
    expect(connect.mock.lastCall?.[0].configuration.connector).toBe(name);
  });

  it('says why a name is none, and keeps what was typed', async () => {
    const stage = createStage();
    stage.faults.list_apps = failure('not-connected', 'list_apps', 'no such server');
    await show({ configuration: approved, connect: stage.connect });
    const field = screen.getByRole('textbox', { name: /UUID/ });
    await fill(field, 'https://api.toriihq.com/mcp');
    await person.keyboard('{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('address');
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(field).toHaveValue('https://api.toriihq.com/mcp');
  });

  it('finds a host that appears later when asked to try again', async () => {
    const { connect } = createStage();
    const connects = vi.fn<Connect>().mockImplementationOnce(noHost).mockImplementation(connect);
    await show({ configuration: approved, connect: connects });
    await person.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('Annual baseline');
  });

  it('says what a throwing host said', async () => {
    await show({ configuration: approved, connect: throwing });
    expect(screen.getByRole('main')).toHaveTextContent('bridge exploded');
  });
});

describe('a configuration that does not hold', () => {
  const { connect } = createStage();

  it.each([
    ['an unknown key', { conector: 'x' }, 'conector'],
    ['a name that is none', { connector: 'https://x' }, 'connector'],
    ['a date that does not exist', { asOf: '2026-02-30' }, 'asOf'],
    ['text instead of JSON', 'connector: x', 'configuration'],
    ['a mapping without fields', { mapping: { schemaVersion: 1 } }, 'mapping.'],
  ])('%s: names the key and the remedy', async (_, configuration, path) => {
    await show({ configuration, connect });
    expect(screen.getByRole('main')).toHaveTextContent(/The configuration of this page has \d+ problems?\./);
    expect(screen.getByRole('main')).toHaveTextContent(path);
    expect(screen.queryByText('Annual baseline')).not.toBeInTheDocument();
  });

  it('can be left aside for a draft', async () => {
    await show({ configuration: { mapping: { schemaVersion: 2 } }, connect });
    await person.click(screen.getByRole('button', { name: 'Go on with a draft' }));
    await screen.findByText(settled);
    await screen.findByText('Annual baseline');
    expect(screen.getAllByText('draft mapping').length).toBeGreaterThan(0);
  });
});
