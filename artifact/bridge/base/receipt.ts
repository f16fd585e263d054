import { isJsonObject, parsedJson } from '../../../skill/torii/json.ts';

/** Id of the block the host writes after the doctype of a live artifact. */
export const RECEIPT_ID = 'cowork-artifact-meta';

/** What the host says it granted to this page. */
export interface Receipt {
  /** Full tool names; empty when the page was published without grants. */
  readonly tools: readonly string[];
  readonly servers: readonly string[];
}

/** Null when there is no receipt, or none that can be read: then nothing is known about the grant. */
export function readReceipt(document: Pick<Document, 'getElementById'>): Receipt | null {
  const text = document.getElementById(RECEIPT_ID)?.textContent ?? null;
  const block = text === null ? null : parsedJson(text);
  if (!isJsonObject(block)) return null;
  return { tools: strings(block['mcpTools']), servers: strings(block['mcpServerNames']) };
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
