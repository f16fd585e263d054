/** Calendar dates as `YYYY-MM-DD` in UTC. */
const DAY = 86_400_000;

export function shiftDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** The same day of another month; callers keep to days 1–28, which every month has. */
export function shiftMonths(date: string, months: number): string {
  const at = new Date(date);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 10);
}

/** The nearest earlier day that every month has, so that terms are whole months. */
export function plainDay(date: string): string {
  return Number(date.slice(8)) > 28 ? `${date.slice(0, 8)}28` : date;
}

/** An instant on that day, as Torii writes it. */
export function toInstant(date: string, minute = 540): string {
  const hours = String(Math.floor(minute / 60)).padStart(2, '0');
  return `${date}T${hours}:${String(minute % 60).padStart(2, '0')}:00.000Z`;
}

/** Dates before a date, remembered: user rows need the same few hundred over and over. */
export function daysBefore(date: string): (days: number) => string {
  const known: string[] = [];
  return (days) => (known[days] ??= shiftDays(date, -days));
}
