import { renewalFields, type RecordField } from '../../analysis/contract.ts';

/** A field of a record in the words of a sentence: its label, else the words of its name. */
export function fieldName(field: string): string {
  const fields: Readonly<Record<string, RecordField>> = renewalFields;
  const label = Object.hasOwn(fields, field) ? fields[field]?.label : undefined;
  return label ?? field.replace(/(\p{Lu})/gu, ' $1').toLowerCase();
}
