/** Faults in the text of a tool result: errors in their several disguises. */
import type { JsonObject } from '../../skill/torii/json.ts';
import type { Strike } from './faults.ts';
import { keyList } from './query.ts';
import { RestError, errorResult, textResult } from './result.ts';
import type { ToolResult } from './result.ts';
import { htmlPage } from './transport-faults.ts';

const messages: Readonly<Record<string, string>> = {
  '400': 'Invalid request payload input',
  '401': 'Invalid authentication: token expired',
  '403': 'Insufficient permissions: your role does not allow this action',
  '404': 'Not found',
  '429': 'Rate limit exceeded',
  '500': 'An internal server error occurred',
};

function restError(detail: string | null): RestError {
  const status = detail ?? '500';
  return new RestError(Number(status), messages[status] ?? `Status ${status}`);
}

/** A refusal of one field or argument, if the call uses it. */
function refusal(args: JsonObject, name: string | null, fieldTool: string): RestError | null {
  if (name === null) return null;
  if (name in args) return new RestError(400, `"${name}" is not allowed`);
  if (!(keyList(args['fields']) ?? []).includes(name)) return null;
  const advice = `Use the ${fieldTool} tool to get the list of available fields.`;
  return new RestError(400, `Invalid field: "${name}"`, advice);
}

/** What is answered in place of the honest result; null when the fault is of another layer. */
export function replacement(
  { fault, detail }: Strike,
  args: JsonObject,
  fieldTool: string,
): ToolResult | null {
  if (fault === 'iserror' && detail === null) {
    return { ...textResult('Error: the tool could not be executed'), isError: true };
  }
  if (fault === 'iserror') return errorResult(restError(detail), 'current');
  if (fault === 'error-text') return errorResult(restError(detail), 'older');
  if (fault === 'html-text') return textResult(htmlPage);
  const refused = fault === 'refuse' ? refusal(args, detail, fieldTool) : null;
  if (refused !== null) throw refused;
  return null;
}

/** The result with its text cut after two thirds. */
export function truncate({ content }: ToolResult): ToolResult {
  const [part] = content;
  const text = part?.text ?? '';
  return textResult(text.slice(0, Math.floor((text.length * 2) / 3)));
}
