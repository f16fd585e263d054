/** Forms of text and number that the files of the tenant pack share. */
import * as z from 'zod/mini';

/** Day, month and year once each, in any order: "DD/MM/YYYY", "D MMM YY", "YYYYMMDD". */
export const dateFormat = /^(?!.*(D[^D]+D|M[^M]+M|Y[^Y]+Y))(?=.*D)(?=.*M)(?=.*YY)[DMY .,/-]+$/;
export const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-11-22'));
export const currency = z.string().check(z.regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as USD'));
/** An amount in major units, as text so that no digit is lost. */
export const decimal = z.string().check(z.regex(/^-?\d+(\.\d+)?$/, 'an amount in quotes, such as "1200.50"'));
export const id = z.number().check(z.int());
export const count = z.number().check(z.int(), z.gte(0));
/** The same, never below zero. */
export const price = z.string().check(z.regex(/^\d+(\.\d+)?$/, 'an amount in quotes, such as "1200.50"'));
export const text = z.string().check(z.minLength(1));
