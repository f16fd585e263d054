/**
 * What people decided about findings and apps, and the plan edits they made: `decisions.json` of the
 * tenant pack. Unknown keys are errors; a decision names a finding or an app, never both.
 */
import * as z from 'zod/mini';
import { countSchema as count, idSchema as id, isoDate, price, textSchema as text } from '../base/formats.ts';

const decision = z.strictObject({
  finding: z.optional(text),
  appId: z.optional(id),
  verdict: z.enum(['accepted', 'rejected', 'accepted-risk', 'snoozed-until']),
  until: z.optional(isoDate),
  by: text,
  at: isoDate,
  reason: z.optional(z.string()),
});

/** The same shape as a plan edit of the analysis; amounts are decimal text in the tenant currency, major units. */
const edit = z.strictObject({
  appId: id,
  action: z.enum(['keep', 'retire', 'replaceBy']),
  survivorId: z.optional(id),
  seatTarget: z.optional(count),
  tierPrice: z.optional(price),
  pricePercent: z.optional(z.number().check(z.gte(0), z.lte(100))),
  projectedAnnual: z.optional(price),
  oneTime: z.optional(price),
  by: text,
  at: isoDate,
  note: z.optional(z.string()),
});

export const decisionsSchema = z.strictObject({
  $schema: z.optional(z.string()),
  schemaVersion: z.literal(1),
  tenant: text,
  decisions: z._default(z.array(decision), []),
  edits: z._default(z.array(edit), []),
});

export type DecisionsFile = z.output<typeof decisionsSchema>;
