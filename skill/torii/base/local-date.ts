/** The calendar date where the reader is at an instant (milliseconds since the epoch), as YYYY-MM-DD. */
export function localDateAt(milliseconds: number): string {
  const at = new Date(milliseconds);
  return `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
