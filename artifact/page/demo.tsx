import './without-eval.ts';
import { createRoot } from 'react-dom/client';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { snapshotBridge } from '../bridge/bridge.ts';
import { pageClock } from '../session/clock.ts';
import type { Connect } from '../session/connect.ts';
import { localDate } from '../session/local-date.ts';
import { Dashboard } from '../views/dashboard.tsx';
import { recordsOf } from './demo-records.ts';
import { pageRoot } from './root.ts';

// Every date of the invented tenant is relative to today, so that the demo never looks old.
const today = localDate(pageClock.now());
const tenant = createTenant({ size: 'small', asOf: today });
const records = recordsOf(tenant, new Date(pageClock.now()).toISOString());

const openDemo: Connect = ({ clock, onCall }) =>
  Promise.resolve({ bridge: snapshotBridge({ records, clock, onCall }), receipt: null });

createRoot(pageRoot(document)).render(
  <Dashboard
    configuration={{ mapping: demoMapping(today) }}
    connect={openDemo}
    demo={openDemo}
    startWithDemo
  />,
);
