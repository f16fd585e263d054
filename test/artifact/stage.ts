/** A stage for the page: the small demo tenant, with faults on request. */
import { demoRecordsOf } from '../../artifact/page/demo-records.ts';
import { snapshotBridge } from '../../artifact/bridge/hosts/snapshot.ts';
import type { Connect, ConnectOptions } from '../../artifact/session/reading/connect.ts';
import { aggregateDepth, type ViewSettings } from '../../artifact/session/model/view-settings.ts';
import { noWhatIf } from '../../artifact/session/model/what-if.ts';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import type { CallOptions, ToolBridge } from '../../skill/torii/base/bridge.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import type { ReadTool } from '../../skill/torii/base/catalog.ts';
import type { ToolFailure } from '../../skill/torii/base/failure.ts';
import type { TenantRecords } from '../../skill/torii/base/records.ts';

export const asOf = '2026-11-22';
export const tenant = createTenant({ size: 'small', asOf });
export const records = demoRecordsOf(tenant, '2026-11-22T09:00:00.000Z');
export const approved = { mapping: demoMapping(asOf), asOf };
export const undiscovered = { mapping: null, asOf };

/** Nothing decided, nothing assumed, nothing read in depth. */
export const plainSettings: ViewSettings = {
  recorded: { decisions: [], edits: [] },
  whatIf: noWhatIf,
  depth: aggregateDepth,
  slice: null,
};

export interface Stage {
  readonly connect: Connect;
  /** Failures by tool; may be changed between two readings. */
  readonly faults: Partial<Record<ReadTool, ToolFailure>>;
  /** What a call waits for before it is answered. */
  hold: ((tool: ReadTool) => Promise<void>) | null;
  /** Most rows of one page; null = as many as are asked for. */
  pageSize: number | null;
  readonly calls: { readonly tool: ReadTool; readonly args: JsonObject; readonly options: CallOptions }[];
}

/** Records in memory in place of a server, for sessions without a page and for pages without a network. */
export function createHeldStage(held: Partial<TenantRecords> = {}): Stage {
  return stageOn(({ clock, onCall }) => snapshotBridge({ records: { ...records, ...held }, clock, onCall }));
}

/** A bridge whose faults, pauses and length of pages can be changed on the way. */
export function stageOn(open: (options: ConnectOptions) => ToolBridge): Stage {
  const stage: Stage = {
    faults: {},
    hold: null,
    pageSize: null,
    calls: [],
    connect: (options) => Promise.resolve({ bridge: faulty(open(options), stage), receipt: null }),
  };
  return stage;
}

function faulty(bridge: ToolBridge, stage: Stage): ToolBridge {
  return {
    ...bridge,
    async call(tool, args, options = {}) {
      stage.calls.push({ tool, args, options });
      await stage.hold?.(tool);
      const fault = stage.faults[tool];
      return fault ? { ...fault, tool } : bridge.call(tool, { ...args, ...sizeOf(stage, args) }, options);
    },
  };
}

function sizeOf({ pageSize }: Stage, { size }: JsonObject): JsonObject {
  return pageSize === null || typeof size !== 'number' ? {} : { size: Math.min(size, pageSize) };
}

/** A gate that lets calls through once it is opened. */
export function createGate(): { readonly passed: Promise<void>; readonly open: () => void } {
  const door = new EventTarget();
  const passed = new Promise<void>((resolve) => {
    door.addEventListener('open', () => resolve(), { once: true });
  });
  return { passed, open: () => door.dispatchEvent(new Event('open')) };
}
