/** What a tool call answers: MCP's own form, holding Torii's REST body as text. */
import type { JsonObject } from '../../skill/torii/json.ts';

export interface ToolResult {
  content: { type: 'text'; text: string }[];
  structuredContent?: JsonObject;
  isError?: boolean;
}

/** How the server talks: as the hosted one is taken to, or as the withdrawn npm server did. */
export type ServerStyle = 'current' | 'older';

/** A refusal of Torii's REST API; `advice` is what the tool adds for the model. */
export class RestError extends Error {
  readonly status: number;
  readonly advice: string;

  constructor(status: number, message: string, advice = '') {
    super(message);
    this.status = status;
    this.advice = advice;
  }
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};

export function textResult(text: string): ToolResult {
  return { content: [{ type: 'text', text }] };
}

export function bodyResult(body: JsonObject, style: ServerStyle, structured: boolean): ToolResult {
  const result = textResult(style === 'older' ? JSON.stringify(body, null, 2) : JSON.stringify(body));
  return structured && style === 'current' ? { ...result, structuredContent: body } : result;
}

/** An error as the style shows it: flagged, or as plain text in what looks like a success. */
export function errorResult({ status, message, advice }: RestError, style: ServerStyle): ToolResult {
  const body = JSON.stringify({ statusCode: status, error: reasons[status] ?? 'Error', message });
  const tail = advice === '' ? '' : ` ${advice}`;
  return style === 'older'
    ? textResult(`HTTP error! status: ${status} Response: ${body}${tail}`)
    : { ...textResult(`${body}${tail}`), isError: true };
}
