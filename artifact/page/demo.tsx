import { useState, type ReactNode } from 'react';
import type { TenantRecords } from '../../skill/torii/read.ts';
import { snapshotBridge } from '../bridge/bridge.ts';
import { pageClock, type Connect } from '../session/connection.ts';
import { localDate } from '../session/state.ts';
import { Dashboard } from '../views/dashboard.tsx';

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
  const [{ mapping, open }] = useState(() => opened(make));
  return <Dashboard configuration={{ mapping }} connect={open} demo={open} startWithDemo />;
}

function opened(make: MakeDemo): { readonly mapping: unknown; readonly open: Connect } {
  const { mapping, records } = make(localDate(pageClock.now()), new Date(pageClock.now()).toISOString());
  return {
    mapping,
    open: ({ clock, onCall }) =>
      Promise.resolve({ bridge: snapshotBridge({ records, clock, onCall }), receipt: null }),
  };
}
