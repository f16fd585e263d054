import { formsOfSchema, type CapturedTool } from './argument-forms.ts';
import type { OfferedTool } from './bridge.ts';
import { entryOf } from './catalogue.ts';
import { admit } from './guard.ts';
import { splitWireName } from './wire-name.ts';

/** Arguments whose form tells the dialects apart: the older server takes them as JSON text. */
const structured = ['filters', 'aggs', 'baseFilters'] as const;

/**
 * The argument dialect of the callable tools, to be kept in the mapping: pages are shown no schemas.
 * A tool without a readable schema is left out, so that nothing is remembered that was not seen.
 */
export function captureDialect(offered: readonly OfferedTool[]): (CapturedTool & { args: string[] })[] {
  return offered.flatMap((tool) => {
    const admitted = admit(tool.name, {}, tool);
    const forms = formsOfSchema(tool.inputSchema);
    if (!admitted.ok || forms === null) return [];
    const args = entryOf(admitted.tool).args.filter((key) => Object.hasOwn(forms, key));
    const asText = structured.some((key) => forms[key]?.types.join() === 'string');
    return [{ name: splitWireName(tool.name).name, args, style: asText ? 'older' : 'current' }];
  });
}
