import type { JsonValue } from '../../torii/json.ts';

export const DAY_MS = 86_400_000;

/** 1990 and 2200 in epoch milliseconds, and 1980 and 2200 in epoch seconds; day counts fall outside. */
const firstMs = 631_152_000_000;
const lastMs = 7_258_118_400_000;
const firstSecond = 315_532_800;
const lastSecond = 7_258_118_400;

const utc = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?:Z|[+-]00:?00)?$/;

/** A moment in milliseconds, where a value is one that states no place of its own; null for a plain date. */
export function instantOf(raw: JsonValue): number | null {
  if (typeof raw === 'number') return msOf(raw);
  if (typeof raw !== 'string') return null;
  const text = raw.trim();
  if (/^\d{9,13}$/.test(text)) return msOf(Number(text));
  const parts = utc.exec(text);
  const ms = parts === null ? Number.NaN : Date.parse(`${parts[1]}T${parts[2]}Z`);
  return Number.isNaN(ms) ? null : ms;
}

function msOf(number: number): number | null {
  if (number >= firstMs && number < lastMs) return number;
  return number >= firstSecond && number < lastSecond ? number * 1000 : null;
}
