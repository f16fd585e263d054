import type { JsonObject } from '../../../skill/torii/base/json.ts';
import { tenantOf } from '../page-tenant.ts';

/** What a program under comparison is given: texts as Torii sends them, all pages in one. */
export interface TenantTexts {
  readonly apps: string;
  readonly contracts: string;
  readonly asOf: string;
}

declare global {
  /** Every program defines it: parses the texts and shows the overview. */
  var show: (texts: TenantTexts) => void;
  var given: TenantTexts;
}

const HELD = 10_000;

/** The large demo tenant, repeated under other ids and names where more apps are asked for. */
export function tenantTexts(apps: number): TenantTexts {
  const tenant = tenantOf(Math.min(apps, HELD), 1500);
  const rows = Array.from({ length: apps / tenant.apps.length }, (_, copy) =>
    copy === 0
      ? tenant.apps
      : tenant.apps.map((app, index) => ({
          ...app,
          id: Number(app['id']) + copy * 10_000_000,
          name: `${nameOf(app)} ${copy}`,
          url: `https://copy-${copy}-${index}.example`,
        })),
  ).flat();
  return {
    apps: JSON.stringify({ apps: rows }),
    contracts: JSON.stringify({ contracts: tenant.contracts }),
    asOf: tenant.asOf,
  };
}

function nameOf({ name }: JsonObject): string {
  return typeof name === 'string' ? name : '';
}
