/** The demo tenant read through the whole path: mock server, bridge, reader, mapping, analysis. */
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { createTenant, type Tenant } from '../../mocks/tenant/tenant.ts';
import { createTorii, type ToriiOptions } from '../../mocks/torii/torii.ts';
import { analyze } from '../../skill/analysis/stages/analyze.ts';
import type { Analysis, Decision, PlanEdit } from '../../skill/analysis/base/contract.ts';
import { applyMapping } from '../../skill/mapping/apply/apply.ts';
import { parseMapping } from '../../skill/mapping/files/check.ts';
import { analysisConfig } from '../../skill/mapping/apply/config.ts';
import type { TenantMapping } from '../../skill/mapping/base/mapping.ts';
import { readPortfolio } from '../../skill/mapping/reading/read-portfolio.ts';
import { failureFromWords } from '../../skill/torii/reply/decode.ts';
import { openBridge } from '../../skill/torii/call/open-bridge.ts';
import type { TenantRecords } from '../../skill/torii/base/records.ts';

export const asOf = '2026-11-22';

const deadlineMs = 60_000;
/** Reads without waiting and never runs into a deadline; every answer comes at the same instant. */
const clock = {
  now: () => Date.UTC(2026, 10, 22, 7),
  sleep: (ms: number) => (ms === deadlineMs ? new Promise<void>(() => {}) : Promise.resolve()),
};
const limits = { atOnce: 4, gapMs: 0, perMinute: null };

export function mapping(): TenantMapping {
  const parsed = parseMapping(demoMapping(asOf));
  if (!parsed.ok) throw new Error('The demo mapping is not valid.');
  return parsed.mapping;
}

export async function readDemo(
  tenant: Tenant = createTenant({ size: 'medium', asOf }),
  server: ToriiOptions = {},
): Promise<TenantRecords> {
  const torii = createTorii(tenant, server);
  const bridge = openBridge({
    host: 'http',
    raw: (name, args) => torii.call(name, args),
    clock,
    deadlineMs,
    wireNames: () => Promise.resolve(torii.tools()),
    failureOf: (thrown, tool) => failureFromWords(String(thrown), tool, 'unavailable'),
  });
  return readPortfolio({ bridge, clock, limits, mapping: mapping() });
}

interface Overlay {
  readonly mapping?: TenantMapping;
  readonly asOf?: string;
  readonly edits?: readonly PlanEdit[];
  readonly decisions?: readonly Decision[];
}

/** What the page does with the records. */
export function analyzed(records: TenantRecords, overlay: Overlay = {}): Analysis {
  const used = overlay.mapping ?? mapping();
  const portfolio = applyMapping(records, used);
  const config = analysisConfig(used);
  return analyze(portfolio, config, overlay.asOf ?? asOf, overlay.edits, undefined, overlay.decisions);
}

/** Names and e-mails of the demo tenant's people that a text holds. */
export function peopleIn(text: string): string[] {
  return createTenant({ size: 'medium', asOf }).users.flatMap(({ email, firstName, lastName }) => {
    if (typeof email !== 'string' || typeof firstName !== 'string' || typeof lastName !== 'string') return [];
    return [email, `${firstName} ${lastName}`].filter((name) => text.includes(name));
  });
}
