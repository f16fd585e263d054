/**
 * The demo's own script: a maker of an invented tenant, left where the program looks for one. Every date
 * of the tenant is relative to the day it is asked for, so that the demo never looks old.
 */
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { definitionsOf } from '../../mocks/torii/definitions.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { recordsOf } from './demo-records.ts';

const offeredTools = definitionsOf('current', '1.1').map(({ name, args }) => ({
  name,
  args: Object.keys(args),
  style: 'current' as const,
}));

globalThis.saasRationalizationDemo = (asOf, fetchedAt) => ({
  // As set-up would have recorded them, writes and all: the proof shows that none was used.
  mapping: { ...demoMapping(asOf), connector: { tools: { capturedAt: asOf, offered: offeredTools } } },
  records: recordsOf(createTenant({ size: 'small', asOf }), fetchedAt),
});
