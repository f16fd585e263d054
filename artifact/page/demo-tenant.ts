/**
 * The demo's own script: a maker of an invented tenant, left where the program looks for one. Every date
 * of the tenant is relative to the day it is asked for, so that the demo never looks old.
 */
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { recordsOf } from './demo-records.ts';

globalThis.saasRationalizationDemo = (asOf, fetchedAt) => ({
  mapping: demoMapping(asOf),
  records: recordsOf(createTenant({ size: 'small', asOf }), fetchedAt),
});
