import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { JsonObject } from '../../../../torii/json.ts';

export function toolError(text: string): CallToolResult {
  return { content: [{ type: 'text', text }], isError: true };
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
