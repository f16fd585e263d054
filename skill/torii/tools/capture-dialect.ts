import { formsOfSchema, type CapturedTool } from './argument-forms.ts';
import type { OfferedTool } from '../base/bridge.ts';
import { splitWireName } from '../base/wire-name.ts';

/** Arguments whose form tells the dialects apart: the older server takes them as JSON text. */
const structured = ['filters', 'aggs', 'baseFilters'] as const;

/**
 * Every tool as offered, reads and writes alike, to be kept in the mapping: pages are shown neither
 * schemas nor what was refused to them, and later runs can say what is new. A tool without a readable
 * schema is left out, so that nothing is remembered that was not seen.
 */
export function captureDialect(offered: readonly OfferedTool[]): (CapturedTool & { args: string[] })[] {
  return offered.flatMap(({ name, inputSchema }) => {
    const forms = formsOfSchema(inputSchema);
    if (forms === null) return [];
    const asText = structured.some((key) => forms[key]?.types.join() === 'string');
    const style = asText ? 'older' : 'current';
    return [{ name: splitWireName(name).name, args: Object.keys(forms), style }];
  });
}
