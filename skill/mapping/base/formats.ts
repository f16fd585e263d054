/** Forms of text and number that the files of the tenant pack share. */
import * as z from 'zod/mini';

/** A text of a form, which the published schema describes in the same words as a problem does. */
export function formed(form: RegExp, words: string): z.ZodMiniString {
  return z.string().check(z.regex(form, words), z.describe(words));
}

export const isoDate = formed(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-11-22');
export const currency = formed(/^[A-Z]{3}$/, 'an ISO 4217 code such as USD');
/** Day, month and year once each, in any order: "DD/MM/YYYY", "D MMM YY", "YYYYMMDD". */
export const dateFormat = formed(
  /^(?!.*(D[^D]+D|M[^M]+M|Y[^Y]+Y))(?=.*D)(?=.*M)(?=.*YY)[DMY .,/-]+$/,
  'a date format such as DD/MM/YYYY',
);
/** An amount in major units, as text so that no digit is lost. */
export const decimalSchema = formed(/^-?\d+(\.\d+)?$/, 'an amount in quotes, such as "1200.50"');
export const idSchema = z.number().check(z.int());
export const countSchema = z.number().check(z.int(), z.gte(0));
/** The same, never below zero. */
export const price = formed(/^\d+(\.\d+)?$/, 'an amount in quotes, such as "1200.50"');
export const textSchema = z.string().check(z.minLength(1));
