import { InvalidArgumentError, type Command } from 'commander';
import { localDate } from '../../node/clock.ts';

/** Adds --as-of; every figure is for that date, and the date is always printed. */
export function withAsOf(command: Command): Command {
  return command.option('--as-of <date>', 'date the figures are for (default: today here)', calendarDate);
}

export function asOfIn(options: { readonly asOf?: string }): string {
  return options.asOf ?? localDate();
}

/** A calendar date as typed. */
export function calendarDate(text: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  // 2026-02-30 parses nowhere to itself.
  if (!Number.isNaN(at) && new Date(at).toISOString().startsWith(text)) return text;
  throw new InvalidArgumentError('It must be a calendar date such as 2026-11-22.');
}
