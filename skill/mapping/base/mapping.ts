/**
 * The tenant mapping: how one tenant's field keys become canonical fields. This zod schema is the
 * source of the published JSON Schema (skill/assets/tenant-mapping.schema.json).
 *
 * Unknown keys are errors, money without a unit is an error, and a mapping that says "approved"
 * must say by whom and when.
 */
import * as z from 'zod/mini';
import { countSchema as count, currency, dateFormat, formed, idSchema as id, isoDate } from './formats.ts';
import { contractClasses } from './portfolio.ts';

const percent = z.number().check(z.gte(0));
const positive = z.number().check(z.gt(0));

/** What a text of the records means, where no built-in word says so; null means nothing recorded. */
const meanings = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const field = z.strictObject({
  key: z.string().check(z.minLength(1)),
  confirmed: z.optional(z.boolean()),
  values: z.optional(meanings),
});
const dateField = z.strictObject({
  ...field.shape,
  format: z.optional(dateFormat),
});
const period = z.enum(['year', 'quarter', 'month']);
const unit = z.enum(['minor', 'major']);
const moneyField = z.strictObject({ ...field.shape, unit });
const spendField = z.strictObject({
  ...moneyField.shape,
  window: z._default(z.enum(['trailing12m', 'fiscalYear', 'unknown']), 'unknown'),
});
const yearlyField = z.strictObject({ ...moneyField.shape, period: z.optional(period) });
const priceField = z.strictObject({ ...moneyField.shape, period });

const appFields = z.strictObject({
  spend12m: z.optional(spendField),
  owner: z.optional(field),
  category: z.optional(field),
  vendor: z.optional(field),
  activeUsers: z.optional(field),
  lastUsedAt: z.optional(dateField),
});

const contractFields = z.strictObject({
  termStart: z.optional(dateField),
  termEnd: z.optional(dateField),
  noticeDays: z.optional(field),
  cancelBy: z.optional(dateField),
  autoRenew: z.optional(field),
  renewalTermMonths: z.optional(field),
  annualValue: z.optional(yearlyField),
  totalValue: z.optional(moneyField),
  seats: z.optional(field),
  commitSeats: z.optional(field),
  unitPrice: z.optional(priceField),
});

const offeredTool = z.strictObject({
  name: z.string(),
  args: z.array(z.string()),
  style: z.enum(['current', 'older']),
});

const connector = z.strictObject({
  url: z._default(z.string(), 'https://api.toriihq.com/mcp'),
  uuid: z._default(z.nullable(z.string()), null),
  displayName: z._default(z.string(), 'Torii'),
  tools: z.optional(z.strictObject({ capturedAt: isoDate, offered: z.array(offeredTool) })),
});

const organizationalView = z.strictObject({
  label: z.string(),
  entity: z.enum(['app', 'contract', 'transaction', 'user']),
  key: z.string(),
  sourceIdApp: z._default(z.nullable(id), null),
  values: z._default(z.record(z.string(), z.string()), {}),
  unallocatedLabel: z._default(z.string(), 'Unallocated'),
});

const thresholds = z.strictObject({
  inactiveDays: z._default(count, 90),
  graceDays: z._default(count, 60),
  noticeNearDays: z._default(count, 60),
  smallGroup: z._default(count, 5),
  overlapContainment: z._default(positive, 0.5),
  spendVariancePercent: z._default(percent, 20),
  priceOutlierRatio: z._default(positive, 1.5),
  staleUsageDays: z._default(count, 90),
  perApp: z._default(
    z.record(z.string(), z.strictObject({ inactiveDays: count, reason: z.optional(z.string()) })),
    {},
  ),
});

const policy = z.enum(['buffer', 'seats', 'targetUtilisation']);
const rightSizing = z.strictObject({
  policy: z._default(policy, 'buffer'),
  percent: z._default(percent, 10),
  seats: z._default(count, 0),
  hires: z._default(count, 0),
  perApp: z._default(
    z.record(
      z.string(),
      z.strictObject({
        policy: z.optional(policy),
        percent: z.optional(percent),
        seats: z.optional(count),
        hires: z.optional(count),
      }),
    ),
    {},
  ),
});

const stateClass = z.enum(['sanctioned', 'pending', 'unsanctioned', 'closing', 'closed', 'hidden']);

