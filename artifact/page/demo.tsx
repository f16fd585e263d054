import { useState, type ReactNode } from 'react';
import type { TenantRecords } from '../../skill/torii/read.ts';
import { parseMapping } from '../../skill/mapping/mapping.ts';
import { snapshotBridge } from '../bridge/bridge.ts';
import { pageClock, type Connect } from '../session/connection.ts';
import { localDateAt } from '../../skill/torii/bridge.ts';
import { noPastRuns } from '../session/past-runs.ts';
import { Dashboard } from '../views/dashboard.tsx';
import { demoHistory } from './demo-history.ts';

export interface DemoTenant {
  readonly mapping: unknown;
  readonly records: TenantRecords;
}

/** Makes a tenant whose dates are relative to the day. */
export type MakeDemo = (asOf: string, fetchedAt: string) => DemoTenant;

declare global {
  /** Left by the demo's script before the program runs; absent on every other page. */
  var saasRationalizationDemo: MakeDemo | undefined;
}

/** The dashboard on an invented tenant. */
export function Demo({ make }: { make: MakeDemo }): ReactNode {
  const [{ configuration, open }] = useState(() => opened(make));
  return <Dashboard configuration={configuration} connect={open} demo={open} startWithDemo />;
}

interface Opened {
  readonly configuration: {
    readonly mapping: unknown;
    readonly baseline?: unknown;
    readonly history?: unknown;
  };
  readonly open: Connect;
}

function opened(make: MakeDemo): Opened {
  const asOf = localDateAt(pageClock.now());
  const { mapping, records } = make(asOf, new Date(pageClock.now()).toISOString());
  const parsed = parseMapping(mapping);
  const { baseline, runs: history } = parsed.ok ? demoHistory(records, parsed.mapping, asOf) : noPastRuns;
  return {
    configuration: { mapping, baseline, history },
    open: ({ clock, onCall }) =>
      Promise.resolve({ bridge: snapshotBridge({ records, clock, onCall }), receipt: null }),
  };
}
