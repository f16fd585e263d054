/** Forms of text and number that the files of the tenant pack share. */
import * as z from 'zod/mini';

export const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-11-22'));
export const id = z.number().check(z.int());
export const count = z.number().check(z.int(), z.gte(0));
/** An amount in major units that is not below zero, as text so that no digit is lost. */
export const price = z.string().check(z.regex(/^\d+(\.\d+)?$/, 'an amount in quotes, such as "1200.50"'));
export const text = z.string().check(z.minLength(1));
