/**
 * The kinds of field that tables use again and again, without labels and explanations of their own; a
 * row that says more spreads one: `{ ...yearly, how: '…' }`. What starts with `maybe` is null where it is
 * unknown.
 */
import type { FieldTable } from './field.ts';

export const id = { kind: 'id' } as const;
export const key = { kind: 'key' } as const;
export const text = { kind: 'text' } as const;
export const prose = { kind: 'prose' } as const;
export const date = { kind: 'date' } as const;
export const count = { kind: 'count' } as const;
export const share = { kind: 'share' } as const;
export const flag = { kind: 'flag' } as const;
export const money = { kind: 'money' } as const;
/** Money that recurs every year. */
export const yearly = { kind: 'money', per: 'year' } as const;

export const maybeId = { kind: 'id', nullable: true } as const;
export const maybeText = { kind: 'text', nullable: true } as const;
export const maybeDate = { kind: 'date', nullable: true } as const;
export const maybeCount = { kind: 'count', nullable: true } as const;
export const maybeShare = { kind: 'share', nullable: true } as const;
export const maybeFlag = { kind: 'flag', nullable: true } as const;
export const maybeMoney = { kind: 'money', nullable: true } as const;
export const maybeYearly = { kind: 'money', per: 'year', nullable: true } as const;

export function oneOf<const Values extends readonly string[]>(values: Values) {
  return { kind: 'enum', values } as const;
}

export function listOf<const Fields extends FieldTable>(fields: Fields) {
  return { kind: 'list', of: { kind: 'record', fields } } as const;
}

export function recordOf<const Fields extends FieldTable>(fields: Fields) {
  return { kind: 'record', fields } as const;
}

export const keys = { kind: 'list', of: key } as const;
export const sentences = { kind: 'list', of: prose } as const;
