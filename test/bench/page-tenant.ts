import { createTenant, type Tenant } from '../../mocks/tenant/tenant.ts';

/** A part of the large demo tenant: its first apps, and the first contracts of these. */
export function tenantOf(apps: number, contracts: number): Tenant {
  const whole = createTenant({ size: 'large' });
  const first = whole.apps.slice(0, apps);
  const ids = new Set(first.map(({ id }) => id));
  const held = whole.contracts.filter(({ idApp }) => idApp !== undefined && ids.has(idApp));
  if (first.length < apps || held.length < contracts) throw new Error('The demo tenant is too small.');
  return { ...whole, apps: first, contracts: held.slice(0, contracts) };
}