/** An app of a suite; `pricedSeparately: false` = it comes with the suite and has no price of its own. */
const includedApp = z.union(
  [id, z.strictObject({ appId: id, pricedSeparately: z._default(z.boolean(), true) })],
  'an app id, or an object with "appId" and "pricedSeparately"',
);

const texts = z.array(z.string().check(z.minLength(1)));

/** What this tenant adds to the built-in table of AI tools, and what it takes out. */
const aiTools = z.strictObject({
  categories: z._default(texts, []),
  vendors: z._default(texts, []),
  names: z._default(texts, []),
  appIds: z._default(z.array(id), []),
  notAppIds: z._default(z.array(id), []),
});

/** A question that discovery left open, kept with the draft so that it can be answered later. */
const openQuestion = z.strictObject({
  text: z.string(),
  /** Places of the mapping that wait for an answer. */
  paths: z.array(z.string()),
  /** Each answer with what to set, as `KEY=VALUE`. */
  answers: z.array(z.strictObject({ text: z.string(), set: z.array(z.string()) })),
  example: z.optional(z.string()),
});

export const mappingSchema = z.strictObject({
  $schema: z.optional(z.string()),
  schemaVersion: z.literal(1),
  tenant: z.strictObject({
    name: z.string().check(z.minLength(1)),
    currency,
    fiscalYearStart: z._default(formed(/^\d{2}-\d{2}$/, 'a day such as 01-01'), '01-01'),
  }),
  status: z.enum(['draft', 'approved']),
  approval: z.optional(
    z.strictObject({ by: z.string().check(z.minLength(1)), at: isoDate, note: z.optional(z.string()) }),
  ),
  connector: z.prefault(connector, {}),
  organizationalView: z._default(z.nullable(organizationalView), null),
  fields: z.strictObject({ app: appFields, contract: contractFields }),
  states: z._default(z.record(z.string(), stateClass), {}),
  contractStatuses: z._default(z.record(z.string(), z.enum(contractClasses)), {}),
  thresholds: z.prefault(thresholds, {}),
  rightSizing: z.prefault(rightSizing, {}),
  defaults: z.prefault(
    z.strictObject({
      noticeDays: z._default(z.nullable(count), null),
      autoRenew: z._default(z.nullable(z.boolean()), null),
      leadDays: z._default(count, 0),
    }),
    {},
  ),
  rates: z._default(
    z.nullable(
      z.strictObject({
        asOf: isoDate,
        source: z.string(),
        perUnit: z.record(currency, formed(/^\d+(\.\d+)?$/, 'a decimal number in quotes, such as "1.08"')),
      }),
    ),
    null,
  ),
  questions: z.optional(z.array(openQuestion)),
  /** Lists of the dashboard under a name, each an address in it. */
  views: z.optional(
    z.array(
      z.strictObject({
        name: z.string().check(z.minLength(1)),
        address: formed(/^#/, 'an address such as #renewals--value-20000'),
      }),
    ),
  ),
  suites: z._default(z.array(z.strictObject({ appId: id, includes: z.array(includedApp) })), []),
  aiTools: z.prefault(aiTools, {}),
  exempt: z._default(
    z.array(
      z.strictObject({
        idUser: id,
        appId: z._default(z.nullable(id), null),
        reason: z.string().check(z.minLength(1)),
      }),
    ),
    [],
  ),
  exclude: z.prefault(
    z.strictObject({ hidden: z._default(z.boolean(), true), appIds: z._default(z.array(id), []) }),
    {},
  ),
});

/** A mapping with every default filled in. */
export type TenantMapping = z.output<typeof mappingSchema>;
export type OpenQuestion = z.output<typeof openQuestion>;
/** A mapping as a person writes it. */
export type TenantMappingInput = z.input<typeof mappingSchema>;

export type AppField = keyof TenantMapping['fields']['app'];
export type ContractField = keyof TenantMapping['fields']['contract'];

/** The part of a mapping that the analysis reads: assumptions, never field keys. */
export type AnalysisConfig = Pick<
  TenantMapping,
  | 'tenant'
  | 'organizationalView'
  | 'thresholds'
  | 'rightSizing'
  | 'defaults'
  | 'rates'
  | 'suites'
  | 'aiTools'
  | 'exempt'
  | 'exclude'
> & {
  readonly status: TenantMapping['status'];
  readonly approval?: TenantMapping['approval'];
  readonly spendWindow: 'trailing12m' | 'fiscalYear' | 'unknown';
  readonly spendConfirmed: boolean;
};
