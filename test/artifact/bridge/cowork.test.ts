import { describe, expect, test, vi } from 'vitest';
import { coworkBridge, type CoworkSettings } from '../../../artifact/bridge/hosts/cowork.ts';
import { grantedTools } from '../../../artifact/bridge/base/granted.ts';
import { manualClock } from './manual-clock.ts';

const uuid = 'mcp__3f2b8c1e-0a4d-4c57-9b7e-2d9f6a1c8e42__';
const slug = 'mcp__torii__';
const apps = { content: [{ type: 'text', text: '{"apps":[{"id":1}],"total":1}' }] };
const refused = (text: string) => ({ content: [{ type: 'text', text }], isError: true });
const both = [uuid, slug].flatMap((prefix) => [`${prefix}list_apps`, `${prefix}list_contracts`]);

function opened(settings: Partial<CoworkSettings>, answer: (name: string) => unknown = () => apps) {
  const callMcpTool = vi.fn<(name: string) => Promise<unknown>>(async (name) => answer(name));
  const clock = manualClock();
  const bridge = coworkBridge({
    cowork: { callMcpTool },
    clock,
    prefix: null,
    connectorName: 'Torii',
    receipt: null,
    ...settings,
  });
  const names = (): string[] => callMcpTool.mock.calls.map(([name]) => name);
  return { bridge, clock, names };
}

const granting = (...tools: string[]) => ({ receipt: { tools, servers: [] } });

describe('the connector of a live artifact', () => {
  test.each([uuid, slug])('is found in the receipt under %s', async (prefix) => {
    const { bridge, names } = opened(granting(`mcp__mail__send`, `${prefix}list_apps`));
    expect(await bridge.call('list_apps', {})).toMatchObject({ ok: true });
    expect(names()).toEqual([`${prefix}list_apps`]);
  });

  test('is tried under its other name, and the one that answered is kept', async () => {
    const { bridge, names } = opened({ ...granting(...both), prefix: uuid }, (name) =>
      name.startsWith(slug) ? apps : refused('The connector is not connected'),
    );
    expect(await bridge.call('list_apps', {})).toMatchObject({ ok: true });
    await bridge.call('list_apps', { cursor: '2' });
    expect(names()).toEqual([`${uuid}list_apps`, `${slug}list_apps`, `${slug}list_apps`]);
  });

  test('that answers with an error of its own is not tried under another name', async () => {
    const { bridge, names } = opened(granting(...both), () =>
      refused('HTTP error! status: 500 Response: {}'),
    );
    expect(await bridge.call('list_apps', {})).toMatchObject({ kind: 'unavailable' });
    expect(names()).toHaveLength(1);
  });

  test('is not another product that lists apps', async () => {
    const { bridge, names } = opened(
      granting('mcp__okta__list_apps', `${uuid}list_apps`, `${uuid}list_contracts`),
    );
    await bridge.call('list_apps', {});
    expect(names()).toEqual([`${uuid}list_apps`]);
  });

  test('is taken as configured where there is no receipt', async () => {
    const { bridge, names } = opened({ prefix: slug });
    expect(await bridge.call('list_contracts', {})).toMatchObject({ ok: false });
    expect(names()).toEqual([`${slug}list_contracts`]);
  });

  test('that nobody named and no receipt shows is not connected', async () => {
    const { bridge, names } = opened({});
    expect(await bridge.call('list_apps', {})).toMatchObject({ kind: 'not-connected' });
    expect(names()).toEqual([]);
  });
});

describe('the grant', () => {
  test.each([[[]], [['mcp__mail__list_messages']]])('of %j is diagnosed without a call', async (tools) => {
    const { bridge, names } = opened({ ...granting(...tools), prefix: uuid });
    expect(await bridge.call('list_apps', {})).toMatchObject({ kind: 'not-granted', action: 'republish' });
    expect(names()).toEqual([]);
  });

  test('that lacks one tool costs only that tool', async () => {
    const { bridge } = opened(granting(`${uuid}list_apps`));
    expect(await bridge.call('list_contracts', {})).toMatchObject({ kind: 'not-granted' });
    expect(await bridge.call('list_apps', {})).toMatchObject({ ok: true });
  });

  test('is listed with what the guard says to each tool', async () => {
    const { bridge } = opened(granting(`${uuid}list_apps`, `${uuid}run_workflow`));
    expect(await grantedTools(bridge)).toEqual([
      { name: `${uuid}list_apps`, tool: 'list_apps' },
      { name: `${uuid}run_workflow`, tool: null },
    ]);
  });
});

describe('a cold start', () => {
  test('is repeated once', async () => {
    const replies = [refused('Tool call failed: 400'), apps];
    const { bridge, clock, names } = opened(granting(`${uuid}list_apps`), () => replies.shift());
    const call = bridge.call('list_apps', {});
    await clock.advance(500);
    expect(await call).toMatchObject({ ok: true });
    expect(names()).toHaveLength(2);
  });

  test('that goes on is a fault', async () => {
    const { bridge, clock, names } = opened(granting(`${uuid}list_apps`), () =>
      refused('Tool call failed: 400'),
    );
    const call = bridge.call('list_apps', {});
    await clock.advance(500);
    expect(await call).toMatchObject({ kind: 'host-fault' });
    expect(names()).toHaveLength(2);
  });
});
