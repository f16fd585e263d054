/** Edits of the plan as a client asks them, and the same as decisions.json holds them. */
import * as z from 'zod/mini';
import type { Analysis } from '../../analysis/contract.ts';
import type { DecisionsFile } from '../../mapping/tenant-files.ts';
import { appNamed, appReference } from './app-named.ts';

const price = z
  .union([
    z.number().check(z.gte(0)),
    z.string().check(z.regex(/^\d+(\.\d+)?$/, 'an amount such as "1200.50"')),
  ])
  .check(z.describe('Major units'));

export const editSchema = z.strictObject({
  app: appReference,
  action: z._default(z.enum(['keep', 'retire', 'replaceBy']), 'keep'),
  survivor: z.optional(appReference).check(z.describe('With replaceBy: the app that takes over')),
  seatTarget: z.optional(z.number().check(z.int(), z.gte(0))),
  pricePercent: z
    .optional(z.number().check(z.gte(0), z.lte(100)))
    .check(z.describe('Price reduction in percent')),
  tierPrice: z.optional(price).check(z.describe('New price of a seat a year')),
  projectedAnnual: z.optional(price).check(z.describe('A quote: what it will cost a year')),
  oneTime: z.optional(price),
});

export type AskedEdit = z.output<typeof editSchema>;

export type EditsInFile =
  | { readonly ok: true; readonly edits: DecisionsFile['edits'] }
  | { readonly ok: false; readonly text: string };

/** Apps by id and amounts as text; fails at the first app that is not meant clearly. */
export function editsInFile(
  asked: readonly AskedEdit[],
  { by, at }: { readonly by: string; readonly at: string },
  analysis: Analysis,
): EditsInFile {
  const edits: DecisionsFile['edits'] = [];
  for (const { app, survivor, tierPrice, projectedAnnual, oneTime, ...rest } of asked) {
    const named = appNamed(analysis, app);
    if (!named.ok) return named;
    const taker = survivor === undefined ? null : appNamed(analysis, survivor);
    if (taker !== null && !taker.ok) return taker;
    if (rest.action === 'replaceBy' && taker === null) {
      return { ok: false, text: 'replaceBy needs the survivor: the app that takes over.' };
    }
    edits.push({
      ...rest,
      appId: named.app.id,
      ...(taker !== null && { survivorId: taker.app.id }),
      ...(tierPrice !== undefined && { tierPrice: String(tierPrice) }),
      ...(projectedAnnual !== undefined && { projectedAnnual: String(projectedAnnual) }),
      ...(oneTime !== undefined && { oneTime: String(oneTime) }),
      by,
      at,
    });
  }
  return { ok: true, edits };
}
