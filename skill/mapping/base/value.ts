/** Constructors for values; reasons are shared objects, so ten thousand absent fields cost nothing. */
import type { Invalid, Known, Missing, MissingReason } from './portfolio.ts';

export function known<T>(value: T): Known<T> {
  return { kind: 'known', value };
}

const reasons: Readonly<Record<MissingReason, Missing>> = {
  'not-mapped': { kind: 'missing', reason: 'not-mapped' },
  absent: { kind: 'missing', reason: 'absent' },
  placeholder: { kind: 'missing', reason: 'placeholder' },
  empty: { kind: 'missing', reason: 'empty' },
  'hidden-by-role': { kind: 'missing', reason: 'hidden-by-role' },
  'not-read': { kind: 'missing', reason: 'not-read' },
};

export function missing(reason: MissingReason): Missing {
  return reasons[reason];
}

/** Longest raw text kept for showing what was unreadable. */
const RAW = 80;

export function invalid(raw: unknown): Invalid {
  return { kind: 'invalid', raw: textOf(raw).slice(0, RAW) };
}

/** A value that nests too deep to be written out is shown by its kind. */
function textOf(raw: unknown): string {
  if (typeof raw === 'string') return raw;
  try {
    return JSON.stringify(raw) ?? String(raw);
  } catch {
    return Array.isArray(raw) ? '[…]' : '{…}';
  }
}
