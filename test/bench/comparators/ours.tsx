/** Our dashboard on the same records: read, mapped, analyzed in full, then shown at Spend. */
import { createRoot } from 'react-dom/client';
import { demoMapping } from '../../../mocks/tenant/demo-mapping.ts';
import { demoRecordsOf, type HeldTenant } from '../../../artifact/page/demo-records.ts';
import { snapshotBridge } from '../../../artifact/bridge/hosts/snapshot.ts';
import { Dashboard } from '../../../artifact/views/dashboard.tsx';

globalThis.show = ({ apps, contracts, asOf }) => {
  const nothing = { organization: {}, users: [], appUsers: new Map(), transactions: [] };
  const tenant = { ...nothing, ...JSON.parse(apps), ...JSON.parse(contracts) } as HeldTenant;
  const fields = { app: [], contract: [], user: [] };
  const records = demoRecordsOf({ ...tenant, fields }, `${asOf}T09:00:00.000Z`);
  createRoot(document.body).render(
    <Dashboard
      configuration={{ mapping: demoMapping(asOf), asOf }}
      connect={({ clock, onCall }) =>
        Promise.resolve({ bridge: snapshotBridge({ records, clock, onCall }), receipt: null })
      }
    />,
  );
};
