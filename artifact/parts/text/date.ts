/** Dates as text. Calendar dates carry no zone; instants are shown in the reader's own. */
const dates = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const monthDays = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const times = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });
const instants = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });

const MS_PER_DAY = 86_400_000;

/** "Nov 22, 2026" */
export function formatDate(iso: string): string {
  return dates.format(new Date(iso));
}

/** "Nov 22": where the year is said elsewhere on the page. */
export function formatDayMonth(iso: string): string {
  return monthDays.format(new Date(iso));
}

/** "Nov 22" in the year of `asOf`, "Nov 22, 2027" otherwise. */
export function formatNearDate(iso: string, asOf: string): string {
  return iso.slice(0, 4) === asOf.slice(0, 4) ? formatDayMonth(iso) : formatDate(iso);
}

/** "Nov 2027" */
export function formatMonth(iso: string): string {
  return months.format(new Date(iso));
}

/** "Nov 22, 2026, 10:34 AM" */
export function formatInstant(iso: string): string {
  return instants.format(new Date(iso));
}

/** "10:34 AM" */
export function formatTimeOfDay(milliseconds: number): string {
  return times.format(new Date(milliseconds));
}

/** Whole days from one calendar date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
}
