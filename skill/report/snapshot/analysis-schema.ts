import { analysisFields } from '../../analysis/contract.ts';
import { recordSchema } from './field-schema.ts';

/**
 * The published shape of an analysis (`report --format json`): source of its JSON Schema.
 * Amounts are decimal strings in major units of the tenant currency, dates ISO calendar dates.
 */
export const analysisSchema = recordSchema({
  $schema: { kind: 'text', optional: true },
  ...analysisFields,
});
