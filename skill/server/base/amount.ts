/** Amounts of an answer: exact, in major units, and each with the fact that it is. */
import * as z from 'zod/mini';
import type { Minor } from '../../analysis/contract.ts';
import { decimal } from '../../analysis/units.ts';
import { markdownOf, type Sentence } from '../../report/texts.ts';

export const amountSchema = z.object({
  amount: z.string().check(z.describe('Decimal text in major units of the currency')),
  fact: z.string().check(z.describe('Give it to explain_figure')),
});

export type CitedAmount = z.infer<typeof amountSchema>;

/** Null where it is unknown, which is never 0. */
export const maybeAmountSchema = z.nullable(amountSchema);

export function amountOf(minor: Minor | null, fact: string | null, currency: string): CitedAmount | null {
  return minor === null || fact === null ? null : { amount: decimal(minor, currency), fact };
}

/** A sentence with every figure as a link to its fact. */
export function cited(sentence: Sentence, currency: string): string {
  return markdownOf(sentence, currency, 'cited');
}
