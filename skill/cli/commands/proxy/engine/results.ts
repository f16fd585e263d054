import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { JsonObject } from '../../../../torii/json.ts';

/** @param content the reason as data */
export function toolError(text: string, content?: JsonObject): CallToolResult {
  return {
    content: [{ type: 'text', text }],
    isError: true,
    ...(content !== undefined && { structuredContent: content }),
  };
}

/** @param more a note in a text of its own, and the answer as data */
export function toolText(
  text: string,
  { note = '', content }: { readonly note?: string; readonly content?: JsonObject } = {},
): CallToolResult {
  return {
    content: [{ type: 'text', text }, ...(note === '' ? [] : [{ type: 'text' as const, text: note }])],
    ...(content !== undefined && { structuredContent: content }),
  };
}
