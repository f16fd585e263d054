import * as z from 'zod/mini';
import { analysisSchema } from '../../report/snapshot.ts';
import { isJsonObject } from '../../torii/json.ts';
import { shapeLines } from './shape.ts';

/** The published shape of an analysis, as a code block. */
export function analysisShape(): string[] {
  const schema: unknown = z.toJSONSchema(analysisSchema, { unrepresentable: () => ({ type: 'object' }) });
  return isJsonObject(schema) ? ['```', ...shapeLines(schema), '```'] : [];
}
