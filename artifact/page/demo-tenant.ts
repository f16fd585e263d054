/**
 * The demo's own script: a maker of an invented tenant, left where the program looks for one. Every date
 * of the tenant is relative to the day it is asked for, so that the demo never looks old.
 */
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { recordedTools } from '../../mocks/tenant/offered-tools.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { demoRecordsOf } from './demo-records.ts';

globalThis.saasRationalizationDemo = (asOf, fetchedAt) => ({
  // With the tools that were offered, writes and all: the proof shows that none was used.
  mapping: { ...demoMapping(asOf), connector: { tools: recordedTools(asOf) } },
  records: demoRecordsOf(createTenant({ size: 'small', asOf }), fetchedAt),
});
