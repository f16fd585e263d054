import { labelIn, renewalFields } from '../../analysis/contract.ts';

/** A field of a contract in the words of a sentence: its label, else the words of its name. */
export function fieldName(field: string): string {
  return labelIn(renewalFields, [field])
    .replace(/(\p{Lu})/gu, ' $1')
    .toLowerCase();
}
